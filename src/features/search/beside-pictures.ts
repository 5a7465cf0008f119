/** Pictures beside the results of a page, as many as a message has room for. */
import { type APIComponentInContainer, type APITextDisplayComponent, ComponentType } from 'discord.js';
import type { Thumbnail } from '../pictures/index.js';

/** What a message holds, nested ones counted. */
const componentsAtMost = 40;
/** A section and its picture. */
const perPicture = 2;

/**
 * The parts of each result with its picture beside its text. `around` is what else the container shows; the container
 * counts as well.
 */
export function besidePictures(
  results: readonly (readonly APIComponentInContainer[])[],
  thumbnails: readonly (Thumbnail | undefined)[],
  around: readonly APIComponentInContainer[],
): APIComponentInContainer[] {
  let room = componentsAtMost - 1 - countOf([...around, ...results.flat()]);
  return results.flatMap((parts, index) => {
    const thumbnail = thumbnails[index];
    if (!thumbnail || room < perPicture) return parts;
    room -= perPicture;
    return parts.map((part) => (part.type === ComponentType.TextDisplay ? beside(part, thumbnail) : part));
  });
}

function beside(text: APITextDisplayComponent, { url, alt, isSpoiler }: Thumbnail): APIComponentInContainer {
  return {
    type: ComponentType.Section,
    components: [text],
    accessory: {
      type: ComponentType.Thumbnail,
      media: { url },
      ...(alt && { description: alt }),
      ...(isSpoiler && { spoiler: true }),
    },
  };
}

function countOf(parts: readonly APIComponentInContainer[]): number {
  return parts.reduce((sum, part) => sum + 1 + ('components' in part ? part.components.length : 0), 0);
}
