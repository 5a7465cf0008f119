/** A guard that lets everything through, for tests that are about something else. */
import type { Guard } from '../../src/services/guard/guard.js';

export const openDoor: Pick<Guard, 'inspect' | 'refuses' | 'expect' | 'keep' | 'import'> = {
  inspect: async () => undefined,
  refuses: async () => false,
  expect: async () => undefined,
  keep: (_guildId, _author, _entry, keep) => keep(),
  import: (_guildId, _author, keep) => keep(),
};

/** Nobody is muted, for the same. */
export const nobodyMuted = { requireUnmuted: async () => undefined };
