/** The bot's start and stop, in order. */
import type { Config } from './config.js';
import { createClient, disconnect } from './discord/client.js';
import { connect, resolveShards, shardsInWords, tokenRefused } from './discord/connect.js';
import { Dispatcher } from './discord/dispatch.js';
import { endWithGateway } from './discord/gateway-end.js';
import { GatewayState } from './discord/gateway-state.js';
import { keepRegistered } from './discord/register.js';
import { listen } from './events/listen.js';
import { NumberStore, raiseNumbersAfterRestore } from './features/entries/index.js';
import { features } from './features.js';
import { Scheduler } from './jobs/scheduler.js';
import { Observability } from './observability.js';
import { openDatabase } from './platform/database-session.js';
import { serveHttp } from './platform/http.js';
import type { Logger } from './platform/logging.js';
import { openClock } from './platform/offset-clock.js';
import { ShardOwnership } from './platform/shard-ownership.js';
import { Shutdown } from './platform/shutdown.js';
import { version } from './platform/version.js';
import { pause } from './platform/waiting.js';
import { startWatchdog } from './platform/watchdog.js';
import { startWorkers } from './workers.js';

export interface App {
  /** Finishes what was started, then closes the connections to Discord and the database. */
  stop(): Promise<void>;
}

/**
 * Starts everything and logs `ready` when commands can be served; waits while the database or Discord is away.
 * @param onFatal called when this process can't go on; says whether the configuration is the cause
 * @param signal gives up the start
 * @throws when the configuration can't work: a refused token, a database of another version
 */
export async function startApp(
  config: Config,
  log: Logger,
  onFatal: (reason: string, isConfiguration: boolean) => void,
  signal: AbortSignal,
): Promise<App> {
  const begun = performance.now();
  const shutdown = new Shutdown(log);
  try {
    const observability = new Observability(features);
    const { metrics, parts } = observability;
    const http = await serveHttp({
      ...config.http,
      metrics: metrics.registry,
      log,
      notReady: () => observability.missing(),
    });
    shutdown.add('storage', 'HTTP', () => http.close());
    const watchdog = startWatchdog();
    shutdown.add('storage', 'watchdog', () => watchdog.stop());
    const scheduler = new Scheduler(features.jobs, log, metrics.jobs);
    const { clock, stop: stopClock } = await openClock(config.clockUrl, () => scheduler.clockMoved());
    shutdown.add('intake', 'clock', stopClock);
    const database = await openDatabase(
      { ...config, ownerUrl: config.databaseOwnerUrl, ...observability.database },
      log,
      signal,
    );
    const { dataSource } = database;
    parts.dataSource = dataSource;
    shutdown.add('storage', 'database', () => database.close());

    const client = createClient(config, log, {
      onTokenRefused: () => onFatal(tokenRefused, true),
      onRestAnswer: metrics.restAnswered,
    });
    shutdown.add('connections', 'Discord', () => disconnect(client));
    const { workers, stop: stopWorkers } = startWorkers(log);
    shutdown.add('connections', 'workers', stopWorkers);
    const services = features.services({
      ...workers,
      config,
      dataSource,
      client,
      clock,
      log,
      pause,
      registered: features.commands,
      nudge: (...jobs) => scheduler.nudge(...jobs),
    });
    const shards = await resolveShards({ client, token: config.token, shards: config.shards, log, signal });
    const gateway = new GatewayState(client);
    Object.assign(parts, { gateway, client });
    gateway.expect(shards.ids);
    let dispatcher: Dispatcher | undefined;
    const ownership = await ShardOwnership.seek({
      address: database.address,
      botToken: config.token,
      shards,
      query: (statement, values) => dataSource.query(statement, values),
      log,
      onOwned: (shardId) => dispatcher?.owned(shardId),
    });
    parts.ownership = ownership;
    // Another process may answer as soon as this one takes nothing new and has finished what it began.
    shutdown.add('answering', 'shards', () => ownership.close());
    const taking = (dispatcher = new Dispatcher({
      client,
      features,
      services,
      settingsOf: (guildId) => services.guilds.settings(guildId),
      languageOf: (guildId, memberId) => services.languages.chosenBy(guildId, memberId),
      ownership,
      shardCount: () => shards.count,
      log,
      metrics: metrics.interactions,
      allowedGuilds: config.allowedGuilds,
    }));
    shutdown.add('intake', 'interactions', () => taking.close());
    shutdown.add('work', 'interactions', () => taking.settled());
    shutdown.add('work', 'jobs', () => scheduler.stop());
    shutdown.add('work', 'outbox', () => services.outbox.stop());
    listen(client, { dispatcher, services, log, allowedGuilds: config.allowedGuilds });
    endWithGateway(client, onFatal);
    const numbers = new NumberStore(dataSource);
    await connect({
      ...{ client, token: config.token, shards, gateway, log, signal },
      first: () => raiseNumbersAfterRestore({ store: numbers, rest: client.rest, now: clock(), log, signal }),
    });
    const registering = keepRegistered({
      rest: client.rest,
      applicationId: client.application?.id ?? client.user?.id ?? '',
      commands: features.commands,
      ...{ log, signal },
    });
    shutdown.add('intake', 'registering', () => registering.stop());
    scheduler.start(services);
    log.info(
      {
        version,
        guilds: client.guilds.cache.size,
        shards: shardsInWords(shards),
        commands: await registering.first,
        http: http.port,
        database: database.description,
        seconds: Number(((performance.now() - begun) / 1000).toFixed(2)),
      },
      'ready',
    );
    return { stop: () => shutdown.run() };
  } catch (error) {
    await shutdown.run();
    throw error;
  }
}
