/** The gateway client: the Guilds intent alone, caches cut down to what is used, and nobody pinged by default. */
import {
  type APIGatewayBotInfo,
  Client,
  DefaultRestOptions,
  GatewayIntentBits,
  Options,
  Routes,
} from 'discord.js';
import type { Config } from '../config.js';
import { type Logger, plainError } from '../platform/logging.js';
import { globalLimit, RequestBudget } from '../platform/request-budget.js';
import { IdentifyGate } from './identify-gate.js';
import { keepToken, neverForget } from './keep-token.js';

/** Discord's limit of requests a second does not count what answers an interaction. */
const uncounted = /\/(interactions|webhooks)\//;

export interface ClientHooks {
  /** Discord refuses the token for good. */
  onTokenRefused?: () => void;
  /** One answer of Discord's API; status 0: none came. */
  onRestAnswer?: (method: string, status: number, isRetry: boolean) => void;
}

export function createClient(
  config: Pick<Config, 'apiUrl' | 'shards'>,
  log: Logger,
  { onTokenRefused = () => undefined, onRestAnswer = () => undefined }: ClientHooks = {},
): Client {
  const budget = new RequestBudget(shareOf(config.shards));
  const { makeRequest } = DefaultRestOptions;
  const sent = new WeakSet<object>();
  const identifyGate = new IdentifyGate({
    information: () => client.rest.get(Routes.gatewayBot()) as Promise<APIGatewayBotInfo>,
    log,
  });
  const client: Client = new Client({
    intents: [GatewayIntentBits.Guilds],
    allowedMentions: { parse: [], repliedUser: false },
    enforceNonce: true,
    // Names arrive with each interaction, and messages are reached by id: none of these is ever read back.
    makeCache: Options.cacheWithLimits({
      ...Options.DefaultMakeCacheSettings,
      ApplicationCommandManager: 0,
      ApplicationEmojiManager: 0,
      AutoModerationRuleManager: 0,
      BaseGuildEmojiManager: 0,
      DMMessageManager: 0,
      GuildBanManager: 0,
      GuildEmojiManager: 0,
      GuildInviteManager: 0,
      GuildMemberManager: { maxSize: 0, keepOverLimit: (member) => member.id === member.client.user.id },
      GuildMessageManager: 0,
      GuildScheduledEventManager: 0,
      GuildStickerManager: 0,
      MessageManager: 0,
      PresenceManager: 0,
      ReactionManager: 0,
      ReactionUserManager: 0,
      StageInstanceManager: 0,
      ThreadManager: 0,
      ThreadMemberManager: 0,
      UserManager: { maxSize: 0, keepOverLimit: (user) => user.id === user.client.user?.id },
      VoiceStateManager: 0,
    }),
    rest: {
      ...(config.apiUrl && { api: config.apiUrl }),
      invalidRequestWarningInterval: 500,
      timeout: 15_000,
      // Its own count is of seconds that need not be Discord's: the budget counts instead.
      globalRequestsPerSecond: Number.POSITIVE_INFINITY,
      makeRequest: keepToken(
        async (url, init) => {
          // Sent again, a request has the same headers.
          const isRetry = sent.has(init.headers ?? init);
          sent.add(init.headers ?? init);
          try {
            const answer = uncounted.test(url)
              ? await makeRequest(url, init)
              : await budget.spend(() => makeRequest(url, init));
            onRestAnswer(init.method ?? 'GET', answer.status, isRetry);
            return answer;
          } catch (error) {
            onRestAnswer(init.method ?? 'GET', 0, isRetry);
            throw error;
          }
        },
        {
          apiUrl: () => `${client.rest.options.api}/v${client.rest.options.version}`,
          onRefused: onTokenRefused,
        },
      ),
    },
    ws: { buildIdentifyThrottler: () => identifyGate },
  });
  neverForget(client.rest);
  client.on('shardReady', (shard) => identifyGate.ready(shard));
  client.on('error', (error) => log.error({ error: plainError(error) }, 'client error'));
  client.on('warn', (message) => log.warn(message));
  client.on('shardDisconnect', ({ code }, shard) => log.error({ shard, code }, 'gateway closed for good'));
  client.on('shardReconnecting', (shard) => log.warn({ shard }, 'gateway lost; reconnecting'));
  client.on('shardReady', (shard) => log.info({ shard }, 'gateway connected'));
  client.on('shardResume', (shard, replayed) => log.info({ shard, replayed }, 'gateway resumed'));
  client.on('shardError', (error, shard) => log.warn({ shard, error: plainError(error) }, 'gateway error'));
  client.on('invalidated', () => log.error('the session was invalidated'));
  client.rest.on('rateLimited', ({ route, timeToReset, global, method }) =>
    log.warn({ route, method, global, waitMs: timeToReset }, 'rate limited'),
  );
  client.rest.on('invalidRequestWarning', ({ count, remainingTime }) =>
    log.error({ count, remainingTime }, 'many refused requests: Discord blocks an address after 10,000'),
  );
  return client;
}

/** Closes its connections; it keeps its token for what is still under way. */
export function disconnect(client: Client): Promise<void> {
  // Closing the gateway on purpose would be logged as losing it.
  client.removeAllListeners('shardReconnecting');
  return client.destroy();
}

/** This process's part of the whole bot's requests a second: by its shards. */
function shareOf(shards: Config['shards']): number {
  return shards && shards !== 'auto'
    ? Math.max(1, Math.floor((globalLimit * shards.ids.length) / shards.count))
    : globalLimit;
}
