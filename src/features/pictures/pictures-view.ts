/** Pictures in a message: side by side, and a line for those that are no longer there. */
import { type APIComponentInContainer, ComponentType } from 'discord.js';
import { text } from '../../discord/message/blocks.js';
import type { MessageView } from '../../discord/message/message-view.js';
import type { Catalogue } from '../../locales/catalogue.js';
import type { ShownPictures } from './picture-model.js';

export function pictureParts(
  { pictures }: Catalogue,
  { items, gone, unreachable }: ShownPictures,
): APIComponentInContainer[] {
  return [
    ...(items.length === 0
      ? []
      : [
          {
            type: ComponentType.MediaGallery as const,
            items: items.map(({ url, alt, isSpoiler }) => ({
              media: { url },
              ...(alt && { description: alt }),
              ...(isSpoiler && { spoiler: true }),
            })),
          },
        ]),
    ...(gone === 0 ? [] : [text(pictures.gone(gone))]),
    ...(unreachable === 0 ? [] : [text(pictures.unreachable(unreachable))]),
  ];
}

/** What the message brings along or keeps. */
export function pictureFiles({ files, kept }: ShownPictures): Pick<MessageView, 'files' | 'kept'> {
  return {
    ...(files.length > 0 && { files: [...files] }),
    ...(kept.length > 0 && { kept }),
  };
}
