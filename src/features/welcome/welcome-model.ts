/** The first steps of a new member, and what becomes of a Start here card that a moderator asks for. */
import type { CardPlace } from '../../entities/card.js';

/** In the order in which they are proposed. */
export const firstSteps = ['profile', 'share', 'help'] as const;
export type FirstStep = (typeof firstSteps)[number];

/** Which of them are done. */
export type StepsDone = Readonly<Record<FirstStep, boolean>>;

/** What became of a press of the button in the set-up. */
export type StartCardResult =
  | { outcome: 'posted' | 'there'; place: CardPlace }
  | { outcome: 'failed'; channelId: string | null }
  | { outcome: 'under-way' | 'no-channel' };
