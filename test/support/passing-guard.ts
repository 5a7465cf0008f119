/** A guard that accepts everything, for tests about something else. */
import type { Guard } from '../../src/features/guard/guard.js';

const kept = { stored: () => undefined, release: () => undefined };

export const passingGuard: Pick<
  Guard,
  'inspect' | 'inspectFile' | 'refusedAmong' | 'expect' | 'reserve' | 'reserveImport'
> = {
  inspect: async () => undefined,
  inspectFile: async () => undefined,
  refusedAmong: async (_guildId, _author, texts) => texts.map(() => false),
  expect: async () => undefined,
  reserve: async () => kept,
  reserveImport: async () => kept,
};

/** Nobody is muted, for the same reason. */
export const nobodyMuted = { requireUnmuted: async () => undefined, hashOf: () => Buffer.alloc(32) };
