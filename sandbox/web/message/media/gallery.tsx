/** One to ten pictures side by side. */
import { Picture, type PictureProps } from './picture.js';

export type GalleryPicture = Omit<PictureProps, 'class'>;

export function Gallery({ pictures }: { pictures: readonly GalleryPicture[] }) {
  return (
    <div class={`gallery gallery-${Math.min(pictures.length, 10)}`}>
      {pictures.map((picture, index) => (
        <Picture key={`${index}-${picture.url}`} {...picture} />
      ))}
    </div>
  );
}
