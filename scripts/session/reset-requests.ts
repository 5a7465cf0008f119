/** Requests of the page to begin anew, handed to the session, which takes them one after the other. */
import type { ResetSteps } from '../../sandbox/server/index.js';

/** One request; the page is told when it is answered, and why it could not be. */
export interface ResetRequest {
  answerWith(task: (steps: ResetSteps) => Promise<void>): Promise<void>;
}

export class ResetRequests {
  private waiting: ResetRequest[] = [];
  private wake: () => void = () => {};

  /** Resolves when the session has begun anew; rejects with why it could not. */
  ask(steps: ResetSteps): Promise<void> {
    return new Promise((resolve, reject) => {
      this.waiting.push({
        async answerWith(task) {
          try {
            await task(steps);
            resolve();
          } catch (error) {
            reject(error);
            throw error;
          }
        },
      });
      this.wake();
    });
  }

  /** The next request, once there is one. */
  async next(): Promise<ResetRequest> {
    for (;;) {
      const request = this.waiting.shift();
      if (request) return request;
      await new Promise<void>((resolve) => {
        this.wake = resolve;
      });
    }
  }
}
