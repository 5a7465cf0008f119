/** A small cohort for tests: the services on a real database, a clock set by hand, and members. */

import { ChallengeService } from '../../src/features/challenges/challenge-service.js';
import { ChallengeStore } from '../../src/features/challenges/challenge-store.js';
import { DraftService } from '../../src/features/drafts/draft-service.js';
import { DraftStore } from '../../src/features/drafts/draft-store.js';
import { CardService, type CardUpdate } from '../../src/features/entries/card-service.js';
import { CardStore } from '../../src/features/entries/card-store.js';
import { EntryService } from '../../src/features/entries/entry-service.js';
import { EntryStore } from '../../src/features/entries/entry-store.js';
import { VoteService } from '../../src/features/entries/vote-service.js';
import { VoteStore } from '../../src/features/entries/vote-store.js';
import { memberHash } from '../../src/features/guard/member-hash.js';
import { MuteService } from '../../src/features/guard/mute-service.js';
import { MuteStore } from '../../src/features/guard/mute-store.js';
import { GuildService } from '../../src/features/guilds/guild-service.js';
import { GuildStore } from '../../src/features/guilds/guild-store.js';
import { useDataSource } from './data-source.js';
import { passingGuard } from './passing-guard.js';

export const guildId = '700000000000000001';
export const otherGuildId = '700000000000000002';

export const amina = { id: '800000000000000001', displayName: 'Amina', isModerator: false, isBot: false };
export const kofi = { id: '800000000000000002', displayName: 'Kofi', isModerator: false, isBot: false };
export const wanjiru = { id: '800000000000000003', displayName: 'Wanjiru', isModerator: false, isBot: false };
export const moderator = { id: '800000000000000009', displayName: 'Thabo', isModerator: true, isBot: false };

/** What a member typed for a learning, with defaults for what the test is not about. */
export const typed = (
  changes: Partial<Record<'kind' | 'title' | 'body' | 'tags' | 'link', string>> = {},
) => ({
  kind: 'concept',
  title: 'Indexes pay off on reads',
  body: 'An index turned a scan of the whole table into a look-up.',
  tags: 'postgresql',
  link: '',
  ...changes,
});

/** Call once at the top level of a test file. */
export function useCohort(poolSize?: number) {
  const { database, dataSource } = useDataSource(poolSize);
  const time = { now: new Date('2026-03-02T08:00:00Z') };
  const clock = () => time.now;
  const updates: { messageId: string; result: CardUpdate }[] = [];
  let nextUpdate: CardUpdate = 'updated';
  const publisher = {
    updateCard: async ({ messageId }: { messageId: string }) => {
      updates.push({ messageId, result: nextUpdate });
      return nextUpdate;
    },
  };
  const mutes = () =>
    new MuteService({
      store: new MuteStore(dataSource()),
      hashOf: memberHash('token of the tests'),
      isModerator: async (_guildId, userId) => userId === moderator.id,
      clock,
    });
  const entries = () => new EntryService(new EntryStore(dataSource()), clock, passingGuard, mutes());
  return {
    database,
    dataSource,
    time,
    updates,
    answerUpdatesWith(result: CardUpdate) {
      nextUpdate = result;
    },
    get entries() {
      return entries();
    },
    get challenges() {
      return new ChallengeService(new ChallengeStore(dataSource()), entries(), clock);
    },
    get mutes() {
      return mutes();
    },
    get votes() {
      return new VoteService(new VoteStore(dataSource()), entries(), clock);
    },
    get cards() {
      return new CardService(new CardStore(dataSource()), publisher, clock);
    },
    get drafts() {
      return new DraftService(new DraftStore(dataSource()), clock);
    },
    get guilds() {
      return new GuildService(new GuildStore(dataSource()), clock);
    },
  };
}

/** Runs the work so many times in parallel; returns the results. */
export function atOnce<T>(
  times: number,
  work: (index: number) => Promise<T>,
): Promise<PromiseSettledResult<T>[]> {
  return Promise.allSettled(Array.from({ length: times }, (_, index) => work(index)));
}
