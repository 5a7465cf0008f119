/** A learning as it is read from a document, before it becomes an entry. */
import type { LearningKind } from '../entry-shape.js';

export interface Learning {
  kind: LearningKind;
  title: string;
  body: string;
  link: string | null;
  section: string | null;
  isDone: boolean;
}

/** Where in the document it was found. */
export interface Place {
  kind: LearningKind;
  /** The sub-group of its section, if any. */
  section: string | null;
}
