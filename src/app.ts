/** The only wiring: explicit lists of commands, components, events and jobs, and the services they share. */
import { createHash } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { type Client, type ClientEvents, DiscordjsErrorCodes } from 'discord.js';
import type { DataSource } from 'typeorm';
import admin from './commands/admin.js';
import challenge from './commands/challenge.js';
import digest from './commands/digest.js';
import entry from './commands/entry.js';
import help from './commands/help.js';
import leaderboard from './commands/leaderboard.js';
import mydata from './commands/mydata.js';
import nexusProfile from './commands/nexus-profile.js';
import profile from './commands/profile.js';
import readme from './commands/readme.js';
import reportToModerators from './commands/report-to-moderators.js';
import search from './commands/search.js';
import share from './commands/share.js';
import accept from './components/accept.js';
import auditPage from './components/audit-page.js';
import challengeForm from './components/challenge-form.js';
import digestDiscuss from './components/digest-discuss.js';
import digestMore from './components/digest-more.js';
import digestPage from './components/digest-page.js';
import digestShare from './components/digest-share.js';
import digestShow from './components/digest-show.js';
import digestSolve from './components/digest-solve.js';
import digestUnsubscribe from './components/digest-unsubscribe.js';
import discuss from './components/discuss.js';
import done from './components/done.js';
import edit from './components/edit.js';
import editForm from './components/edit-form.js';
import forget from './components/forget.js';
import forgetMember from './components/forget-member.js';
import helpTopic from './components/help-topic.js';
import helpful from './components/helpful.js';
import importAll from './components/import-all.js';
import importCancel from './components/import-cancel.js';
import importKeep from './components/import-keep.js';
import importKind from './components/import-kind.js';
import importOpenChallenges from './components/import-open-challenges.js';
import importPage from './components/import-page.js';
import importPick from './components/import-pick.js';
import importProfile from './components/import-profile.js';
import leaderboardPeriod from './components/leaderboard-period.js';
import listing from './components/listing.js';
import openDraft from './components/open-draft.js';
import postAnyway from './components/post-anyway.js';
import profileLinks from './components/profile-links.js';
import profileLinksForm from './components/profile-links-form.js';
import profileProject from './components/profile-project.js';
import profileProjectForm from './components/profile-project-form.js';
import profileReminders from './components/profile-reminders.js';
import queueDecide from './components/queue-decide.js';
import queueDecline from './components/queue-decline.js';
import queueMute from './components/queue-mute.js';
import queuePage from './components/queue-page.js';
import reminderSolve from './components/reminder-solve.js';
import remove from './components/remove.js';
import report from './components/report.js';
import reportForm from './components/report-form.js';
import save from './components/save.js';
import setupBack from './components/setup-back.js';
import setupChannel from './components/setup-channel.js';
import setupDigest from './components/setup-digest.js';
import setupDigestDay from './components/setup-digest-day.js';
import setupDigestNudge from './components/setup-digest-nudge.js';
import setupDigestRole from './components/setup-digest-role.js';
import setupDigestSections from './components/setup-digest-sections.js';
import setupDigestTime from './components/setup-digest-time.js';
import setupInvites from './components/setup-invites.js';
import setupLanguage from './components/setup-language.js';
import setupLimit from './components/setup-limit.js';
import setupLogChannel from './components/setup-log-channel.js';
import setupModeratorRole from './components/setup-moderator-role.js';
import setupReview from './components/setup-review.js';
import setupReviewBelow from './components/setup-review-below.js';
import setupSafety from './components/setup-safety.js';
import setupTimezone from './components/setup-timezone.js';
import setupTimezoneChoice from './components/setup-timezone-choice.js';
import setupTimezoneForm from './components/setup-timezone-form.js';
import shareForm from './components/share-form.js';
import showInChannel from './components/show-in-channel.js';
import solve from './components/solve.js';
import solveForm from './components/solve-form.js';
import thisSolvesIt from './components/this-solves-it.js';
import undoRemove from './components/undo-remove.js';
import viewEntry from './components/view-entry.js';
import { type Config, ConfigError } from './config.js';
import { Attachments } from './discord/attachments.js';
import { DiscordAutoModeration } from './discord/auto-moderation-reader.js';
import { Cards } from './discord/cards.js';
import { createClient } from './discord/client.js';
import type { AnyCommand, Component } from './discord/define.js';
import { DigestMailPublisher } from './discord/digest-mail-publisher.js';
import { DigestPublisher } from './discord/digest-publisher.js';
import { Dispatcher } from './discord/dispatch.js';
import { findCohortChannel } from './discord/guild-channels.js';
import { SummaryPublisher } from './discord/import-publisher.js';
import { DiscordInspector } from './discord/inspector.js';
import { ChannelLogPublisher } from './discord/log-publisher.js';
import { isMember } from './discord/membership.js';
import { isModerator } from './discord/moderators.js';
import { DirectNoticePublisher } from './discord/notice-publisher.js';
import { DiscordPostedMessages } from './discord/posted-messages.js';
import { ChannelQueue } from './discord/queue-publisher.js';
import { registerCommands } from './discord/register.js';
import { ChannelReminders } from './discord/reminder-publisher.js';
import { DigestTroublePublisher } from './discord/trouble-publisher.js';
import type { ReadmeReader } from './entities/readme-document.js';
import clientReady from './events/client-ready.js';
import type { EventHandler, EventParts } from './events/define.js';
import guildCreate from './events/guild-create.js';
import guildDelete from './events/guild-delete.js';
import interactionCreate from './events/interaction-create.js';
import cardsJob from './jobs/cards-job.js';
import channelLogJob from './jobs/channel-log-job.js';
import type { Job } from './jobs/define.js';
import digestJob from './jobs/digest-job.js';
import digestMailJob from './jobs/digest-mail-job.js';
import messageUpdatesJob from './jobs/message-updates-job.js';
import noticesJob from './jobs/notices-job.js';
import queueJob from './jobs/queue-job.js';
import queueReminderJob from './jobs/queue-reminder-job.js';
import remindersJob from './jobs/reminders-job.js';
import { Scheduler } from './jobs/scheduler.js';
import upkeepJob from './jobs/upkeep-job.js';
import { knownMigrations } from './platform/database.js';
import { openDatabase } from './platform/database-session.js';
import { serveHttp } from './platform/http.js';
import { seekLeadership } from './platform/leadership.js';
import { type Logger, plainError } from './platform/logging.js';
import { createMetrics } from './platform/metrics.js';
import { followClock } from './platform/offset-clock.js';
import { Painter } from './platform/painter.js';
import { WorkerReadmeReader } from './platform/readme-reader.js';
import { workerFile } from './platform/worker.js';
import { Workshop } from './platform/workshop.js';
import { AuditService } from './services/audit-service.js';
import { CardService } from './services/card-service.js';
import { ChallengeService } from './services/challenge-service.js';
import { ChannelLog } from './services/channel-log.js';
import { type Clock, systemClock } from './services/clock.js';
import type { ExportAnswer, ExportTask, ExportWriter } from './services/cohort-export/export-tasks.js';
import { CohortExportService } from './services/cohort-export-service.js';
import { DataRightsService } from './services/data-rights-service.js';
import { DigestMailService } from './services/digest-mail.js';
import { DigestService } from './services/digest-service.js';
import { DigestTrouble } from './services/digest-trouble.js';
import { DoctorService } from './services/doctor-service.js';
import { DraftService } from './services/draft-service.js';
import { EntryService } from './services/entry-service.js';
import { ExportService } from './services/export-service.js';
import { AutoModeration } from './services/guard/auto-moderation.js';
import { Guard } from './services/guard/guard.js';
import { GuildService, type GuildSettings } from './services/guild-service.js';
import { ImportService } from './services/import-service.js';
import { LeaderboardService } from './services/leaderboard-service.js';
import { memberHash } from './services/member-hash.js';
import { MessageUpdates } from './services/message-updates.js';
import { ModerationService } from './services/moderation-service.js';
import { MuteService } from './services/mute-service.js';
import { NoticeService } from './services/notice-service.js';
import { ProfileService } from './services/profile-service.js';
import { QueuePoster } from './services/queue-poster.js';
import { QueueService } from './services/queue-service.js';
import { ReminderService } from './services/reminder-service.js';
import { ReportService } from './services/report-service.js';
import { SearchService } from './services/search-service.js';
import type { Services } from './services/services.js';
import { SetupService } from './services/setup-service.js';
import { StatsService } from './services/stats-service.js';
import { TagService } from './services/tag-service.js';
import { VoteService } from './services/vote-service.js';
import { AuditStore } from './stores/audit-store.js';
import { CardStore } from './stores/card-store.js';
import { ChallengeStore } from './stores/challenge-store.js';
import { CohortExportStore } from './stores/cohort-export-store.js';
import { DataRightsStore } from './stores/data-rights-store.js';
import { DatabaseStore } from './stores/database-store.js';
import { DigestContentStore } from './stores/digest-content-store.js';
import { DigestMailStore } from './stores/digest-mail-store.js';
import { DigestStore } from './stores/digest-store.js';
import { DigestTroubleStore } from './stores/digest-trouble-store.js';
import { DraftStore } from './stores/draft-store.js';
import { EntryStore } from './stores/entry-store.js';
import { ForgetStore } from './stores/forget-store.js';
import { GuildStore } from './stores/guild-store.js';
import { ImportStore } from './stores/import-store.js';
import { LeaderboardStore } from './stores/leaderboard-store.js';
import { ListingStore } from './stores/listing-store.js';
import { LogPostStore } from './stores/log-post-store.js';
import { MessageUpdateStore } from './stores/message-update-store.js';
import { ModerationStore } from './stores/moderation-store.js';
import { MuteStore } from './stores/mute-store.js';
import { NoticeStore } from './stores/notice-store.js';
import { ProfileStore } from './stores/profile-store.js';
import { QueuePostStore } from './stores/queue-post-store.js';
import { QueueStore } from './stores/queue-store.js';
import { QueueWaitStore } from './stores/queue-wait-store.js';
import { ReadmeStore } from './stores/readme-store.js';
import { RecentStore } from './stores/recent-store.js';
import { ReminderStore } from './stores/reminder-store.js';
import { ReportStore } from './stores/report-store.js';
import { SearchStore } from './stores/search-store.js';
import { StatsStore } from './stores/stats-store.js';
import { TagStore } from './stores/tag-store.js';
import { VoteStore } from './stores/vote-store.js';

