/** A list's place in its channel: the end kept, older messages loaded on the way up, a message brought into view. */
import { useCallback, useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { Lookup, Message } from '../model.js';
import { compareIds } from '../state/order.js';
import type { Pending } from './pending.js';
import { ScrollKeeper } from './scroll-keeper.js';

/** What the place in a list depends on. */
export interface ScrolledProps {
  /** Oldest first; a message that did not change is the same object as before, so that it is not drawn again. */
  messages: readonly Message[];
  lookup: Lookup;
  /** Whether there are messages before the first one. */
  hasOlder: boolean;
  /** Resolves when the older messages are in `messages`. */
  loadOlder(): Promise<void>;
  /** The viewer's commands that have no answer, below the messages. */
  pending: readonly Pending[];
}

export function useScroll(props: ScrolledProps) {
  const { messages, pending, hasOlder, lookup } = props;
  const scroller = useRef<HTMLDivElement>(null);
  const content = useRef<HTMLDivElement>(null);
  const keeper = useRef<ScrollKeeper>(undefined);
  const [isAway, setAway] = useState(false);
  const [hasNews, setNews] = useState(false);
  const [isLoading, setLoading] = useState(false);
  const isAsked = useRef(false);
  const latest = useRef(props);
  latest.current = props;

  const load = useCallback(() => {
    if (isAsked.current || !latest.current.hasOlder || latest.current.messages.length === 0) return;
    isAsked.current = true;
    setLoading(true);
    void latest.current.loadOlder().finally(() => {
      isAsked.current = false;
      setLoading(false);
    });
  }, []);

  useLayoutEffect(() => {
    if (!scroller.current || !content.current) return;
    keeper.current = new ScrollKeeper(scroller.current, content.current, (where) => {
      setAway(where.isAway);
      if (where.isAtEnd) setNews(false);
      if (where.isNearStart) load();
    });
    return keeper.current.start();
  }, []);

  const lastId = useRef(messages.at(-1)?.id);
  const lastPending = useRef(pending.at(-1)?.id);
  useLayoutEffect(() => {
    const last = messages.at(-1);
    const isNew =
      last !== undefined && lastId.current !== undefined && compareIds(last.id, lastId.current) > 0;
    const command = pending.at(-1)?.id;
    const isRunning = command !== undefined && command !== lastPending.current;
    lastId.current = last?.id;
    lastPending.current = command;
    // Who writes, or runs a command, wants to see what comes of it, wherever they were reading.
    if (isRunning || (isNew && last.author.id === lookup.viewer.id)) keeper.current?.toEnd();
    else keeper.current?.keep();
    if (isNew && !keeper.current?.where().isAtEnd) setNews(true);
  }, [messages, pending]);

  // A page that did not fill the window: there is nothing to scroll that could ask for the next.
  useLayoutEffect(() => {
    if (!isLoading && keeper.current?.where().isNearStart) load();
  }, [isLoading, messages.length, hasOlder]);

  const reveal = useCallback((messageId: string) => {
    const row = content.current?.querySelector<HTMLElement>(`[data-message-id="${CSS.escape(messageId)}"]`);
    if (!row) return;
    keeper.current?.reveal(row);
    // Who came by a link of another message goes on from this one.
    if (content.current?.contains(document.activeElement)) row.focus({ preventScroll: true });
  }, []);
  const toEnd = useCallback(() => keeper.current?.toEnd(), []);
  return { scroller, content, isAway, hasNews, isLoading, load, reveal, toEnd };
}
