/** Resets: one at a time, in the host's own way where it has one; everyone who follows the sandbox sees the progress. */
import type { ResetProgress } from '../client/events.js';
import { ControlError } from './control-error.js';
import type { ResetSteps, SandboxOptions } from './options.js';
import type { Sandbox } from './sandbox.js';
import type { World } from './world/world.js';

export class WorldReset {
  /** How far it has come; nothing when none is under way. */
  progress: ResetProgress | undefined;
  private running: Promise<void> | undefined;

  constructor(
    private readonly sandbox: Sandbox,
    private readonly host: SandboxOptions['reset'],
    /** Empties the world and builds another, or the first one again. */
    readonly begin: (world?: World) => void,
  ) {}

  /** Resets everything; a second call while one runs waits for the same reset. */
  reset(): Promise<void> {
    this.running ??= this.run().finally(() => {
      this.running = undefined;
    });
    return this.running;
  }

  tell(progress: ResetProgress): void {
    this.progress = progress.isDone ? undefined : progress;
    this.sandbox.feed.publish('reset-progress', () => progress);
  }

  private async run(): Promise<void> {
    if (!this.host) return this.begin();
    const steps: ResetSteps = {
      begin: (world) => this.begin(world),
      tell: (progress) => this.tell(progress),
    };
    try {
      await this.host(steps);
      this.tell({ text: '', isDone: true });
    } catch (error) {
      const failure = error instanceof Error ? error.message : String(error);
      this.tell({ text: '', isDone: true, failure });
      // The host reports its own failures; the caller learns why.
      throw new ControlError('asSaid', [failure], 500);
    }
  }
}
