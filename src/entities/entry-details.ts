/** An entry together with what its card shows: names, counts, its pair and where its card is. */
import type { Entry } from './entry.js';

export interface CardPlace {
  channelId: string;
  messageId: string;
}

/** What only imports, exports and moderators' actions ask for is left out. */
export interface EntryDetails
  extends Omit<Entry, 'section' | 'importId' | 'fingerprint' | 'lostAcceptanceAt' | 'lostAcceptanceBy'> {
  authorName: string;
  helpfulCount: number;
  /** The oldest card still known; null before it is posted. */
  card: CardPlace | null;
  /** Solutions only: the challenge they answer. */
  challenge: { number: number; title: string; authorId: string; visible: boolean } | null;
  /** Challenges only: visible solutions offered. */
  solutionCount: number;
  /** Challenges only: the solution that made it solved; null while it is open. */
  accepted: { number: number; body: string; authorId: string; authorName: string } | null;
}
