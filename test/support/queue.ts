/** The moderators' queue on a cohort's database, with a publisher that takes note of what it would post. */
import type { QueueDetails } from '../../src/entities/queue-details.js';
import { EntryService } from '../../src/services/entry-service.js';
import { ImportService } from '../../src/services/import-service.js';
import type { FindOutcome, PostOutcome } from '../../src/services/publisher.js';
import { QueuePoster, type QueuePublisher } from '../../src/services/queue-poster.js';
import { QueueService } from '../../src/services/queue-service.js';
import { ReportService } from '../../src/services/report-service.js';
import { CardStore } from '../../src/stores/card-store.js';
import { EntryStore } from '../../src/stores/entry-store.js';
import { ImportStore } from '../../src/stores/import-store.js';
import { QueuePostStore } from '../../src/stores/queue-post-store.js';
import { QueueStore } from '../../src/stores/queue-store.js';
import { ReportStore } from '../../src/stores/report-store.js';
import { guildId, useCohort } from './cohort.js';
import { openDoor } from './open-door.js';
import { documentOf, pair, technology } from './readme-document.js';

export const logChannelId = '720000000000000003';
export const cohortChannelId = '720000000000000001';

/** A queue's posts, in their order: what was done, and which item, entry or count it was about. */
export interface Posted {
  what: 'card' | 'update' | 'entry' | 'import' | 'reminder';
  channelId: string;
  messageId?: string;
  nonce?: string;
  item?: QueueDetails | null;
  number?: number;
  count?: number;
}

/** Call once, at the top level of a test file. */
export function useQueue(poolSize = 30) {
  const cohort = useCohort(poolSize);
  const clock = () => cohort.time.now;
  let nextMessage = 740_000_000_000_000_000n;
  const posted: Posted[] = [];
  const answers = {
    post: undefined as PostOutcome | 'lost' | undefined,
    update: 'updated' as 'updated' | 'gone' | 'failed',
  };
  const take = (post: Omit<Posted, 'messageId'>): PostOutcome => {
    if (answers.post && answers.post !== 'lost') return answers.post;
    nextMessage += 1n;
    const messageId = String(nextMessage);
    posted.push({ ...post, messageId });
    return answers.post === 'lost' ? { outcome: 'unknown' } : { outcome: 'posted', messageId };
  };
  const found = (is: (post: Posted) => boolean): FindOutcome => {
    const messageId = posted.find(is)?.messageId;
    return messageId ? { outcome: 'found', messageId } : { outcome: 'absent' };
  };
  const publisher: QueuePublisher = {
    postCard: async ({ channelId, nonce }, item) => take({ what: 'card', channelId, nonce, item }),
    async updateCard({ channelId, messageId }, item) {
      if (answers.update === 'updated') posted.push({ what: 'update', channelId, messageId, item });
      return answers.update;
    },
    findCard: async (channelId, id) =>
      found((post) => post.what === 'card' && post.channelId === channelId && post.item?.id === id),
    postEntry: async ({ channelId, nonce }, { number }) => take({ what: 'entry', channelId, nonce, number }),
    findEntry: async (channelId, number) =>
      found((post) => post.what === 'entry' && post.channelId === channelId && post.number === number),
    async postReminder({ channelId }, { count }) {
      posted.push({ what: 'reminder', channelId, count });
    },
  };
  return {
    database: cohort.database,
    dataSource: cohort.dataSource,
    time: cohort.time,
    get entries() {
      return new EntryService(new EntryStore(cohort.dataSource()), clock, openDoor, cohort.mutes);
    },
    get guilds() {
      return cohort.guilds;
    },
    get cards() {
      return cohort.cards;
    },
    get challenges() {
      return cohort.challenges;
    },
    get mutes() {
      return cohort.mutes;
    },
    posted,
    answers,
    get queue() {
      return new QueueService(new QueueStore(cohort.dataSource()), clock);
    },
    get reports() {
      const store = new ReportStore(cohort.dataSource());
      return new ReportService(store, new CardStore(cohort.dataSource()), cohort.entries, clock);
    },
    get imports() {
      return new ImportService({
        store: new ImportStore(cohort.dataSource()),
        attachments: { read: async () => Buffer.from('A README') },
        reader: {
          read: async () =>
            documentOf([pair('CORS blocks the front end', 'Allow its origin'), technology('Docker')]),
        },
        publisher: {
          async postSummary(channelId) {
            const outcome = take({ what: 'import', channelId });
            return outcome.outcome === 'posted' ? { channelId, messageId: outcome.messageId } : null;
          },
        },
        profiles: { fill: async () => undefined },
        guard: openDoor,
        mutes: cohort.mutes,
        clock,
      });
    },
    get poster() {
      return new QueuePoster({
        store: new QueuePostStore(cohort.dataSource()),
        queue: this.queue,
        entries: this.entries,
        imports: this.imports,
        cards: cohort.cards,
        guilds: cohort.guilds,
        publisher,
        cohortChannelOf: async () => cohortChannelId,
        clock,
      });
    },
    /** The settings of the guild, as a moderator may have them. */
    async set(changes: {
      review?: 'off' | 'new' | 'all';
      reviewBelow?: number;
      logChannelId?: string | null;
    }) {
      await cohort.guilds.change(guildId, changes);
    },
    /** The id of the only open item. */
    async onlyItem(): Promise<string> {
      const { item, count } = await this.queue.page(guildId, 0);
      if (!item || count !== 1) throw new Error(`${count} items are open`);
      return item.id;
    },
    /** Opens all connections, so that what is begun at once does run at once. */
    async connectAll() {
      const waiting = () => cohort.dataSource().query('SELECT pg_sleep(0.05)');
      await Promise.all(Array.from({ length: poolSize }, waiting));
    },
    /** Everything gone, and the clock back. */
    async beginAnew() {
      await cohort.database.query('DELETE FROM guilds');
      cohort.time.now = new Date('2026-03-04T09:00:00Z');
      posted.length = 0;
      answers.post = undefined;
      answers.update = 'updated';
      await cohort.guilds.settings(guildId);
    },
  };
}
