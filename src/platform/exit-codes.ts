/** With which code the process ends, so that what supervises it knows whether another start can help (sysexits.h). */
export const exitCodes = {
  stopped: 0,
  /** An unexpected error. */
  failed: 1,
  /** What the bot needs is away: try again later. */
  tryLater: 75,
  /** The configuration has to be changed first: no restart helps. */
  configuration: 78,
} as const;

export type ExitCode = (typeof exitCodes)[keyof typeof exitCodes];
