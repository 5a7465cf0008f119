/** Pictures on their way: offered by a member, taken by the bot, found in a message, and shown in one. */
import type { EntryPicture, NewPicture } from '../../entities/picture.js';

/** What Discord says of a file that a member attached. */
export interface OfferedPicture {
  name: string;
  url: string;
  /** Bytes. */
  size: number;
  contentType: string | null;
  /** What it shows; empty when nobody said. */
  alt: string;
}

/** A picture that was checked, with its bytes. */
export interface TakenPicture extends NewPicture {
  content: Buffer;
}

/** A file of a message, as Discord names it, with an address that is good for a while. */
export interface FoundAttachment {
  id: string;
  name: string;
  url: string;
}

export interface PictureFile {
  name: string;
  content: Buffer;
  description?: string | undefined;
}

/** What a message shows of an entry's pictures, and what the message itself needs for it. */
export interface ShownPictures {
  items: readonly { url: string; alt: string | null; isSpoiler: boolean }[];
  /** Pictures whose messages were deleted, and those that Discord doesn't hand out at the moment. */
  gone: number;
  unreachable: number;
  /** To be uploaded with the message. */
  files: readonly PictureFile[];
  /** Of the message that is edited. */
  kept: readonly { id: string; name: string }[];
}

export const noPictures: ShownPictures = { items: [], gone: 0, unreachable: 0, files: [], kept: [] };

/** Whose pictures they are. */
export interface PictureOwner {
  guildId: string;
  number: number;
  pictures?: readonly EntryPicture[];
}
