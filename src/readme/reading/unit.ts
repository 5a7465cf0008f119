/** The parts that units are made of. */
import type { Passage } from '../passages/passages.js';
import type { RichText } from '../passages/rich-text.js';
import type { PairRole } from './labels.js';

/** One statement of a section, with or without a label. */
export interface Part {
  at: Passage;
  text: RichText;
  /** The passages below it without a label. */
  below: readonly Passage[];
  depth: number;
  role: PairRole | null;
  label: string;
  isNumbered: boolean;
}

export type Unit = readonly Part[];
