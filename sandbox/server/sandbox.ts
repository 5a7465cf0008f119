/** The parts of one running sandbox, as handlers and actions are given them. */
import type { Nonces } from './actions/nonces.js';
import type { Clock } from './clock.js';
import type { Feed } from './feed.js';
import type { Gateway } from './gateway/gateway.js';
import type { RateLimits } from './http/rate-limits.js';
import type { Trouble } from './http/trouble.js';
import type { Interactions } from './interactions/interactions.js';
import type { Journal } from './journal.js';
import type { Settings } from './options.js';
import type { Gaps } from './served/gaps.js';
import type { Snowflakes } from './snowflake.js';
import type { State } from './state/state.js';
import type { Switches } from './switches.js';

export interface Sandbox {
  settings: Settings;
  state: State;
  clock: Clock;
  ids: Snowflakes;
  journal: Journal;
  feed: Feed;
  nonces: Nonces;
  gaps: Gaps;
  gateway: Gateway;
  interactions: Interactions;
  trouble: Trouble;
  switches: Switches;
  rateLimits: RateLimits;
  /** `http://127.0.0.1:<port>`, without a slash at its end. */
  origin: string;
}
