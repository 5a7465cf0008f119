/** What a message shows of an entry's pictures, by the files it has or is sent with. */
import type { EntryPicture } from '../../entities/picture.js';
import {
  type FoundAttachment,
  noPictures,
  type PictureFile,
  type PictureOwner,
  type ShownPictures,
  type TakenPicture,
} from './picture-model.js';

/** What a message shows whose files are known already, because it is there or is about to be sent. */
export function onMessage(entry: PictureOwner, attachments: readonly FoundAttachment[]): ShownPictures {
  const { pictures = [] } = entry;
  const kept = pictures.flatMap(({ fileName }) => {
    const file = attachments.find(({ name }) => name === fileName);
    return file ? [{ id: file.id, name: fileName }] : [];
  });
  return { ...ofFiles(pictures, kept), gone: pictures.length - kept.length, files: [], kept };
}

/** What the card of a new entry shows. */
export function justTaken(taken: readonly TakenPicture[]): ShownPictures {
  return ofFiles(
    taken,
    taken.map(({ fileName, content, alt }) => ({ name: fileName, content, description: alt ?? undefined })),
  );
}

/** The pictures among these files, shown from the message itself. */
export function ofFiles(
  pictures: readonly EntryPicture[],
  files: readonly { name: string }[],
): ShownPictures & { files: readonly PictureFile[] } {
  const names = new Set(files.map(({ name }) => name));
  return {
    ...noPictures,
    items: pictures
      .filter(({ fileName }) => names.has(fileName))
      .flatMap((picture) => itemOf(picture, `attachment://${picture.fileName}`)),
    files: files.filter((file): file is PictureFile => 'content' in file),
  };
}

/** One picture at an address; none without one. */
export function itemOf({ fileName, alt }: EntryPicture, url: string | undefined) {
  return url === undefined ? [] : [{ url, alt, isSpoiler: fileName.startsWith('SPOILER_') }];
}
