/** Connecting to Discord, however long that takes: waits with growing pauses, and for sessions when none are left. */
import { setTimeout as sleep } from 'node:timers/promises';
import { type APIGatewayBotInfo, type Client, DiscordjsErrorCodes, Routes } from 'discord.js';
import { type Config, ConfigError } from '../config.js';
import { type Logger, plainError } from '../platform/logging.js';
import { type GatewayState } from './gateway-state.js';

const firstPauseMs = 1_000;
const longestPauseMs = 60_000;

export const tokenRefused =
  'DISCORD_TOKEN is refused by Discord: copy a new one from the Bot page of the application';

export interface ConnectOptions {
  client: Client;
  token: string;
  shards: Config['shards'];
  gateway: GatewayState;
  log: Logger;
  /** Ends the waiting. */
  signal: AbortSignal;
}

/** The shards of this process and of the whole bot. Needs Discord only for `auto`, and waits for it. */
export async function resolveShards(
  options: Pick<ConnectOptions, 'client' | 'token' | 'shards' | 'log' | 'signal'>,
): Promise<{ count: number; ids: readonly number[] }> {
  const { shards } = options;
  if (shards !== 'auto') return shards ?? { count: 1, ids: [0] };
  const { shards: count } = await whenAvailable(options);
  return { count, ids: Array.from({ length: count }, (_, id) => id) };
}

/** How many shards this process runs, or which of how many. */
export function shardsInWords({ count, ids }: { count: number; ids: readonly number[] }): number | string {
  return ids.length === count ? count : `${ids.join(',')} of ${count}`;
}

/**
 * Logs in as soon as Discord answers and has sessions for all shards. Resolves when each is connected.
 * @throws ConfigError when the token is refused; the signal's reason
 */
export async function connect(
  options: ConnectOptions & {
    shards: { count: number; ids: readonly number[] };
    /** What needs Discord before the first event arrives. */
    first(): Promise<unknown>;
  },
): Promise<void> {
  const { client, token, shards, gateway, log, signal } = options;
  gateway.expect(shards.ids);
  await whenDiscordAnswers(() => options.first(), options);
  for (;;) {
    const { session_start_limit: limit } = await whenAvailable(options);
    if (limit.remaining >= shards.ids.length) break;
    log.warn(
      { remaining: limit.remaining, needed: shards.ids.length, waitMs: limit.reset_after },
      'too few sessions are left; waiting for Discord to give new ones',
    );
    await sleep(limit.reset_after + firstPauseMs, undefined, { signal });
  }
  client.options.shardCount = shards.count;
  client.options.shards = [...shards.ids];
  const ready = new Promise<void>((resolve, reject) => {
    client.once('clientReady', () => resolve());
    signal.addEventListener('abort', () => reject(signal.reason), { once: true });
  });
  ready.catch(() => undefined);
  // Login waits for the shards, so an abort is checked again here.
  await Promise.race([client.login(token).catch(explainLogin), ready]);
  await ready;
}

/** Discord's answer about its gateway, as soon as there is one. */
function whenAvailable(options: WaitOptions): Promise<APIGatewayBotInfo> {
  const { client, signal } = options;
  return whenDiscordAnswers(
    async () =>
      (await client.rest.get(Routes.gatewayBot(), {
        signal: AbortSignal.any([signal]),
      })) as APIGatewayBotInfo,
    options,
  );
}

type WaitOptions = Pick<ConnectOptions, 'client' | 'token' | 'log' | 'signal'>;

/**
 * Does something that needs Discord, again and again with growing pauses until it is done.
 * @throws ConfigError when the token is refused; the signal's reason
 */
async function whenDiscordAnswers<T>(
  work: () => Promise<T>,
  { client, token, log, signal }: WaitOptions,
): Promise<T> {
  client.rest.setToken(token);
  for (let pauseMs = firstPauseMs; ; pauseMs = Math.min(2 * pauseMs, longestPauseMs)) {
    signal.throwIfAborted();
    try {
      return await work();
    } catch (error) {
      signal.throwIfAborted();
      if ((error as { status?: number }).status === 401) throw new ConfigError([tokenRefused]);
      log.warn({ error: plainError(error), waitMs: pauseMs }, 'Discord is not available; trying again');
      await sleep(pauseMs, undefined, { signal });
    }
  }
}

function explainLogin(error: unknown): never {
  const { code } = error as { code?: unknown };
  if (code !== DiscordjsErrorCodes.TokenInvalid) throw error;
  throw new ConfigError([tokenRefused]);
}
