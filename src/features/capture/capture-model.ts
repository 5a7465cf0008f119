/** A message of the chat, what it is saved as, and why it may not be. */

import type { OfferedPicture } from '../pictures/picture-model.js';

export const captureTypes = ['learning', 'challenge', 'solution'] as const;
export type CaptureType = (typeof captureTypes)[number];

/** A message as Discord hands it over with a command of its menu: whole, although the bot doesn't read channels. */
export interface ChatMessage {
  id: string;
  channelId: string;
  authorId: string;
  authorName: string;
  /** A bot, an app or a webhook wrote it. */
  isAutomatic: boolean;
  /** Discord's own line, such as that somebody joined. */
  isSystem: boolean;
  /** Its Markdown, with names in place of mentions. */
  text: string;
  /** Files that may be pictures. */
  pictures?: readonly OfferedPicture[];
}

/** Messages of one author in one channel, in their order, as they are stored until the form comes back. */
export interface CaptureDraft {
  channelId: string;
  messageIds: readonly string[];
  authorId: string;
  authorName: string;
  text: string;
  /** Of all of them. */
  pictures?: readonly OfferedPicture[];
}

/** The author is not named as muted or unwilling: that is theirs. */
export type CaptureRefusal =
  | 'automatic'
  | 'system'
  | 'empty'
  | 'closed-channel'
  | 'author'
  | 'author-left'
  | 'gone';