export const commands: readonly AnyCommand[] = [
  share,
  challenge,
  search,
  entry,
  digest,
  leaderboard,
  profile,
  readme,
  mydata,
  nexusProfile,
  reportToModerators,
  help,
  admin,
];

export const components: readonly Component[] = [
  accept,
  auditPage,
  challengeForm,
  digestDiscuss,
  digestMore,
  digestPage,
  digestShare,
  digestShow,
  digestSolve,
  digestUnsubscribe,
  discuss,
  done,
  edit,
  editForm,
  forget,
  forgetMember,
  helpTopic,
  helpful,
  importAll,
  importCancel,
  importKeep,
  importKind,
  importOpenChallenges,
  importPage,
  importPick,
  importProfile,
  leaderboardPeriod,
  listing,
  openDraft,
  postAnyway,
  profileLinks,
  profileLinksForm,
  profileProject,
  profileProjectForm,
  profileReminders,
  ...queueDecide,
  ...queueDecline,
  ...queueMute,
  queuePage,
  reminderSolve,
  remove,
  report,
  reportForm,
  save,
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
  shareForm,
  showInChannel,
  solve,
  solveForm,
  thisSolvesIt,
  undoRemove,
  ...viewEntry,
];

export const events = [clientReady, interactionCreate, guildCreate, guildDelete] as const;

