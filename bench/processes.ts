/** The benchmark's processes: the driver on one core, one bot at a time on another if cores can be chosen. */
import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import {
  type BotName,
  type DigestLoad,
  type DigestResult,
  type DriverReady,
  type ImportLoad,
  type ImportResult,
  type Load,
  type LoadResult,
  tokenOf,
} from './messages.js';

/** The cores of the driver and of the bots; undefined if they can't be chosen. */
export const cores = pickCores();

const startTimeoutMs = 60_000;
const stopTimeoutMs = 10_000;

export interface Usage {
  /** User and system time since the process started. */
  cpuMs: number;
  /** Resident memory in bytes. */
  rss: number;
}

export class Driver {
  private constructor(
    private readonly child: ChildProcess,
    readonly apiUrl: string,
  ) {}

  /** @param world the one guild that most parts need, or those of the digests too, with Discord's limits */
  static async start(world: 'guild' | 'digest' = 'guild'): Promise<Driver> {
    const child = start(cores?.driver, ['--import', 'tsx', 'bench/driver.ts', world], {}, 'inherit');
    const { apiUrl } = await reply<DriverReady>(child);
    return new Driver(child, apiUrl);
  }

  async run(load: Load): Promise<LoadResult> {
    this.child.send(load);
    return reply<LoadResult>(this.child);
  }

  async digests(load: DigestLoad): Promise<DigestResult> {
    this.child.send(load);
    return reply<DigestResult>(this.child);
  }

  async import(load: ImportLoad): Promise<ImportResult> {
    this.child.send(load);
    return reply<ImportResult>(this.child);
  }

  stop(): Promise<void> {
    return stop(this.child);
  }
}

export class Bot {
  private constructor(
    private readonly child: ChildProcess,
    readonly name: BotName,
    /** From the start of the process to its `ready` line. */
    readonly secondsToReady: number,
  ) {}

  /** @param options Node flags before the bot's file */
  static async start(
    name: BotName,
    {
      apiUrl,
      databaseUrl,
      clockUrl,
      options = [],
      core = cores?.bot,
    }: {
      apiUrl: string;
      databaseUrl: string;
      clockUrl?: string;
      options?: string[];
      /** Null for any core: a bot whose worker threads count needs more than one. */
      core?: number | null | undefined;
    },
  ): Promise<Bot> {
    const file = name === 'nexus' ? 'dist/index.js' : `bench/bots/${name}.mjs`;
    const begun = performance.now();
    const child = start(core ?? undefined, [...options, '--import', './bench/bots/probe.mjs', file], {
      DISCORD_API_URL: apiUrl,
      DISCORD_TOKEN: tokenOf(name),
      DATABASE_URL: databaseUrl,
      ...(clockUrl && { NEXUS_CLOCK_URL: clockUrl }),
      ATTACHMENT_ORIGINS: new URL(apiUrl).origin,
      HTTP_PORT: '0',
      LOG_FORMAT: 'json',
    });
    await new Promise<void>((resolve, reject) => {
      const timer = setTimeout(() => reject(new Error(`${name} was not ready in time`)), startTimeoutMs);
      child.once('exit', (code) => reject(new Error(`${name} ended with ${code} before it was ready`)));
      let unread = '';
      child.stdout?.setEncoding('utf8').on('data', (chunk: string) => {
        const lines = (unread + chunk).split('\n');
        unread = lines.pop() ?? '';
        for (const line of lines) {
          if (line.includes('"msg":"ready"')) {
            clearTimeout(timer);
            resolve();
          } else if (/"level":[456]0/.test(line)) process.stderr.write(`${name}: ${line.slice(0, 2_000)}\n`);
        }
      });
    });
    return new Bot(child, name, (performance.now() - begun) / 1_000);
  }

  async usage(): Promise<Usage> {
    this.child.send('usage');
    return reply<Usage>(this.child);
  }

  stop(): Promise<void> {
    return stop(this.child);
  }
}

function start(
  core: number | undefined,
  program: string[],
  environment: Record<string, string>,
  output: 'pipe' | 'inherit' = 'pipe',
): ChildProcess {
  const [command, ...rest] =
    core === undefined ? [process.execPath] : ['taskset', '-c', String(core), process.execPath];
  return spawn(command ?? process.execPath, [...rest, ...program], {
    env: { ...process.env, NODE_ENV: undefined, ...environment },
    stdio: ['ignore', output, 'inherit', 'ipc'],
  });
}

async function reply<T>(child: ChildProcess): Promise<T> {
  const ended = new AbortController();
  const gone = once(child, 'exit', { signal: ended.signal }).then(() => {
    throw new Error('a process of the benchmark ended');
  });
  try {
    const [message] = (await Promise.race([once(child, 'message', { signal: ended.signal }), gone])) as [T];
    return message;
  } finally {
    gone.catch(() => undefined);
    ended.abort();
  }
}

async function stop(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const gone = once(child, 'exit');
  const timer = setTimeout(() => child.kill('SIGKILL'), stopTimeoutMs);
  child.kill('SIGTERM');
  await gone;
  clearTimeout(timer);
}

/** Two of the cores that this process may use, if there are two and `taskset` can assign them. */
function pickCores(): { driver: number; bot: number } | undefined {
  if (process.platform !== 'linux' || spawnSync('taskset', ['--version']).status !== 0) return undefined;
  const list = /^Cpus_allowed_list:\s*(\S+)$/m.exec(readFileSync('/proc/self/status', 'utf8'))?.[1] ?? '';
  const allowed = list.split(',').flatMap((range) => {
    const [first = 0, last = first] = range.split('-').map(Number);
    return Array.from({ length: last - first + 1 }, (_, index) => first + index);
  });
  const [driver, bot] = allowed;
  return driver === undefined || bot === undefined ? undefined : { driver, bot };
}
