/** `<t:…>`: a moment in the viewer's own zone; a relative one moves on while it is looked at. */
import { useEffect, useReducer } from 'preact/hooks';
import type { Lookup } from '../../model.js';
import { words } from '../../words/words.js';
import { fromNow, inStyle, isTime } from '../time.js';

export interface TimestampProps {
  /** Since 1970. */
  seconds: number;
  style: string;
  lookup: Lookup;
}

export function Timestamp({ seconds, style, lookup }: TimestampProps) {
  const at = seconds * 1000;
  if (!isTime(at)) return <span class="timestamp">{words().time.invalid}</span>;
  return (
    <time class="timestamp" dir="auto" dateTime={new Date(at).toISOString()} title={inStyle(at, 'F')}>
      {style === 'R' ? <FromNow at={at} lookup={lookup} /> : inStyle(at, style)}
    </time>
  );
}

/** The sandbox's clock gives the minutes; the seconds within one are counted here. */
function FromNow({ at, lookup }: { at: number; lookup: Lookup }) {
  const [, drawAgain] = useReducer((count: number) => count + 1, 0);
  const offset = useOffset(lookup.now);
  const now = Date.now() + offset;
  const isNear = Math.abs(at - now) < 90_000;
  useEffect(() => {
    if (!isNear) return;
    const timer = setInterval(() => drawAgain(undefined), 1000);
    return () => clearInterval(timer);
  }, [isNear]);
  return <>{fromNow(at, now)}</>;
}

const offsets = new Map<number, number>();

/** How far the sandbox's clock is from the browser's, measured when it last gave the time. */
function useOffset(told: number): number {
  let offset = offsets.get(told);
  if (offset === undefined) {
    offset = told - Date.now();
    offsets.clear();
    offsets.set(told, offset);
  }
  return offset;
}