export const jobs: readonly Job[] = [
  digestJob,
  digestMailJob,
  remindersJob,
  cardsJob,
  channelLogJob,
  noticesJob,
  messageUpdatesJob,
  queueJob,
  queueReminderJob,
  upkeepJob,
];

export interface App {
  /** Finishes what was begun, then lets go of Discord and the database. */
  stop(): Promise<void>;
}

/**
 * Starts everything and logs `ready` when commands can be served. `onFatal` is told when the bot can no longer work
 * in this process, such as when Discord refuses its session for good.
 * @throws when the configuration leads nowhere: a refused token, a database of another version
 */
export async function startApp(config: Config, log: Logger, onFatal: (reason: string) => void): Promise<App> {
  const begun = performance.now();
  const metrics = createMetrics();
  const closing: (() => Promise<void> | void)[] = [];
  const stop = async () => {
    for (const close of closing.reverse()) {
      try {
        await close();
      } catch (error) {
        log.warn({ error: plainError(error) }, 'stopping: something would not close');
      }
    }
  };
  try {
    let dataSource: DataSource | undefined;
    let connected: Client | undefined;
    const http = await serveHttp({
      ...config.http,
      metrics: metrics.registry,
      async notReady() {
        const answers = await dataSource?.query('SELECT 1').catch(() => undefined);
        return [...(answers ? [] : ['database']), ...(connected?.isReady() ? [] : ['discord'])];
      },
    });
    closing.push(() => http.close());

    let scheduler: Scheduler | undefined;
    let clock: Clock = systemClock;
    if (config.clockUrl) {
      const followed = await followClock(config.clockUrl, () => void scheduler?.runAll());
      clock = followed.clock;
      closing.push(() => followed.stop());
    }

    const database = await openDatabase(config, log);
    closing.push(() => database.close());
    dataSource = database.dataSource;

    const client = createClient(config, log);
    const workers = startWorkers(log);
    closing.push(() => workers.reader.stop());
    closing.push(() => workers.exportWriter.stop());
    closing.push(() => workers.painter.stop());
    const { services, cards } = createServices(config, dataSource, client, clock, log, workers);
    const { allowedGuilds } = config;
    const leadership = await seekLeadership(database.url, leadershipOf(config), log);
    const dispatcher = new Dispatcher({
      client,
      services,
      commands,
      components,
      cards,
      isLeader: () => leadership.isLeader(),
      onModeration: () => scheduler?.nudge(channelLogJob.name, noticesJob.name),
      log,
      metrics: metrics.interactions,
      allowedGuilds,
    });
    scheduler = new Scheduler(jobs, services, log);
    // Destroying the client takes its token away, so it comes after whatever is still being answered.
    closing.push(() => {
      // Closing the gateway on purpose would be logged as losing it.
      client.removeAllListeners('shardReconnecting');
      return client.destroy();
    });
    // Another process may answer as soon as this one takes nothing new and has finished what it began.
    closing.push(() => leadership.close());
    closing.push(() => {
      client.removeAllListeners('interactionCreate');
      return dispatcher.settled();
    });
    closing.push(() => scheduler?.stop());

    for (const event of events) listen(client, event, { dispatcher, services, log, allowedGuilds });
    client.on('invalidated', () => onFatal('session invalidated'));
    client.on('shardDisconnect', ({ code }) => onFatal(`gateway closed with ${code}`));
    const ready = new Promise<void>((resolve) => client.once('clientReady', () => resolve()));
    await client.login(config.token).catch(explainLogin);
    await ready;
    const applicationId = client.application?.id ?? client.user?.id ?? '';
    const registered = await registerCommands({ rest: client.rest, applicationId, commands, log });
    connected = client;
    scheduler.start();
    log.info(
      {
        guilds: client.guilds.cache.size,
        commands: registered,
        http: http.port,
        database: database.description,
        seconds: Number(((performance.now() - begun) / 1000).toFixed(2)),
      },
      'ready',
    );
    return { stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

/** What works in threads of its own, to be stopped. */
function startWorkers(log: Logger) {
  return {
    reader: new WorkerReadmeReader(),
    exportWriter: new Workshop<ExportTask, ExportAnswer>(
      workerFile('./services/cohort-export/export-worker', import.meta.url),
    ),
    painter: new Painter((error) => log.warn({ error: plainError(error) }, 'a chart could not be painted')),
  };
}

/** The ports behind which those are. */
export interface Workers {
  reader: ReadmeReader;
  exportWriter: ExportWriter;
  painter: Services['painter'];
}

/** The services on a database, and a client that need not be connected. */
export function createServices(
  config: Pick<Config, 'attachmentOrigins' | 'token'>,
  dataSource: DataSource,
  client: Client,
  clock: Clock,
  log: Logger,
  { reader, exportWriter, painter }: Workers,
) {
  const guilds = new GuildService(new GuildStore(dataSource), clock);
  const cohortChannelOf = (guildId: string, settings: GuildSettings) =>
    findCohortChannel(client, guildId, settings);
  const autoModeration = new AutoModeration(new DiscordAutoModeration(client.rest), (error) =>
    log.warn({ error: plainError(error) }, 'the rules of AutoMod could not be read'),
  );
  const guard = new Guard({
    guilds,
    recent: new RecentStore(dataSource),
    autoModeration,
    cohortChannelOf,
    clock,
  });
  const hashOf = memberHash(config.token);
  const listings = new ListingStore(dataSource);
  const auditStore = new AuditStore(dataSource);
  const mutes = new MuteService({
    store: new MuteStore(dataSource),
    hashOf,
    isModerator: async (guildId, userId) =>
      isModerator(client, guildId, userId, await guilds.settings(guildId)),
    clock,
  });
  const entries = new EntryService(new EntryStore(dataSource), clock, guard, mutes);
  const cards = new Cards(client.rest, entries, guilds, log);
  const inspector = new DiscordInspector(client, commands);
  const digests = new DigestService({
    ledger: new DigestStore(dataSource),
    contents: new DigestContentStore(dataSource),
    guilds,
    publisher: new DigestPublisher(client.rest, log, painter),
    cohortChannelOf,
    trouble: new DigestTrouble({
      store: new DigestTroubleStore(dataSource),
      guilds,
      publisher: new DigestTroublePublisher(client.rest, log),
      clock,
    }),
    clock,
  });
  const profileStore = new ProfileStore(dataSource);
  const readmeStore = new ReadmeStore(dataSource);
  const profiles = new ProfileService(profileStore, clock, guard, mutes);
  const drafts = new DraftService(new DraftStore(dataSource), clock);
  const importStore = new ImportStore(dataSource);
  const messageUpdates = new MessageUpdateStore(dataSource);
  const cardStore = new CardStore(dataSource);
  const cardService = new CardService(cardStore, cards, clock);
  const imports = new ImportService({
    store: importStore,
    attachments: new Attachments(config.attachmentOrigins),
    reader,
    publisher: new SummaryPublisher(cards, log),
    profiles,
    guard,
    mutes,
    clock,
  });
  const queue = new QueueService(new QueueStore(dataSource), clock);
  const pause = (milliseconds: number, signal?: AbortSignal) =>
    sleep(milliseconds, undefined, { signal }).catch(() => undefined);
  const services: Services = {
    audit: new AuditService(auditStore, listings, clock),
    cards: cardService,
    challenges: new ChallengeService(new ChallengeStore(dataSource), entries, clock),
    channelLog: new ChannelLog({
      store: new LogPostStore(dataSource),
      audit: auditStore,
      guilds,
      publisher: new ChannelLogPublisher(client.rest, log),
      clock,
    }),
    clock,
    cohortExports: new CohortExportService({
      store: new CohortExportStore(dataSource),
      readmes: readmeStore,
      profiles: profileStore,
      writer: exportWriter,
      clock,
    }),
    dataRights: new DataRightsService({
      data: new DataRightsStore(dataSource),
      erasing: new ForgetStore(dataSource),
      drafts,
      hashOf,
      clock,
    }),
    digestMail: new DigestMailService({
      store: new DigestMailStore(dataSource),
      contents: new DigestContentStore(dataSource),
      guilds,
      publisher: new DigestMailPublisher(client.rest, log, painter),
      clock,
      pause,
    }),
    digests,
    doctor: new DoctorService({
      guilds,
      digests,
      inspector,
      autoModeration,
      database: new DatabaseStore(dataSource),
      queue: new QueueWaitStore(dataSource),
      cohortChannelOf,
      knownMigrations,
      clock,
      onFault: (part, error) => log.warn({ part, error: plainError(error) }, 'a check could not be made'),
    }),
    drafts,
    entries,
    exports: new ExportService(readmeStore, profileStore, exportWriter),
    guilds,
    imports,
    leaderboard: new LeaderboardService(new LeaderboardStore(dataSource), clock, (guildId, userId) =>
      isMember(client.rest, guildId, userId),
    ),
    messageUpdates: new MessageUpdates(
      messageUpdates,
      new DiscordPostedMessages({
        rest: client.rest,
        subjects: messageUpdates,
        cards,
        cardPlaces: cardService,
        entries,
        digests,
        imports: importStore,
        guilds,
        painter,
        hashOf,
        log,
      }),
      clock,
    ),
    moderation: new ModerationService(new ModerationStore(dataSource), entries, clock),
    mutes,
    notices: new NoticeService({
      store: new NoticeStore(dataSource),
      guilds,
      publisher: new DirectNoticePublisher(client, log),
      clock,
      pause,
    }),
    painter,
    profiles,
    queue,
    queuePoster: new QueuePoster({
      store: new QueuePostStore(dataSource),
      queue,
      entries,
      imports,
      cards: cardService,
      guilds,
      publisher: new ChannelQueue(client.rest, log),
      cohortChannelOf,
      clock,
    }),
    reminders: new ReminderService({
      store: new ReminderStore(dataSource),
      guilds,
      publisher: new ChannelReminders(client.rest, log),
      cohortChannelOf,
      clock,
    }),
    reports: new ReportService(new ReportStore(dataSource), cardStore, entries, clock),
    search: new SearchService(new SearchStore(dataSource), listings, clock),
    setup: new SetupService(guilds, digests, inspector),
    stats: new StatsService(new StatsStore(dataSource), clock),
    tags: new TagService(new TagStore(dataSource), clock),
    votes: new VoteService(new VoteStore(dataSource), entries, clock),
  };
  return { services, cards };
}

/** The same for processes that would answer the same interactions; tells nothing of the token. */
function leadershipOf({ token, shards }: Config): string {
  const bot = createHash('sha256').update(token).digest('hex');
  return `nexus ${bot} ${shards ? `${shards.ids.join(',')} of ${shards.count}` : 'all shards'}`;
}

/** @throws ConfigError when it is the token that Discord refuses; otherwise the error as it is */
function explainLogin(error: unknown): never {
  const { code } = error as { code?: unknown };
  if (code !== DiscordjsErrorCodes.TokenInvalid) throw error;
  throw new ConfigError([
    'DISCORD_TOKEN is refused by Discord: copy it anew from the Bot page of the application',
  ]);
}

/** A handler that fails is logged; it never ends the process. */
function listen<Name extends keyof ClientEvents>(
  client: Client,
  event: EventHandler<Name>,
  parts: EventParts,
): void {
  client.on(event.name, (...values) => {
    event
      .run(parts, ...values)
      .catch((error: unknown) =>
        parts.log.error({ event: event.name, error: plainError(error) }, 'event failed'),
      );
  });
}
