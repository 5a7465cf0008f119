/** What the sandbox's control API answers, as its client gives it out. */
import type { APIMessage } from 'discord-api-types/v10';
import type { Localizations } from './localized.js';
import type { Refusal } from './refusals.js';

export type Message = APIMessage;

export interface Modal {
  /** The exchange that ended with this form; sending the form names it. */
  exchangeId: string;
  custom_id: string;
  title: string;
  components: unknown[];
}

/**
 * `message`: an answer; `update`: the component's message changed; `modal`: a form; `autocomplete`: choices;
 * `deleted`: the answer was taken away; `deferred`: still loading after a while; `failed`: no answer in time.
 */
export type Outcome = 'message' | 'update' | 'modal' | 'autocomplete' | 'deleted' | 'deferred' | 'failed';

export interface Choice {
  name: string;
  name_localizations?: Localizations;
  value: string | number;
}

/** One interaction from a person's side. */
export interface Exchange {
  id: string;
  outcome: Outcome;
  /** Whether the bot deferred first. */
  deferred: boolean;
  /** Whether the answer (or the loading placeholder) was deleted. */
  deleted: boolean;
  ephemeral: boolean;
  channelId: string;
  userId: string;
  /** Milliseconds until the outcome. */
  tookMs: number;
  message?: Message;
  modal?: Modal;
  choices?: Choice[];
  followUps: Message[];
  /** Why there is no answer, in English. */
  failure?: string;
  /** The same, for a reader of another language. */
  refusal?: Refusal;
}

/** Something to upload. */
/** What a moderator changes of a scheduled event. */
export interface EventChange {
  name?: string;
  location?: string;
  startTime?: Date;
  endTime?: Date;
  status?: 'active' | 'completed' | 'canceled';
}

export interface FileToSend {
  name: string;
  content: string | Uint8Array;
  type?: string;
}

/** A thread or a forum's post that a person opened, as Discord's API shows it. */
export interface OpenedThread {
  id: string;
  name: string;
  type: number;
  parent_id: string;
  applied_tags?: string[];
}

/** Something a bot used and the sandbox doesn't do. */
export interface GapView {
  kind: 'route' | 'field' | 'query' | 'header' | 'gateway';
  name: string;
  count: number;
}

export interface Place {
  /** Name or id; the first guild by default. */
  guild?: string;
  /** Name or id, or `dm` for the direct channel with a bot; the first text channel by default. */
  channel?: string;
}

/** Messages oldest first. */
export interface MessagePage {
  channelId: string;
  messages: Message[];
  hasOlder: boolean;
  hasNewer: boolean;
}

export interface TroubleRequest {
  /** What a page calls it, so that another window finds it again. */
  name?: string;
  kind: 'delay' | 'error' | 'rate-limit' | 'lost' | 'silent' | 'cut';
  method?: string;
  /** A path below `/api/v10`, or Discord's template of one; `*` stands for anything. */
  route?: string;
  ms?: number;
  status?: number;
  body?: unknown;
  retryAfter?: number;
  global?: boolean;
  times?: number;
}

export interface JournalEntry {
  number: number;
  at: string;
  kind: 'request' | 'gateway' | 'interaction' | 'control';
  /** The interaction it belongs to. */
  interaction?: string;
  method?: string;
  path?: string;
  query?: string;
  route?: string;
  known?: boolean;
  status?: number;
  ms?: number;
  /** Parsed; of one that was too long to keep there is `bodyStart` and `bodyLength` instead, and so on. */
  body?: unknown;
  bodyStart?: string;
  bodyLength?: number;
  answer?: unknown;
  answerStart?: string;
  answerLength?: number;
  files?: { name: string; type: string; size: number }[];
  /** Why a body was refused: the way to what is wrong, and a sentence. */
  reasons?: { path: string[]; code: string; message: string }[];
  /** Refused for its rate: seconds to wait. */
  limited?: { retry_after: number; global: boolean };
  /** What is left of the route's bucket, and the seconds until it is full again. */
  remaining?: number;
  resetAfter?: number;
  /** What of it the sandbox doesn't do. */
  gaps?: string[];
  /** The trouble that was made for it. */
  trouble?: string[];
  /** Of the gateway: `dispatched`, `received`, `sent`, `ready`, `resumed`, `closed`. */
  what?: string;
  event?: string;
  data?: unknown;
  dataStart?: string;
  dataLength?: number;
  [fact: string]: unknown;
}

export interface GuildView {
  id: string;
  name: string;
  ownerId: string;
  locale: string;
  roles: { id: string; name: string; permissions: string[] }[];
  channels: { id: string; name: string; type: number; parentId: string | null }[];
  members: { userId: string; name: string; nick: string | null; roles: string[]; bot: boolean }[];
}

export interface WorldView {
  guilds: GuildView[];
  users: { id: string; username: string; displayName: string | null }[];
  bots: { id: string; name: string; connected: boolean }[];
}
