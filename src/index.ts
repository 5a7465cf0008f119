/** The process: configuration, application, signals, and the code it ends with. */
import { accessSync, constants } from 'node:fs';
import { config as readEnvironmentFile } from 'dotenv';
import { startApp } from './app.js';
import { ConfigError, readConfig } from './config.js';
import { DatabaseProblem } from './platform/database-problem.js';
import { EmbeddedPostgresError } from './platform/embedded-postgres.js';
import { type ExitCode, exitCodes } from './platform/exit-codes.js';
import { createLogger, type Logger, plainError } from './platform/logging.js';
import { keepHeapSmall } from './platform/memory.js';

/** Stopping takes at most this long, even if something hangs. */
const stopTimeoutMs = 9_500;

keepHeapSmall();

try {
  loadEnvironmentFile();
  const config = readConfig(process.env);
  await run(config, createLogger(config.log));
} catch (error) {
  // Without configuration there may be no log, and these sentences are for the person who typed the command.
  const { sentence, code } = explain(error);
  process.stderr.write(`${sentence ?? JSON.stringify(plainError(error))}\n`);
  process.exit(code);
}

async function run(config: ReturnType<typeof readConfig>, log: Logger): Promise<void> {
  process.on('unhandledRejection', (error) => log.error({ error: plainError(error) }, 'unhandled rejection'));
  const giveUp = new AbortController();
  let ending: ExitCode | undefined;
  const stop = async (reason: string, code: ExitCode) => {
    if (ending !== undefined) return;
    ending = code;
    log[code === exitCodes.stopped ? 'info' : 'error']({ reason }, 'stopping');
    setTimeout(() => {
      log.error('stopping took too long');
      process.exit(exitCodes.failed);
    }, stopTimeoutMs).unref();
    giveUp.abort(new Error('the process is to stop'));
    await starting.then(
      (app) => app.stop(),
      () => undefined,
    );
    if (code === exitCodes.configuration) process.stderr.write(`${reason}\n`);
    log.info('stopped');
    process.exit(code);
  };
  const starting = startApp(
    config,
    log,
    (reason, isConfiguration) =>
      void stop(reason, isConfiguration ? exitCodes.configuration : exitCodes.tryLater),
    giveUp.signal,
  );
  process.on('SIGTERM', () => void stop('SIGTERM', exitCodes.stopped));
  process.on('SIGINT', () => void stop('SIGINT', exitCodes.stopped));
  await starting.catch((error: unknown) => {
    // A stop was requested: the process ends by itself.
    if (ending === undefined) throw error;
  });
}

/** @throws ConfigError when there is a file that can't be read: its settings would silently be missing */
function loadEnvironmentFile(): void {
  try {
    accessSync('.env', constants.R_OK);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return;
    throw new ConfigError(['.env cannot be read by this user: run chown on it, or remove it']);
  }
  readEnvironmentFile({ quiet: true });
}

function explain(error: unknown): { sentence?: string; code: ExitCode } {
  if (error instanceof ConfigError) return { sentence: error.message, code: exitCodes.configuration };
  if (error instanceof EmbeddedPostgresError)
    return { sentence: error.message, code: exitCodes.configuration };
  if (error instanceof DatabaseProblem) {
    return { sentence: error.message, code: error.isPassing ? exitCodes.tryLater : exitCodes.configuration };
  }
  return { code: exitCodes.failed };
}
