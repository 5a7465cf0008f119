/** A challenge between document and entry: its parts, gathered but not yet put into words. */
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
}

export function draftOf(parts: Partial<Draft>): Draft {
  return { title: null, problem: [], solution: [], free: [], section: null, ...parts };
}

/** Words as a line of their own. */
export function lineOf(text: RichText): Passage {
  return passage('line', text);
}
