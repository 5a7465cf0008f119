/** The commands of moderators and the help, dispatched for real: a sandbox, the bot's own client, a real database. */
import type { Client } from 'discord.js';
import { pino } from 'pino';
import { afterAll, beforeAll } from 'vitest';
import type { Person } from '../../sandbox/client.js';
import { type RunningSandbox, startSandbox } from '../../sandbox/server/index.js';
import admin from '../../src/commands/admin.js';
import help from '../../src/commands/help.js';
import helpTopic from '../../src/components/help-topic.js';
import setupBack from '../../src/components/setup-back.js';
import setupChannel from '../../src/components/setup-channel.js';
import setupDigest from '../../src/components/setup-digest.js';
import setupDigestDay from '../../src/components/setup-digest-day.js';
import setupDigestNudge from '../../src/components/setup-digest-nudge.js';
import setupDigestRole from '../../src/components/setup-digest-role.js';
import setupDigestSections from '../../src/components/setup-digest-sections.js';
import setupDigestTime from '../../src/components/setup-digest-time.js';
import setupInvites from '../../src/components/setup-invites.js';
import setupLanguage from '../../src/components/setup-language.js';
import setupLimit from '../../src/components/setup-limit.js';
import setupLogChannel from '../../src/components/setup-log-channel.js';
import setupModeratorRole from '../../src/components/setup-moderator-role.js';
import setupReview from '../../src/components/setup-review.js';
import setupReviewBelow from '../../src/components/setup-review-below.js';
import setupSafety from '../../src/components/setup-safety.js';
import setupTimezone from '../../src/components/setup-timezone.js';
import setupTimezoneChoice from '../../src/components/setup-timezone-choice.js';
import setupTimezoneForm from '../../src/components/setup-timezone-form.js';
import type { Cards } from '../../src/discord/cards.js';
import { createClient } from '../../src/discord/client.js';
import { DigestMailPublisher } from '../../src/discord/digest-mail-publisher.js';
import { Dispatcher } from '../../src/discord/dispatch.js';
import { findCohortChannel } from '../../src/discord/guild-channels.js';
import { DiscordInspector } from '../../src/discord/inspector.js';
import { registerCommands } from '../../src/discord/register.js';
import { createDataSource, knownMigrations } from '../../src/platform/database.js';
import { DigestMailService } from '../../src/services/digest-mail.js';
import { DigestService } from '../../src/services/digest-service.js';
import { DoctorService } from '../../src/services/doctor-service.js';
import { GuildService } from '../../src/services/guild-service.js';
import type { Services } from '../../src/services/services.js';
import { SetupService } from '../../src/services/setup-service.js';
import { DatabaseStore } from '../../src/stores/database-store.js';
import { DigestContentStore } from '../../src/stores/digest-content-store.js';
import { DigestMailStore } from '../../src/stores/digest-mail-store.js';
import { DigestStore } from '../../src/stores/digest-store.js';
import { GuildStore } from '../../src/stores/guild-store.js';
import { QueueWaitStore } from '../../src/stores/queue-wait-store.js';
import { RecordingPublisher } from './digest.js';
import { type TestDatabase, useDatabase } from './postgres.js';

const token = 'sandbox-token-for-tests';
const silent = pino({ level: 'silent' });

/** Every test has a guild of this shape to itself: joining one is quick, logging in anew is not. */
const cohort = {
  owner: 'owner',
  roles: [
    { name: 'Moderator', permissions: ['MANAGE_MESSAGES'] },
    { name: 'Helper', permissions: [] },
  ],
  channels: [{ name: 'prodevprojectnexus' }, { name: 'general' }, { name: 'moderators' }],
  members: [
    { name: 'owner' },
    { name: 'thabo', roles: ['Moderator'] },
    { name: 'kofi', roles: ['Helper'] },
    { name: 'amina' },
  ],
};

export interface AdminDesk {
  readonly sandbox: RunningSandbox;
  readonly client: Client;
  readonly services: Pick<Services, 'clock' | 'digestMail' | 'digests' | 'doctor' | 'guilds' | 'setup'>;
  now: Date;
  /** The present test's guild: its name, its id, its members, and the ids of its channels and roles. */
  guild: { name: string; id: string; members: readonly { name: string; userId: string }[] };
  channels: { prodevprojectnexus: string; general: string; moderators: string };
  roles: { Moderator: string; Helper: string };
  as(name: string, channel?: string): Person;
  /** A guild nobody has set up. */
  begin(): Promise<void>;
  query: TestDatabase['query'];
  /** The guild's row. */
  row(): Promise<Record<string, unknown>>;
}

