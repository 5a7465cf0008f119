/** What every feature builds on: the connections, the clock, the log and the threads of this process. */
import type { Client } from 'discord.js';
import type { DataSource } from 'typeorm';
import type { Config } from './config.js';
import type { Registrable } from './discord/register.js';
import type { Outbox } from './outbox/outbox.js';
import type { Clock } from './platform/clock.js';
import type { Logger } from './platform/logging.js';
import type { Workers } from './workers.js';

export interface Core extends Workers {
  config: Pick<Config, 'attachmentOrigins' | 'token'>;
  dataSource: DataSource;
  /** Need not be connected yet. */
  client: Client;
  clock: Clock;
  log: Logger;
  /** The commands as they are registered with Discord. */
  registered: readonly Registrable[];
  /** Delivers the messages that features owe. */
  outbox: Outbox;
  /** Runs these jobs in a moment, not at their next tick. */
  nudge(...jobs: string[]): void;
  /** Resolves after so many milliseconds, or as soon as the process is to stop. */
  pause(milliseconds: number, stopping?: AbortSignal): Promise<void>;
}
