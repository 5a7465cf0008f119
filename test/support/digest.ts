/** A digest service over the real database, with a clock to set and a channel that records what is posted. */
import type { DataSource } from 'typeorm';
import { afterAll, beforeAll } from 'vitest';
import { createDataSource } from '../../src/platform/database.js';
import { DigestService } from '../../src/services/digest-service.js';
import { DigestTrouble } from '../../src/services/digest-trouble.js';
import { GuildService } from '../../src/services/guild-service.js';
import type {
  DigestPost,
  FindOutcome,
  PostOutcome,
  Publisher,
  TroubleNotice,
  TroublePublisher,
} from '../../src/services/publisher.js';
import { DigestContentStore } from '../../src/stores/digest-content-store.js';
import { DigestStore } from '../../src/stores/digest-store.js';
import { DigestTroubleStore } from '../../src/stores/digest-trouble-store.js';
import { GuildStore } from '../../src/stores/guild-store.js';
import type { TestDatabase } from './postgres.js';

/** Discord as far as digests can see it: messages per channel, and the faults a test asks for. */
export class RecordingPublisher implements Publisher {
  readonly messages: (DigestPost & { messageId: string })[] = [];
  /** What the next posts come to; `posted` when none is left. `posted-unheard` posts it and gives no answer. */
  readonly faults: ('posted-unheard' | 'lost' | 'crash-before' | 'crash-after' | PostOutcome)[] = [];
  readonly searches: { channelId: string; periodEnd: Date }[] = [];
  findFault: FindOutcome | undefined;
  posts = 0;

  async postDigest(post: DigestPost): Promise<PostOutcome> {
    this.posts += 1;
    const fault = this.faults.shift();
    if (typeof fault === 'object') return fault;
    if (fault === 'lost') return { outcome: 'unknown' };
    if (fault === 'crash-before') throw new Crash();
    const messageId = String(900_000_000_000_000_000n + BigInt(this.messages.length));
    this.messages.push({ ...post, messageId });
    if (fault === 'crash-after') throw new Crash();
    return fault === 'posted-unheard' ? { outcome: 'unknown' } : { outcome: 'posted', messageId };
  }

  async findDigest(channelId: string, periodEnd: Date): Promise<FindOutcome> {
    this.searches.push({ channelId, periodEnd });
    if (this.findFault) return this.findFault;
    const message = this.messages.find(
      ({ channelId: channel, content }) =>
        channel === channelId && content.periodEnd.getTime() === periodEnd.getTime(),
    );
    return message ? { outcome: 'found', messageId: message.messageId } : { outcome: 'absent' };
  }
}

/** The moderators' log channel or the owner: whoever is told that a digest cannot be posted. */
export class RecordingTroubles implements TroublePublisher {
  readonly told: TroubleNotice[] = [];
  /** Nobody takes it. */
  isDeaf = false;

  async tellTrouble(notice: TroubleNotice): Promise<boolean> {
    if (!this.isDeaf) this.told.push(notice);
    return !this.isDeaf;
  }
}

/** Stands for the end of the process: whoever sees it does not go on to mark anything. */
export class Crash extends Error {}

export interface DigestBench {
  readonly service: DigestService;
  /** The settings as the service's own process remembers them. */
  readonly guilds: GuildService;
  readonly publisher: RecordingPublisher;
  readonly troubles: RecordingTroubles;
  readonly ledger: DigestStore;
  readonly contents: DigestContentStore;
  readonly dataSource: DataSource;
  now: Date;
  /** Another process of the same bot: same database, same Discord, nothing else in common. */
  another(ledger?: DigestStore): DigestService;
  /** A fresh guild's id. */
  guild(): string;
}

let guilds = 0;

/** Call at the top level of a test file. */
export function useDigests(database: TestDatabase): DigestBench {
  const bench = { now: new Date('2026-03-04T10:00Z'), troubles: new RecordingTroubles() } as {
    -readonly [Key in keyof DigestBench]: DigestBench[Key];
  };
  beforeAll(async () => {
    const dataSource = await createDataSource({ url: database.url, poolSize: 20 }).initialize();
    const clock = () => bench.now;
    const ledger = new DigestStore(dataSource);
    const contents = new DigestContentStore(dataSource);
    const publisher = new RecordingPublisher();
    const own = new GuildService(new GuildStore(dataSource), clock);
    const another = (ownLedger = ledger, settings = new GuildService(new GuildStore(dataSource), clock)) =>
      new DigestService({
        ledger: ownLedger,
        contents,
        guilds: settings,
        publisher,
        cohortChannelOf: async () => '500000000000000001',
        trouble: new DigestTrouble({
          store: new DigestTroubleStore(dataSource),
          guilds: settings,
          publisher: bench.troubles,
          clock,
        }),
        clock,
      });
    Object.assign(bench, {
      dataSource,
      ledger,
      contents,
      publisher,
      another,
      guilds: own,
      service: another(ledger, own),
    });
  });
  afterAll(() => bench.dataSource?.destroy());
  bench.guild = () => String(100_000_000_000_000_000n + BigInt(process.pid) * 100_000n + BigInt(guilds++));
  return bench;
}

/** An entry made by hand, at a time of its own; its author becomes a member. */
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
