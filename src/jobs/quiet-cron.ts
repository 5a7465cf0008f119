/** node-cron's own coloured lines, such as those on executions missed while a machine slept, go to our log or are dropped. */
import { setLogger } from 'node-cron';
import type { Logger } from '../platform/logging.js';

/** Ticks find their work in the database, so that a missed one is made up for by the next. */
export function quietCron(log: Pick<Logger, 'debug' | 'warn'>): void {
  const debug = (message: string | Error) => log.debug(String(message));
  setLogger({
    info: debug,
    warn: debug,
    debug,
    error: (message: string | Error) => log.warn(String(message)),
  });
}
