/** The moderation queue on a cohort's database, with a publisher that records what it would post. */

import { DiscordAPIError, RESTJSONErrorCodes } from 'discord.js';
import type { EntryPicture } from '../../src/entities/picture.js';
import { CardStore } from '../../src/features/entries/card-store.js';
import { EntryService } from '../../src/features/entries/entry-service.js';
import { EntryStore } from '../../src/features/entries/entry-store.js';
import { entryTopics } from '../../src/features/entries/entry-topics.js';
import { QueueCardStore } from '../../src/features/moderation/queue-card-store.js';
import { QueueCards } from '../../src/features/moderation/queue-cards.js';
import { QueueService } from '../../src/features/moderation/queue-service.js';
import { QueueStore } from '../../src/features/moderation/queue-store.js';
import { queueTopics } from '../../src/features/moderation/queue-topics.js';
import { QueueWaitStore } from '../../src/features/moderation/queue-wait-store.js';
import { ReportService } from '../../src/features/moderation/report-service.js';
import { ReportStore } from '../../src/features/moderation/report-store.js';
import { justTaken, noPictures, onMessage } from '../../src/features/pictures/index.js';
import { ImportService } from '../../src/features/readme/import-service.js';
import { ImportStore } from '../../src/features/readme/import-store.js';
import { guildId, useCohort } from './cohort.js';
import { makeOutbox, RecordingMessenger } from './outbox.js';
import { passingGuard } from './passing-guard.js';
import { documentOf, pair, technology } from './readme-document.js';
import { textOf } from './view-text.js';

export const logChannelId = '720000000000000003';
export const cohortChannelId = '720000000000000001';

/** A message of the queue, or a change of one, in their order. */
export interface Posted {
  what: 'card' | 'update' | 'entry' | 'import' | 'reminder' | 'reopened';
  channelId: string;
  messageId: string;
  text: string;
}

/** Discord still has every picture. */
async function uploaded({ pictures = [] }: { pictures?: readonly EntryPicture[] }) {
  return justTaken(pictures.map((picture) => ({ ...picture, size: 5, content: Buffer.from('bytes') })));
}

/** Call once at the top level of a test file. */
export function useQueue(poolSize = 30) {
  const cohort = useCohort(poolSize);
  const clock = () => cohort.time.now;
  const messenger = new RecordingMessenger();
  const posted: Posted[] = [];
  const answers = { update: 'updated' as 'updated' | 'gone' };
  const post = messenger.post.bind(messenger);
  messenger.post = async (asked) => {
    const before = messenger.messages.length;
    const outcome = await post(asked);
    for (const { channelId, messageId, view } of messenger.messages.slice(before)) {
      posted.push({
        what: kindOf(channelId, JSON.stringify(view)),
        channelId,
        messageId,
        text: textOf(view),
      });
    }
    return outcome;
  };
  const rest = {
    get: async () => ({}),
    async patch(route: string, { body }: { body: never }) {
      const [, channelId = '', messageId = ''] = /channels\/(\d+)\/messages\/(\d+)/.exec(route) ?? [];
      if (answers.update === 'gone') throw unknownMessage();
      posted.push({ what: 'update', channelId, messageId, text: textOf(body) });
    },
  };
  return {
    database: cohort.database,
    dataSource: cohort.dataSource,
    time: cohort.time,
    get entries() {
      return new EntryService(new EntryStore(cohort.dataSource()), clock, passingGuard, cohort.mutes);
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
    messenger,
    get queue() {
      return new QueueService(new QueueStore(cohort.dataSource()), clock, { shown: async () => noPictures });
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
            posted.push({ what: 'import', channelId, messageId: '1', text: '' });
            return { channelId, messageId: '1' };
          },
        },
        profiles: { fill: async () => undefined },
        guard: passingGuard,
        mutes: cohort.mutes,
        clock,
      });
    },
    /** As one process: posts what is owed, brings cards up to date, and owes reminders. */
    async work({ reminds = false } = {}) {
      const dataSource = cohort.dataSource();
      const store = new QueueCardStore(dataSource);
      const { queue, imports, entries } = this;
      const guilds = cohort.guilds;
      const follows = { wantsMention: async () => true };
      const cohortChannelOf = async () => cohortChannelId;
      const pictures = { uploaded, keepBytes: async () => undefined };
      const cards = new QueueCards({
        store,
        queue,
        guilds,
        rest,
        pictures: { onCard: async (owner, found) => onMessage(owner, found) },
        clock,
        log: { warn: () => undefined } as never,
      });
      const wait = new QueueWaitStore(dataSource);
      const outbox = makeOutbox(
        dataSource,
        [
          ...queueTopics({ cards: store, queue, wait, imports, guilds, cohortChannelOf, follows, pictures }),
          ...entryTopics({ entries, guilds, cohortChannelOf, follows, pictures }),
        ],
        { messenger, clock },
      );
      if (reminds) await cards.enqueueReminders();
      await outbox.deliverDue();
      await cards.keepCurrent();
    },
    /** What is owed of a topic. */
    owed(topic: string) {
      return cohort.database.query<{ reason: string | null; dueAt: Date }>(
        'SELECT reason, due_at AS "dueAt" FROM outbox_messages WHERE topic = $1',
        [topic],
      );
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
    /** Opens all connections, so that parallel work really runs in parallel. */
    async connectAll() {
      const waiting = () => cohort.dataSource().query('SELECT pg_sleep(0.05)');
      await Promise.all(Array.from({ length: poolSize }, waiting));
    },
    /** Deletes everything and resets the clock. */
    async beginAnew() {
      await cohort.database.query('DELETE FROM guilds');
      cohort.time.now = new Date('2026-03-04T09:00:00Z');
      posted.length = 0;
      messenger.messages.length = 0;
      messenger.faults.length = 0;
      messenger.channels.clear();
      answers.update = 'updated';
      await cohort.guilds.settings(guildId);
    },
  };
}

function kindOf(channelId: string, view: string): Posted['what'] {
  if (channelId === cohortChannelId) {
    if (view.includes('is open again')) return 'reopened';
    return view.includes('custom_id') && view.includes('helpful') ? 'entry' : 'import';
  }
  return view.includes('custom_id') ? 'card' : 'reminder';
}

function unknownMessage(): DiscordAPIError {
  return new DiscordAPIError(
    { code: RESTJSONErrorCodes.UnknownMessage, message: 'Unknown Message' },
    RESTJSONErrorCodes.UnknownMessage,
    404,
    'PATCH',
    '',
    {},
  );
}
