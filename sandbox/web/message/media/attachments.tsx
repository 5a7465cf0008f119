/** The files of a message: pictures in a gallery, all else as cards. */
import type { Message } from '../../model.js';
import { FileCard } from './file-card.js';
import { Gallery } from './gallery.js';

type Attachment = Message['attachments'][number];

/** Discord's flag for a hidden attachment. */
const IS_SPOILER = 1 << 3;

export function Attachments({ attachments }: { attachments: readonly Attachment[] }) {
  const pictures = attachments.filter(isPicture);
  const files = attachments.filter((one) => !isPicture(one));
  return (
    <>
      {pictures.length > 0 && (
        <Gallery
          pictures={pictures.map((one) => ({
            url: one.url,
            description: one.description ?? one.filename,
            width: one.width,
            height: one.height,
            isSpoiler: isSpoiler(one),
          }))}
        />
      )}
      {files.map((one) => (
        <FileCard
          key={one.id}
          url={one.url}
          name={one.title ?? one.filename}
          size={one.size}
          contentType={one.content_type}
          isSpoiler={isSpoiler(one)}
        />
      ))}
    </>
  );
}

function isPicture({ content_type: type, filename }: Attachment): boolean {
  return type ? /^image\/(?:png|jpeg|gif|webp|avif)/.test(type) : /\.(?:png|jpe?g|gif|webp)$/i.test(filename);
}

function isSpoiler({ filename, flags }: Attachment): boolean {
  return filename.startsWith('SPOILER_') || ((flags ?? 0) & IS_SPOILER) !== 0;
}
