/** A solved challenge that resembles a question, and what solved it. */
import type { CardPlace } from './entry-details.js';

export interface SimilarChallenge {
  number: number;
  title: string;
  authorId: string;
  /** The accepted one. */
  solution: { number: number; body: string; authorId: string };
  card: CardPlace | null;
}
