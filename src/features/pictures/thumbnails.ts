/** The first picture of each of several entries, for lists. */
import { within } from '../../platform/waiting.js';
import type { PictureOwner } from './picture-model.js';
import type { PictureService } from './picture-service.js';

/** A list doesn't wait longer than this for its pictures (ms). */
const timeoutMs = 1_500;

export interface Thumbnail {
  url: string;
  alt: string | null;
  isSpoiler: boolean;
}

/** By number, of entries that have a picture; none of them when Discord takes too long. */
export async function thumbnailsOf(
  guildId: string,
  entries: readonly Omit<PictureOwner, 'guildId'>[],
  pictures: Pick<PictureService, 'shown'>,
  limitMs = timeoutMs,
): Promise<ReadonlyMap<number, Thumbnail>> {
  const finding = entries.map(async ({ number, pictures: [first] = [] }): Promise<[number, Thumbnail][]> => {
    if (!first) return [];
    const { items } = await pictures.shown({ guildId, number, pictures: [first] });
    // What lies in no message yet has no address.
    return items.filter(({ url }) => !url.startsWith('attachment:')).map((item) => [number, item]);
  });
  const none: [number, Thumbnail][][] = [];
  return new Map((await within(limitMs, Promise.all(finding), () => none)).flat());
}
