/** The answers to asking, answering and accepting, by button, form or command. */
import type { Context, Outcome } from '../../discord/define.js';
import { note } from '../../discord/message/blocks.js';
import { escapeTitle, shorten } from '../../discord/message/text.js';
import { defineEffect } from '../../discord/outcome.js';
import { formerMember } from '../../entities/member.js';
import type { DraftService } from '../drafts/index.js';
import {
  announcement,
  type EntryService,
  keptAnswer,
  staleCards,
  type Taken,
  type TypedEntry,
} from '../entries/index.js';
import type { Guard } from '../guard/index.js';
import type { Mentions } from '../notifications/index.js';
import { type OfferedPicture, pictureText } from '../pictures/index.js';
import type { ChallengeService } from './challenge-service.js';
import type { DraftText, SimilarChallenge } from './similar-model.js';
import { similarView } from './similar-view.js';

/** How much of a title a line repeats (UTF-16 units). */
const titleShown = 120;

/** What proposing a challenge uses. */
export interface Proposing {
  drafts: Pick<DraftService, 'keep'>;
  entries: Pick<EntryService, 'checkChallenge' | 'post'>;
  search: {
    similarSolved(
      guildId: string,
      draft: DraftText,
    ): Promise<Record<'strong' | 'weak', readonly SimilarChallenge[]>>;
  };
}

/** Solved challenges that may help, shown to the author after their challenge is posted. */
export const alsoSimilar = defineEffect<readonly SimilarChallenge[]>('similar challenges');

/**
 * Shows the member up to three very similar solved challenges, storing the draft meanwhile; posts at once
 * when there are none, and then names less similar ones.
 */
export async function proposeChallenge(
  typed: TypedEntry,
  { offered, ...pictures }: Taken & { offered: readonly OfferedPicture[] },
  context: Context<Proposing>,
): Promise<Outcome> {
  const { guildId, actor, words, services } = context;
  await services.entries.checkChallenge(guildId, actor, typed, pictures.taken);
  const { strong, weak } = await services.search.similarSolved(guildId, typed);
  if (strong.length > 0) {
    const [picture] = pictures.taken.length > 0 ? offered : [];
    const fields = { ...typed, ...(picture && { picture: pictureText(picture) }) };
    const draft = await services.drafts.keep(guildId, actor.id, 'challenge', fields);
    return { kind: 'message', privately: true, view: similarView(words, draft, strong) };
  }
  const entry = await services.entries.post(guildId, actor, typed, { pictures: pictures.taken });
  return named(keptAnswer(context, entry, { pictures }), weak);
}

/** The same answer, followed by those challenges. */
export function named(outcome: Outcome, similar: readonly SimilarChallenge[]): Outcome {
  if (similar.length === 0 || (outcome.kind !== 'message' && outcome.kind !== 'delivery')) return outcome;
  return { ...outcome, effects: [...(outcome.effects ?? []), alsoSimilar(similar)] };
}

/** What answering a challenge uses. */
export interface Solving {
  entries: Pick<EntryService, 'solve'>;
  follows: Mentions;
}

/** Stores the solution; its card mentions the asker, unless they answer themselves. */
export async function offerSolution(
  number: number,
  typed: { solution: string; link: string },
  context: Context<Solving>,
): Promise<Outcome> {
  const { guildId, actor, cohortWords, services } = context;
  const entry = await services.entries.solve(guildId, actor, number, typed);
  return keptAnswer(context, entry, {
    view: await announcement(cohortWords, entry, services.follows),
    stale: [number],
  });
}

/** What accepting uses. */
export interface Accepting {
  challenges: Pick<ChallengeService, 'accept'>;
  follows: Mentions;
  guard: Pick<Guard, 'mayPing'>;
}

/** Makes the pair and updates both cards. Pings are limited, because a pair can be undone and made again endlessly. */
export async function acceptSolution(
  number: number,
  { guildId, actor, cohortWords, services }: Context<Accepting>,
): Promise<Outcome> {
  const accepted = await services.challenges.accept(guildId, number, actor);
  const { authorId, challengeNumber, challenge, stale } = accepted;
  const title = escapeTitle(shorten(challenge?.title ?? '', titleShown));
  const helper = authorId === formerMember ? null : authorId;
  const isWanted =
    authorId !== actor.id && (await services.follows.wantsMention(guildId, authorId, 'accepted'));
  const pings = isWanted && services.guard.mayPing(guildId, actor);
  return {
    kind: 'message',
    view: {
      ...note(cohortWords.entries.accepted(challengeNumber ?? 0, title, helper)),
      mentions: pings ? [authorId] : [],
    },
    effects: [staleCards(stale)],
  };
}

/** What reopening uses. */
export interface Reopening {
  challenges: Pick<ChallengeService, 'reopen'>;
}

/** The challenge is open again, and its cards and those of its solutions say so. */
export async function reopenChallenge(
  number: number,
  { guildId, actor, cohortWords, services }: Context<Reopening>,
): Promise<Outcome> {
  const { stale } = await services.challenges.reopen(guildId, number, actor);
  return { kind: 'message', view: note(cohortWords.entries.reopened(number)), effects: [staleCards(stale)] };
}
