/** What the viewer has asked for and not got yet: interactions on their way, and what became of those that failed. */

import type { Words } from '../words/en.js';

/** What Discord shows when an interaction fails, and why it did. */
export interface Failure {
  /** What was not done; Discord has words for it in every language. */
  what: keyof Words['failures'];
  /** The sandbox's own words about it. */
  reason?: string;
}

/** A command of the viewer's own that has no answer yet, or that failed. */
export interface Pending {
  id: string;
  /** As typed: `/share`, or the name of a context menu's command. */
  command: string;
  /** The user id of the bot that is asked. */
  botId?: string;
  failure?: Failure;
}
