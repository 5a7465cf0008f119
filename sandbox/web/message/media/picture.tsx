/** A picture of a message: small in it, whole in a window of its own; one from elsewhere is only named. */
import { useState } from 'preact/hooks';
import { Dialog } from '../../parts/dialog.js';
import { words } from '../../words/words.js';
import { OpenOutsideIcon } from '../icons.js';
import { safeAddress } from '../markdown/address.js';
import { fileHere, fileName } from './address.js';
import './media.css';

export interface PictureProps {
  url: string;
  /** What it shows, in the words of who posted it. */
  description?: string | null | undefined;
  width?: number | null | undefined;
  height?: number | null | undefined;
  isSpoiler?: boolean | undefined;
  class?: string;
}

export function Picture(props: PictureProps) {
  const { url, description, width, height, isSpoiler = false } = props;
  const [isShown, setShown] = useState(!isSpoiler);
  const [isOpen, setOpen] = useState(false);
  const path = fileHere(url);
  if (!path) return <PictureElsewhere url={url} description={description} />;
  const name = description || fileName(url);
  return (
    <>
      <button
        type="button"
        class={`picture ${isShown ? '' : 'picture-hidden'} ${props.class ?? ''}`}
        aria-label={isShown ? words().media.openPicture(name) : words().media.showPicture}
        onClick={() => (isShown ? setOpen(true) : setShown(true))}
      >
        <img
          src={path}
          alt={isShown ? name : ''}
          width={width ?? undefined}
          height={height ?? undefined}
          loading="lazy"
        />
        {!isShown && <span class="spoiler-label">{words().spoiler}</span>}
      </button>
      {isOpen && (
        <Dialog title={name} isBare class="picture-dialog" onClose={() => setOpen(false)}>
          <img class="picture-whole" src={path} alt={name} />
          <a href={path} target="_blank" rel="noopener noreferrer">
            {words().media.openOutside}
          </a>
        </Dialog>
      )}
    </>
  );
}

/** Nothing is fetched from elsewhere; who wants to see it follows the link. */
function PictureElsewhere({ url, description }: Pick<PictureProps, 'url' | 'description'>) {
  const address = safeAddress(url);
  if (!address) return <span class="media-note">{words().media.noAddress}</span>;
  return (
    <a class="media-note" href={address} target="_blank" rel="noopener noreferrer" title={address}>
      <OpenOutsideIcon size={16} />
      <span>{description || words().media.pictureAt(new URL(address).hostname)}</span>
    </a>
  );
}
