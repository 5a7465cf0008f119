/** What `GET /control/events` streams: the name of each event and the data it comes with. */
import type { PlaceChannel, PlaceMember } from './places.js';
import type { Exchange, JournalEntry, Message } from './types.js';

interface InChannel {
  channelId: string;
  guildId?: string;
}

interface WithMessage extends InChannel {
  /** The only member who sees it. */
  visibleTo?: string;
  /** As the follower sees it. */
  message: Message;
}

/** A session of a bot on the gateway. */
export interface BotSession {
  id: string;
  applicationId: string;
  shard: [number, number];
  intents: number;
  sequence: number;
  connected: boolean;
}

export interface BotView {
  id: string;
  name: string;
  /** Privileged intents switched on for it. */
  privilegedIntents: string[];
  connected: boolean;
  /** How many it has registered, for everyone and for single guilds. */
  commands: number;
}

/** Something outside the sandbox that can be put out of order, such as the bot's database. */
export interface SwitchView {
  name: string;
  label: string;
  description: string;
  isOn: boolean;
  /** Why it cannot be used here. */
  unavailable?: string;
}

export interface TroubleView {
  rules: TroubleRuleView[];
  /** Heartbeats are not acknowledged. */
  deaf: boolean;
  switches: SwitchView[];
}

export interface TroubleRuleView {
  id: string;
  /** What a page calls it, so that another window finds it again. */
  name?: string;
  kind: 'delay' | 'error' | 'rate-limit' | 'lost' | 'silent' | 'cut';
  method?: string;
  route?: string;
  ms?: number;
  status?: number;
  retryAfter?: number;
  times?: number;
}

/** The progress of a reset. */
export interface ResetProgress {
  /** What is being done, in a few words. */
  text: string;
  done?: number;
  all?: number;
  /** Nothing is left to be done. */
  isDone?: boolean;
  /** Why it could not be done to the end. */
  failure?: string;
}

/**
 * With `?as=<person>` only what that person may see; without, everything. `journal` events come
 * with `&journal=also`; with `&journal=only` they come with `gateway`, `trouble`, `commands`, `clock` and `reset` alone.
 * After a break read `places` and `messages` again: nothing is repeated.
 */
export interface FeedEvents {
  message: WithMessage;
  /** Also for pins, threads opened from it, and embeds hidden. */
  'message-update': WithMessage;
  /** Deleted, or an ephemeral one dismissed. */
  'message-delete': InChannel & { messageId: string; visibleTo?: string };
  /** A reaction came or went; `message` has them all. */
  reaction: WithMessage & { event: string; messageId: string; user_id?: string; emoji?: object };
  typing: InChannel & { userId: string };
  /** A channel or thread came, changed or went; `channel` is absent once the follower may not see it. */
  channel: InChannel & { event: string; channel?: PlaceChannel };
  /** A member came, changed or went; `member` is absent when they went. One's own change may change every right. */
  member: { guildId: string; userId: string; member?: PlaceMember };
  /** The guild, its roles or its bots changed: read `places` again. */
  guild: { guildId: string };
  /** The follower's own use of a command, button or form; `pending` with `deferred` is 'thinking …'. */
  exchange: Omit<Exchange, 'outcome'> & { outcome: Exchange['outcome'] | 'pending' };
  /** Commands or who may use them changed. */
  commands: { applicationId?: string; guildId?: string };
  clock: { offsetMs: number; version: number };
  gateway: { sessions: BotSession[] };
  trouble: TroubleView;
  journal: JournalEntry;
  /** How far a reset has come that takes a while. */
  'reset-progress': ResetProgress;
  /** The world was reset: read everything again. */
  reset: Record<string, never>;
}
