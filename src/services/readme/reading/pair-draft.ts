/** A challenge as it is gathered from a document, before it is an entry to be. */
import { type Passage, passage } from '../passages/passages.js';
import type { RichText } from '../passages/rich-text.js';

export interface Draft {
  /** What names it, when that is not its own first words. */
  title: RichText | null;
  problem: Passage[];
  /** Empty while none is found. */
  solution: Passage[];
  /** What stands below its title without a label. */
  free: Passage[];
  section: string | null;
  /** Its title is a heading, which may turn out to name a group of challenges. */
  isHeading: boolean;
}

export function draftOf(title: RichText | null, isHeading: boolean): Draft {
  return { title, problem: [], solution: [], free: [], section: null, isHeading };
}

/** Words as a line of their own. */
export function lineOf(text: RichText): Passage {
  return passage('line', text);
}
