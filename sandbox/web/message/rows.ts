/** The rows of a message list: days, the line above what is new, and messages, those of one author together. */
import type { MessageType } from 'discord-api-types/v10';
import type { Message } from '../model.js';
import { startOfDay } from './time.js';

export type Row =
  /** `at` is midnight in the viewer's zone. */
  | { kind: 'day'; key: string; at: number }
  | { kind: 'unread'; key: string }
  /** A continued message stands under the one before, without its author's name and picture. */
  | { kind: 'message'; key: string; message: Message; isContinued: boolean };

/** Messages of one author that are no further apart stand together. */
const TOGETHER_MS = 7 * 60_000;
const IS_EPHEMERAL = 1 << 6;
/** Discord's types of messages that somebody wrote: plain ones, replies, and answers to commands. */
const WRITTEN_TYPES: readonly MessageType[] = [0, 19, 20, 23];
/** Discord's own messages: a pin, a join, a thread that began, and the message that one began with. */
export const MESSAGE_PINNED: MessageType.ChannelPinnedMessage = 6;
export const MEMBER_JOINED: MessageType.UserJoin = 7;
export const THREAD_CREATED: MessageType.ThreadCreated = 18;
export const THREAD_STARTER: MessageType.ThreadStarterMessage = 21;

export function rowsOf(messages: readonly Message[], unreadFrom?: string): Row[] {
  const rows: Row[] = [];
  let before: Message | undefined;
  for (const message of messages) {
    const day = startOfDay(Date.parse(message.timestamp));
    const isNewDay = !before || startOfDay(Date.parse(before.timestamp)) !== day;
    if (isNewDay) rows.push({ kind: 'day', key: `day-${day}`, at: day });
    if (message.id === unreadFrom) rows.push({ kind: 'unread', key: 'unread' });
    const isContinued =
      before !== undefined && !isNewDay && message.id !== unreadFrom && continues(message, before);
    rows.push({ kind: 'message', key: message.id, message, isContinued });
    before = message;
  }
  return rows;
}

/** Whether somebody wrote it, rather than Discord telling what happened. */
export function isWritten(message: Message): boolean {
  return WRITTEN_TYPES.includes(message.type);
}

export function isEphemeral(message: Message): boolean {
  return ((message.flags ?? 0) & IS_EPHEMERAL) !== 0;
}

/** The command that a message answers, or that opened the form it answers; undefined for other messages. */
export function commandOf(message: Message): { name: string; userId: string } | undefined {
  const metadata = message.interaction_metadata;
  if (!metadata) return undefined;
  const opener =
    'triggering_interaction_metadata' in metadata ? metadata.triggering_interaction_metadata : metadata;
  if (!('name' in opener) || typeof opener.name !== 'string') return undefined;
  const isSlash = !('command_type' in opener) || opener.command_type === 1;
  return { name: isSlash ? `/${opener.name}` : opener.name, userId: opener.user.id };
}

function continues(message: Message, before: Message): boolean {
  return (
    isWritten(message) &&
    isWritten(before) &&
    message.author.id === before.author.id &&
    message.author.username === before.author.username &&
    Date.parse(message.timestamp) - Date.parse(before.timestamp) < TOGETHER_MS &&
    message.message_reference === undefined &&
    commandOf(message) === undefined &&
    isEphemeral(message) === isEphemeral(before)
  );
}
