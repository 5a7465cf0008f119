/** Taking one picture: what is refused before it is downloaded, and what its bytes say. */
import type { CardPlace } from '../../entities/card.js';
import { pictureBounds } from '../../entities/picture.js';
import { cleanLine } from '../../platform/text.js';
import { UserError } from '../../platform/user-error.js';
import type { FoundAttachment, OfferedPicture, TakenPicture } from './picture-model.js';
import { isOtherType, pictureTypeOf } from './picture-type.js';

/** What the rules need of Discord. */
export interface PictureSource {
  /**
   * The files of a message of the bot's; `gone` when it was deleted.
   * @throws what Discord answers otherwise
   */
  filesOf(place: CardPlace): Promise<readonly FoundAttachment[] | 'gone'>;
  /** @throws UserError `attachment-foreign`, `attachment-too-large`, `attachment-gone`, `attachment-unavailable` */
  read(url: string): Promise<Uint8Array>;
}

/** @throws UserError `picture-too-large`, `picture-type`, `picture-gone`, `picture-alt-too-long` */
export async function takePicture(
  source: Pick<PictureSource, 'read'>,
  offered: OfferedPicture,
  position: number,
): Promise<TakenPicture> {
  const content = await source
    .read(offered.url)
    .then((bytes) => Buffer.from(bytes))
    .catch((error: unknown) => {
      if (error instanceof UserError && error.code === 'attachment-too-large') throw tooLarge();
      throw error instanceof UserError ? new UserError('picture-gone', {}) : error;
    });
  const type = pictureTypeOf(content);
  if (!type) throw new UserError('picture-type', {});
  const spoiler = offered.name.startsWith('SPOILER_') ? 'SPOILER_' : '';
  return {
    position,
    fileName: `${spoiler}picture-${position}.${type}`,
    size: content.length,
    alt: cleanAlt(offered.alt),
    sourceUrl: offered.url,
    content,
  };
}

/** @throws UserError `picture-too-large`, `picture-type`, `picture-alt-too-long` */
export function requireAcceptable({ size, contentType, alt }: OfferedPicture): void {
  if (size > pictureBounds.bytes) throw tooLarge();
  if (isOtherType(contentType)) throw new UserError('picture-type', {});
  cleanAlt(alt);
}

/** @throws UserError `picture-alt-too-long` */
export function cleanAlt(raw: string): string | null {
  const alt = cleanLine(raw);
  if (alt.length > pictureBounds.alt) {
    throw new UserError('picture-alt-too-long', { length: alt.length, limit: pictureBounds.alt });
  }
  return alt || null;
}

const tooLarge = () => new UserError('picture-too-large', { mebibytes: pictureBounds.bytes / 1_048_576 });
