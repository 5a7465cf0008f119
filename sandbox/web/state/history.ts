/** The part of a channel's messages that the page has, and how pages and changes are put into it. */
import type { Message } from '../model.js';
import { compareIds } from './order.js';

/** Messages that follow each other without a gap, up to the newest one. */
export interface History {
  /** Oldest first; a message that did not change stays the same object. */
  messages: readonly Message[];
  hasOlder: boolean;
  /** Whether the newest page has been read. */
  isLoaded: boolean;
}

export interface Page {
  messages: Message[];
  hasOlder: boolean;
}

export const EMPTY: History = { messages: [], hasOlder: false, isLoaded: false };

/** Puts a page of older messages in front. */
export function withOlder(history: History, page: Page): History {
  const [first] = history.messages;
  const older = first ? page.messages.filter((one) => compareIds(one.id, first.id) < 0) : page.messages;
  return { ...history, messages: [...older, ...history.messages], hasOlder: page.hasOlder };
}

/**
 * Takes in the newest page, read (again) after a connection was lost: what it does not hold any more is gone, and
 * where it does not reach back to what is known, only the page is kept.
 */
export function withNewest(history: History, page: Page): History {
  const known = new Map(history.messages.map((message) => [message.id, message]));
  const fresh = page.messages.map((message) => sameOr(known.get(message.id), message));
  const [start] = fresh;
  const reaches = !page.hasOlder || (start !== undefined && known.has(start.id));
  if (!history.isLoaded || !reaches) return { messages: fresh, hasOlder: page.hasOlder, isLoaded: true };
  const older = page.hasOlder
    ? history.messages.filter((one) => start !== undefined && compareIds(one.id, start.id) < 0)
    : [];
  return {
    messages: [...older, ...fresh],
    hasOlder: page.hasOlder && history.hasOlder,
    isLoaded: true,
  };
}

/** Puts a message in its place, or in that of its earlier state; one from before what the page has is left out. */
export function withMessage(history: History, message: Message): History {
  const { messages, hasOlder } = history;
  const at = messages.findIndex((one) => compareIds(one.id, message.id) >= 0);
  const next = at === -1 ? undefined : messages[at];
  if (next?.id === message.id) return { ...history, messages: messages.with(at, message) };
  if (at === 0 && hasOlder) return history;
  const place = at === -1 ? messages.length : at;
  return { ...history, messages: messages.toSpliced(place, 0, message) };
}

/** Replaces a message by its new state, and nothing else. */
export function withChange(history: History, message: Message): History {
  return history.messages.some((one) => one.id === message.id) ? withMessage(history, message) : history;
}

export function withoutMessage(history: History, id: string): History {
  return { ...history, messages: history.messages.filter((message) => message.id !== id) };
}

function sameOr(known: Message | undefined, read: Message): Message {
  return known && JSON.stringify(known) === JSON.stringify(read) ? known : read;
}
