/** Stops in order: refuse new work, finish what is under way in parallel, then close connections. */
import { setTimeout as sleep } from 'node:timers/promises';
import { type Logger, plainError } from './logging.js';

type Close = () => unknown;

interface Step {
  name: string;
  close: Close;
}

/** How long the steps of a phase, which run in parallel, can take (ms). In total less than a supervisor waits. */
const phases = { intake: 500, work: 6_000, answering: 500, connections: 1_000, storage: 1_500 } as const;

export type Phase = keyof typeof phases;

export class Shutdown {
  private readonly steps: Record<Phase, Step[]> = {
    intake: [],
    work: [],
    answering: [],
    connections: [],
    storage: [],
  };
  private running: Promise<void> | undefined;

  constructor(private readonly log: Pick<Logger, 'warn'>) {}

  /**
   * Adds what has to be done when the process stops.
   * @param phase `intake`: takes nothing new; `work`: finishes what was started; `answering`: lets another process
   *   answer; `connections`: closes those to Discord and others; `storage`: the database, last
   */
  add(phase: Phase, name: string, close: Close): void {
    this.steps[phase].push({ name, close });
  }

  /** Never rejects, and never takes much longer than the phases together. */
  run(): Promise<void> {
    this.running ??= this.runAll();
    return this.running;
  }

  private async runAll(): Promise<void> {
    for (const [phase, withinMs] of Object.entries(phases)) {
      await Promise.all(this.steps[phase as Phase].map((step) => this.close(step, withinMs)));
    }
  }

  private async close({ name, close }: Step, withinMs: number): Promise<void> {
    const giveUp = new AbortController();
    try {
      const isLate = await Promise.race([
        Promise.resolve(close()).then(() => false),
        sleep(withinMs, true, { signal: giveUp.signal }),
      ]);
      if (isLate) this.log.warn({ part: name, withinMs }, 'stopping: not finished in time, going on without');
    } catch (error) {
      this.log.warn({ part: name, error: plainError(error) }, 'stopping: something would not close');
    } finally {
      giveUp.abort();
    }
  }
}
