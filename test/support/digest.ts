/** A digest service on the real database, with a clock to set and a channel that records what is posted. */

import type { DataSource } from 'typeorm';
import { afterAll, beforeAll } from 'vitest';
import type { DigestContent } from '../../src/features/digest/digest-content-model.js';
import { DigestContentStore } from '../../src/features/digest/digest-content-store.js';
import { DigestMailService } from '../../src/features/digest/digest-mail.js';
import { DigestMailStore } from '../../src/features/digest/digest-mail-store.js';
import { digestMailTopic } from '../../src/features/digest/digest-mail-topic.js';
import { DigestService } from '../../src/features/digest/digest-service.js';
import { DigestStore } from '../../src/features/digest/digest-store.js';
import { digestTopic } from '../../src/features/digest/digest-topic.js';
import { digestTroubleTopic } from '../../src/features/digest/digest-trouble-topic.js';
import { GuildService } from '../../src/features/guilds/guild-service.js';
import { GuildStore } from '../../src/features/guilds/guild-store.js';
import { LanguageService } from '../../src/features/languages/language-service.js';
import { LanguageStore } from '../../src/features/languages/language-store.js';
import { createDataSource } from '../../src/platform/database.js';
import { makeOutbox, type PostedMessage, RecordingMessenger } from './outbox.js';
import type { TestDatabase } from './postgres.js';

/** A message with what it was made of. */
export interface PostedDigest extends PostedMessage {
  content: DigestContent;
}

/** A digest service with its outbox, as one process has them. */
export interface DigestProcess extends DigestService {
  readonly outbox: ReturnType<typeof makeOutbox>;
  readonly mail: DigestMailService;
  /** Ends what is over and posts what is due. */
  postDue(): Promise<void>;
}

export interface DigestBench {
  readonly service: DigestProcess;
  /** The settings as the service's own process remembers them. */
  readonly guilds: GuildService;
  readonly messenger: RecordingMessenger;
  readonly ledger: DigestStore;
  readonly contents: DigestContentStore;
  readonly dataSource: DataSource;
  /** Users who left every guild. */
  readonly left: Set<string>;
  now: Date;
  /** Another process of the same bot: same database, same Discord, nothing else in common. */
  another(): DigestProcess;
  /** A fresh guild's id. */
  guild(): string;
  /** What was posted as the guild's digest, in order. */
  postedOf(guildId: string): PostedDigest[];
  /** Forgets all messages and faults. */
  clear(): void;
}

export const ownerId = '600000000000000007';
export const cohortChannelId = '500000000000000001';

let guilds = 0;

