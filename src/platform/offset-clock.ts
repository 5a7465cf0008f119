/** The sandbox's clock: the present moved by an offset that is read from `NEXUS_CLOCK_URL` and followed live. */
import { type Clock, systemClock } from './clock.js';

interface Reading {
  /** Milliseconds to add to the present. */
  offsetMs: number;
  version: number;
}

export interface OffsetClock {
  clock: Clock;
  stop(): void;
}

/** Waits (ms) before asking again after the address did not answer. */
const pauseMs = 1_000;

/** This machine's clock, or, with the address, the one that follows it. */
export async function openClock(url: string | undefined, onMove: () => void): Promise<OffsetClock> {
  return url ? followClock(url, onMove) : { clock: systemClock, stop: () => undefined };
}

/**
 * Reads the offset once, then asks again and again with the version it knows; the address answers when there is a
 * newer one. `onMove` is told of each change, so that jobs need not wait for their next minute.
 * @throws when the address cannot be read at the start
 */
export async function followClock(url: string, onMove: () => void): Promise<OffsetClock> {
  const stopping = new AbortController();
  let reading = await read(url, stopping.signal);
  void (async () => {
    while (!stopping.signal.aborted) {
      try {
        const next = await read(`${url}?version=${reading.version}`, stopping.signal);
        const moved = next.offsetMs !== reading.offsetMs;
        reading = next;
        if (moved) onMove();
      } catch {
        await new Promise((resolve) => setTimeout(resolve, pauseMs).unref());
      }
    }
  })();
  return { clock: () => new Date(Date.now() + reading.offsetMs), stop: () => stopping.abort() };
}

async function read(url: string, signal: AbortSignal): Promise<Reading> {
  const response = await fetch(url, { signal });
  const body = (await response.json()) as Partial<Reading>;
  if (!Number.isFinite(body.offsetMs)) throw new Error('NEXUS_CLOCK_URL did not answer with offsetMs');
  return { offsetMs: Number(body.offsetMs), version: body.version ?? 0 };
}
