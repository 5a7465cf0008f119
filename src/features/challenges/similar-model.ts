/** A solved challenge that resembles a question, and what solved it. */
import type { CardPlace } from '../../entities/card.js';

export interface SimilarChallenge {
  number: number;
  title: string;
  authorId: string;
  /** The accepted one. */
  solution: { number: number; body: string; authorId: string };
  card: CardPlace | null;
}

/** What a member is about to ask, as typed. */
export interface DraftText {
  title: string;
  body: string;
  tags: string;
}