/** Call at the top level of a test file. */
export function useDigests(database: TestDatabase): DigestBench {
  const messenger = new RecordingMessenger();
  // Faults are the digest's own; what is told of it goes through.
  messenger.isFaulty = ({ nonce }) => nonce.includes('.');
  const read = new Map<string, DigestContent>();
  const bench = { now: new Date('2026-03-04T10:00Z'), messenger, left: new Set() } as unknown as {
    -readonly [Key in keyof DigestBench]: DigestBench[Key];
  };
  beforeAll(async () => {
    const dataSource = await createDataSource({ url: database.url, poolSize: 20 }).initialize();
    const clock = () => bench.now;
    const ledger = new DigestStore(dataSource);
    const contents = new DigestContentStore(dataSource);
    const noted = {
      async read(...asked: Parameters<DigestContentStore['read']>) {
        const content = await contents.read(...asked);
        read.set(`${content.guildId} ${content.periodEnd.getTime()}`, content);
        return content;
      },
    };
    const painter = { paint: async () => undefined };
    const own = new GuildService(new GuildStore(dataSource), clock);
    const another = (settings = new GuildService(new GuildStore(dataSource), clock)): DigestProcess => {
      const store = new DigestMailStore(dataSource);
      const mail = new DigestMailService(store, clock);
      const parts = { ledger, contents: noted, guilds: settings, painter };
      const languages = new LanguageService(new LanguageStore(dataSource), settings, clock);
      const outbox = makeOutbox(
        dataSource,
        [
          digestTopic({ ...parts, cohortChannelOf: async () => cohortChannelId }),
          digestTroubleTopic({
            guilds: settings,
            languages,
            ownerOf: async () => ({ ownerId, name: 'Cohort' }),
          }),
          digestMailTopic({
            ...parts,
            languages,
            store,
            isMember: async (_guildId, userId) => !bench.left.has(userId),
            onClosed: () => mail.forgetClosed(),
          }),
        ],
        { messenger, clock },
      );
      const service = new DigestService({ ledger, contents, guilds: settings, outbox, clock });
      return Object.assign(service, {
        outbox,
        mail,
        async postDue() {
          await service.closeDuePeriods();
          await outbox.deliverDue();
        },
      });
    };
    Object.assign(bench, { dataSource, ledger, contents, another, guilds: own, service: another(own) });
  });
  afterAll(() => bench.dataSource?.destroy());
  bench.guild = () => String(100_000_000_000_000_000n + BigInt(process.pid) * 100_000n + BigInt(guilds++));
  bench.postedOf = (guildId) =>
    messenger.messages.flatMap((message) => {
      const [guild, end] = message.nonce.split('.');
      if (guild !== BigInt(guildId).toString(36) || !end) return [];
      const content = read.get(`${guildId} ${Number.parseInt(end, 36)}`);
      return content ? [{ ...message, content }] : [];
    });
  bench.clear = () => {
    messenger.restarted();
    messenger.messages.length = 0;
    messenger.faults.length = 0;
    messenger.posts = 0;
    messenger.doors.clear();
    messenger.channels.clear();
    messenger.findFault = undefined;
    bench.left.clear();
  };
  return bench;
}

/** An entry inserted directly, at a given time; its author becomes a member. */
export interface MadeEntry {
  guildId: string;
  number: number;
  at: string | Date;
  author?: string;
  type?: 'learning' | 'challenge' | 'solution';
  title?: string;
  body?: string;
  challenge?: number;
  acceptedAt?: string;
  state?: 'visible' | 'hidden' | 'deleted';
}

export async function makeEntry(dataSource: DataSource, made: MadeEntry): Promise<void> {
  const { guildId, number, author = '200000000000000001', type = 'learning', state = 'visible' } = made;
  const at = new Date(made.at);
  await makeMember(dataSource, guildId, author);
  await dataSource.query(
    `INSERT INTO entries (guild_id, number, type, kind, title, body, author_id, challenge_number, accepted_at, accepted_by,
       created_at, hidden_at, deleted_at, deleted_by)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14)`,
    [
      guildId,
      number,
      type,
      type === 'learning' ? 'takeaway' : null,
      type === 'solution' ? null : (made.title ?? `Title ${number}`),
      made.body ?? (type === 'solution' ? 'It worked.' : ''),
      author,
      made.challenge ?? null,
      made.acceptedAt ? new Date(made.acceptedAt) : null,
      made.acceptedAt ? author : null,
      at,
      state === 'hidden' ? at : null,
      state === 'deleted' ? at : null,
      state === 'deleted' ? author : null,
    ],
  );
}

export async function makeMember(
  dataSource: DataSource,
  guildId: string,
  userId: string,
  { name = `Member ${userId.slice(-2)}`, hasLeft = false } = {},
): Promise<void> {
  const met = new Date('2026-01-01T00:00Z');
  await dataSource.query('INSERT INTO guilds (id, created_at) VALUES ($1, $2) ON CONFLICT DO NOTHING', [
    guildId,
    met,
  ]);
  await dataSource.query(
    `INSERT INTO members (guild_id, user_id, display_name, first_seen_at, seen_at, left_at)
     VALUES ($1, $2, $3, $4, $4, $5) ON CONFLICT DO NOTHING`,
    [guildId, userId, name, met, hasLeft ? met : null],
  );
}

export async function vote(
  dataSource: DataSource,
  guildId: string,
  number: number,
  member: string,
  at: string,
) {
  await makeMember(dataSource, guildId, member);
  await dataSource.query(
    'INSERT INTO helpful_votes (guild_id, entry_number, member_id, voted_at) VALUES ($1, $2, $3, $4)',
    [guildId, number, member, new Date(at)],
  );
}
