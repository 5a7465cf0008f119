/** The built bot as a child process of the sandbox: started, waited for, and stopped in order. */
import { spawn } from 'node:child_process';
import { PlainError } from '../plain-error.js';
import { BotLog, botLevel } from './bot-log.js';

/** How long the bot may take to become ready (ms); the first start creates a database. */
const startTimeoutMs = 120_000;
/** How long it may take to stop (ms); the bot limits itself to nine seconds. */
const stopTimeoutMs = 9_500;

export interface BotOptions {
  /** The bot's environment variables beyond this process's own. */
  environment: Record<string, string>;
  logLevel: string;
  logFormat: 'pretty' | 'json';
  /** Writes to the terminal. */
  write(text: string): void;
}

export interface BotProcess {
  /** Rejects with a PlainError if it exits, or takes too long, before it is ready. */
  ready: Promise<void>;
  /** Its exit code, or the signal that ended it. */
  exited: Promise<string>;
  stop(): Promise<void>;
}

export function startBot({ environment, logLevel, logFormat, write }: BotOptions): BotProcess {
  const child = spawn(
    process.execPath,
    ['--import', './scripts/session/end-with-parent.mjs', 'dist/index.js'],
    {
      env: { ...process.env, ...environment, LOG_LEVEL: botLevel(logLevel), LOG_FORMAT: 'json' },
      stdio: ['ignore', 'pipe', 'inherit', 'ipc'],
    },
  );
  const exited = new Promise<string>((resolve) => {
    child.once('error', (error) => resolve(error.message));
    child.once('exit', (code, signal) => resolve(signal ?? `exit code ${code}`));
  });
  let onReady = () => {};
  const log = new BotLog(
    { level: logLevel, format: logFormat, isTerminal: process.stdout.isTTY === true, write },
    () => onReady(),
  );
  child.stdout?.setEncoding('utf8').on('data', (chunk: string) => log.take(chunk));
  const ready = new Promise<void>((resolve, reject) => {
    const timer = setTimeout(
      () => reject(new PlainError(`The bot was not ready within ${startTimeoutMs / 1000} s.`)),
      startTimeoutMs,
    );
    onReady = () => {
      clearTimeout(timer);
      resolve();
    };
    void exited.then((how) => {
      clearTimeout(timer);
      reject(new PlainError(`The bot could not start (${how}).`));
    });
  });
  ready.catch(() => undefined);
  return {
    ready,
    exited,
    async stop() {
      log.quieten();
      // When the channel closes, the bot acts as on SIGTERM: see end-with-parent.mjs.
      if (child.connected) child.disconnect();
      const timer = setTimeout(() => child.kill('SIGKILL'), stopTimeoutMs);
      await exited;
      clearTimeout(timer);
    },
  };
}
