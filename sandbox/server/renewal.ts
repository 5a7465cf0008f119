/** Beginning anew: one at a time, in the host's own way where it has one, and told to all who follow. */
import type { ResetProgress } from '../client/events.js';
import { Complaint } from './complaint.js';
import type { ResetSteps, SandboxOptions } from './options.js';
import type { Sandbox } from './sandbox.js';
import type { World } from './world/world.js';

export class Renewal {
  /** How far it has come; nothing when none is under way. */
  progress: ResetProgress | undefined;
  private running: Promise<void> | undefined;

  constructor(
    private readonly sandbox: Sandbox,
    private readonly host: SandboxOptions['reset'],
    /** Empties the world and builds another, or the first one again. */
    readonly begin: (world?: World) => void,
  ) {}

  /** Gives everything anew; whoever asks while it is done waits for the same. */
  renew(): Promise<void> {
    this.running ??= this.run().finally(() => {
      this.running = undefined;
    });
    return this.running;
  }

  tell(progress: ResetProgress): void {
    this.progress = progress.isDone ? undefined : progress;
    this.sandbox.feed.tell('reset-progress', () => progress);
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
      // The host tells of its own failures; whoever asked learns why.
      throw new Complaint(failure, 500);
    }
  }
}
