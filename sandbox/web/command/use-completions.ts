/** Asks a bot for the choices of an option while someone types in it: not at every letter, and the last answer counts. */
import { useEffect, useRef, useState } from 'preact/hooks';
import type { Choice } from './offered.js';

/** How long typing must pause before the bot is asked. */
const PAUSE_MS = 200;

export interface Completions {
  status: 'idle' | 'loading' | 'failed' | 'ready';
  /** Those of the last answer, which stay in sight while the next is loading. */
  choices: readonly Choice[];
}

const NONE: Completions = { status: 'idle', choices: [] };

/** @param ask undefined while no choices are wanted */
export function useCompletions(
  typed: string,
  ask: ((typed: string) => Promise<readonly Choice[]>) | undefined,
): Completions {
  const [completions, setCompletions] = useState(NONE);
  const isFirst = useRef(true);
  const asking = useRef(ask);
  asking.current = ask;
  const isWanted = ask !== undefined;

  useEffect(() => {
    if (!isWanted) {
      isFirst.current = true;
      setCompletions(NONE);
      return;
    }
    let isLate = false;
    setCompletions(({ choices }) => ({ status: 'loading', choices }));
    const load = async () => {
      try {
        const choices = (await asking.current?.(typed)) ?? [];
        if (!isLate) setCompletions({ status: 'ready', choices });
      } catch {
        if (!isLate) setCompletions({ status: 'failed', choices: [] });
      }
    };
    const timer = setTimeout(() => void load(), isFirst.current ? 0 : PAUSE_MS);
    isFirst.current = false;
    return () => {
      isLate = true;
      clearTimeout(timer);
    };
  }, [typed, isWanted]);

  return completions;
}