/** Call at the top level of a test file. */
export function useAdminDesk(): AdminDesk {
  const database = useDatabase();
  const desk = { now: new Date('2026-03-04T10:00Z') } as {
    -readonly [Key in keyof AdminDesk]: AdminDesk[Key];
  };
  const closing: (() => unknown)[] = [];
  desk.as = (name, channel = 'prodevprojectnexus') =>
    desk.sandbox.client.as(name, { guild: desk.guild.name, channel });
  desk.query = database.query;
  desk.row = async () =>
    (await database.query('SELECT * FROM guilds WHERE id = $1', [desk.guild.id]))[0] ?? {};

  beforeAll(async () => {
    const dataSource = await createDataSource({ url: database.url, poolSize: 5 }).initialize();
    closing.push(() => dataSource.destroy());
    desk.sandbox = await startSandbox({
      world: { guilds: [] },
      rateLimits: false,
      bots: [{ token, name: 'Nexus' }],
    });
    closing.push(() => desk.sandbox.close());
    const client = createClient({ apiUrl: desk.sandbox.apiUrl, shards: undefined }, silent);
    closing.push(() => client.destroy());
    desk.client = client;
    const clock = () => desk.now;
    const commands = [admin, help];
    const guilds = new GuildService(new GuildStore(dataSource), clock);
    const cohortChannelOf: ConstructorParameters<typeof DigestService>[0]['cohortChannelOf'] = (
      id,
      settings,
    ) => findCohortChannel(client, id, settings);
    const digests = new DigestService({
      ledger: new DigestStore(dataSource),
      contents: new DigestContentStore(dataSource),
      guilds,
      publisher: new RecordingPublisher(),
      cohortChannelOf,
      trouble: { tell: async () => undefined },
      clock,
    });
    const digestMail = new DigestMailService({
      store: new DigestMailStore(dataSource),
      contents: new DigestContentStore(dataSource),
      guilds,
      publisher: new DigestMailPublisher(client.rest, silent, { paint: async () => undefined }),
      clock,
      pause: async () => undefined,
    });
    const inspector = new DiscordInspector(client, commands);
    const doctor = new DoctorService({
      guilds,
      digests,
      autoModeration: { state: async () => ({ isReadable: true, presets: 0, patterns: 0 }) },
      inspector,
      database: new DatabaseStore(dataSource),
      queue: new QueueWaitStore(dataSource),
      cohortChannelOf,
      knownMigrations,
      clock,
    });
    desk.services = {
      clock,
      digestMail,
      digests,
      doctor,
      guilds,
      setup: new SetupService(guilds, digests, inspector),
    };
    const dispatcher = new Dispatcher({
      isLeader: () => true,
      client,
      services: desk.services as Services,
      commands,
      components: [
        helpTopic,
        setupBack,
        setupChannel,
        setupDigest,
        setupDigestDay,
        setupDigestNudge,
        setupDigestRole,
        setupDigestSections,
        setupDigestTime,
        setupLanguage,
        setupLogChannel,
        setupModeratorRole,
        setupInvites,
        setupLimit,
        setupReview,
        setupReviewBelow,
        setupSafety,
        setupTimezone,
        setupTimezoneChoice,
        setupTimezoneForm,
      ],
      cards: {} as Cards,
      log: silent,
      metrics: { observe: () => undefined },
    });
    client.on('interactionCreate', (interaction) => void dispatcher.dispatch(interaction));
    const ready = new Promise<void>((resolve) => client.once('clientReady', () => resolve()));
    await client.login(token);
    await ready;
    await registerCommands({
      rest: client.rest,
      applicationId: client.application?.id ?? '',
      commands,
      log: silent,
    });
    let guildsMade = 0;
    desk.begin = async () => {
      const name = `Cohort ${++guildsMade}`;
      const made = await desk.sandbox.client.createGuild({ ...cohort, name });
      desk.guild = { name, id: made.id, members: made.members };
      const idsOf = (named: { name: string; id: string }[]) =>
        Object.fromEntries(named.map((one) => [one.name, one.id])) as never;
      desk.channels = idsOf(made.channels);
      desk.roles = idsOf(made.roles);
      desk.now = new Date('2026-03-04T10:00Z');
      await until(() => client.guilds.cache.has(made.id));
    };
  });
  afterAll(async () => {
    for (const close of closing.reverse()) await close();
  });
  return desk;
}

/** Waits for what a gateway event brings. */
export async function until(holds: () => boolean | Promise<boolean>): Promise<void> {
  const deadline = Date.now() + 30_000;
  while (!(await holds())) {
    if (Date.now() > deadline) throw new Error('It did not come about in time.');
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
}
