/** The process: configuration, application, signals. */
import 'dotenv/config';
import { startApp } from './app.js';
import { ConfigError, readConfig } from './config.js';
import { EmbeddedPostgresError } from './platform/embedded-postgres.js';
import { createLogger, plainError } from './platform/logging.js';
import { keepHeapSmall } from './platform/memory.js';

/** Stopping takes at most this long (ms), whatever hangs. */
const stopWithin = 9_000;

keepHeapSmall();

try {
  const config = readConfig(process.env);
  const log = createLogger(config.log);
  process.on('unhandledRejection', (error) => log.error({ error: plainError(error) }, 'unhandled rejection'));

  let stopping = false;
  const stop = async (signal: string, code: number) => {
    if (stopping) return;
    stopping = true;
    log.info({ signal }, 'stopping');
    setTimeout(() => {
      log.error('stopping took too long');
      process.exit(1);
    }, stopWithin).unref();
    await (await starting).stop();
    log.info('stopped');
    process.exit(code);
  };
  const starting = startApp(config, log, (reason) => void stop(reason, 1));
  process.on('SIGTERM', () => void stop('SIGTERM', 0));
  process.on('SIGINT', () => void stop('SIGINT', 0));
  await starting;
} catch (error) {
  // Without configuration there may be no log; and these sentences are for whoever typed the command.
  const isPlain = error instanceof ConfigError || error instanceof EmbeddedPostgresError;
  process.stderr.write(`${isPlain ? error.message : JSON.stringify(plainError(error))}\n`);
  process.exit(1);
}
