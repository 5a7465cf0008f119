/** What comes before what: channels as their list shows them, ids by age. */
import type { PlaceChannel } from '../../client/places.js';

/** For `sort`, among the channels of one category. */
export function byPosition(first: PlaceChannel, second: PlaceChannel): number {
  return first.position - second.position || compareIds(first.id, second.id);
}

/** Negative when the first id is older than the second. */
export function compareIds(first: string, second: string): number {
  return first.length - second.length || (first < second ? -1 : first > second ? 1 : 0);
}
