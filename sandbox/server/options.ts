/** What a sandbox can be started with, and the settings that may change while it runs. */
import type { ResetProgress } from '../client/events.js';
import type { StartLimits } from './gateway/session-starts.js';
import type { SwitchDefinition } from './switches.js';
import type { World } from './world/world.js';

/** A bot the sandbox knows: what a developer would have set up in Discord's portal. */
export interface BotDefinition {
  token: string;
  /** Application id and user id in one, 17 to 19 digits; made up when left out. */
  id?: string;
  name?: string;
  /** Privileged intents switched on for it; none by default, as for a new application. */
  privilegedIntents?: ('members' | 'presences' | 'messageContent')[];
}

/** Time limits in milliseconds; Discord's own by default. */
export interface TimeLimits {
  /** The first answer to an interaction. */
  firstAnswer: number;
  /** How long an interaction's token lives. */
  token: number;
  /** How long an enforced nonce is remembered. */
  nonce: number;
  heartbeatInterval: number;
  /** How long a session can be resumed after its connection is gone. */
  resume: number;
  /** How long someone waits for a deferral to be settled before going on with 'deferred'. */
  settle: number;
  /** How long to wait for a follow-up after the answer was deleted. */
  afterDelete: number;
  clockPoll: number;
  clockSpread: number;
  identifyWait: number;
}

export const DISCORD_TIME_LIMITS: TimeLimits = {
  firstAnswer: 3_000,
  token: 15 * 60_000,
  nonce: 5 * 60_000,
  heartbeatInterval: 41_250,
  resume: 120_000,
  settle: 15_000,
  afterDelete: 300,
  clockPoll: 25_000,
  clockSpread: 2_000,
  identifyWait: 45_000,
};

/** What may be changed while the sandbox runs. */
export interface Settings {
  /** Whether bodies are checked as Discord would check them. */
  validation: boolean;
  rateLimits: boolean;
  /** Requests a second for a whole bot. */
  globalRateLimit: number;
  /** Entries the journal keeps; 0 switches it off. */
  journal: number;
  /** How often a bot may open sessions. */
  identify: StartLimits;
  limits: TimeLimits;
  /** Whether anything the bot used and the sandbox doesn't do is an error when it closes. */
  strict: boolean;
  /** Where the line for each such gap goes. */
  print: (line: string) => void;
}

export interface SandboxOptions {
  /** 0, the default, picks a free one. */
  port?: number;
  world?: World;
  bots?: BotDefinition[];
  /** A JSON snapshot, read at the start and written within a second of a change and at the end. */
  stateFile?: string;
  validation?: boolean;
  rateLimits?: boolean;
  globalRateLimit?: number;
  journal?: number;
  /**
   * How often a bot may open sessions; enforced once it is given. By default 1,000 a day are counted, and shards
   * needn't wait for each other. A new bot on Discord has `{ total: 1_000, maxConcurrency: 1 }`.
   */
  identify?: { total: number; maxConcurrency: number };
  limits?: Partial<TimeLimits>;
  /** Closing rejects when a bot used what the sandbox doesn't do; `SANDBOX_STRICT=1` is its default. */
  strict?: boolean;
  /** Writes the line for each such gap; `console.warn` by default. */
  print?: (line: string) => void;
  /** What else can be put out of order, listed and set over the control API. */
  switches?: SwitchDefinition[];
  /** The folder of the built page, served at `/`; nothing is there by default. */
  page?: string;
  /**
   * Resets more than the world, such as a bot and its data. It has to call `begin`; without this the world alone is
   * built again.
   */
  reset?: (steps: ResetSteps) => Promise<void>;
}

export interface ResetSteps {
  /** Empties the world and builds this one, or the first one again. */
  begin(world?: World): void;
  /** Says how far it has come. */
  tell(progress: ResetProgress): void;
}

export const DEFAULT_BOT: BotDefinition = { token: 'sandbox-token', name: 'Sandbox Bot' };

export function settingsOf(options: SandboxOptions): Settings {
  return {
    validation: options.validation ?? true,
    rateLimits: options.rateLimits ?? true,
    globalRateLimit: options.globalRateLimit ?? 50,
    journal: options.journal ?? 1_000,
    identify: options.identify
      ? { ...options.identify, areEnforced: true }
      : { total: 1_000, maxConcurrency: 16, areEnforced: false },
    limits: { ...DISCORD_TIME_LIMITS, ...options.limits },
    strict: options.strict ?? process.env.SANDBOX_STRICT === '1',
    print: options.print ?? ((line) => console.warn(line)),
  };
}
