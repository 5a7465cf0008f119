/** The bot's log in the terminal of a sandbox: filtered by level, readable, and watched for `ready`. */
import { prettyFactory } from 'pino-pretty';

/** pino's numbers for its levels. */
const levels = { trace: 10, debug: 20, info: 30, warn: 40, error: 50, fatal: 60, silent: Infinity };

interface LogOptions {
  /** The lowest level shown, by name; `warn` for unknown names. */
  level: string;
  format: 'pretty' | 'json';
  isTerminal: boolean;
  write(text: string): void;
}

export class BotLog {
  private least: number;
  private readonly pretty: (line: object) => string;
  private rest = '';

  constructor(
    private readonly options: LogOptions,
    private readonly onReady: () => void,
  ) {
    this.least = levels[options.level as keyof typeof levels] ?? levels.warn;
    this.pretty = prettyFactory({
      colorize: options.isTerminal,
      ignore: 'pid,hostname',
      translateTime: 'SYS:HH:MM:ss',
    });
  }

  /** Receives the bot's output in chunks of any length. */
  take(chunk: string): void {
    const lines = (this.rest + chunk).split('\n');
    this.rest = lines.pop() ?? '';
    for (const line of lines) this.line(line);
  }

  /** From now on only errors are shown: lost connections are expected while everything stops. */
  quieten(): void {
    this.least = Math.max(this.least, levels.error);
  }

  private line(line: string): void {
    const entry = parsed(line);
    if (entry?.msg === 'ready') this.onReady();
    if (entry && entry.level < this.least) return;
    this.options.write(entry && this.options.format === 'pretty' ? this.pretty(entry) : `${line}\n`);
  }
}

function parsed(line: string): { level: number; msg?: unknown } | undefined {
  try {
    const entry: unknown = JSON.parse(line);
    return typeof entry === 'object' && entry !== null && 'level' in entry && typeof entry.level === 'number'
      ? { ...entry, level: entry.level }
      : undefined;
  } catch {
    return undefined;
  }
}

/** The level the bot must log at, so that `ready` is included. */
export function botLevel(shown: string): string {
  return ['trace', 'debug'].includes(shown) ? shown : 'info';
}
