/** Reset requests of the page, passed to the session, which handles them one after the other. */
import type { ResetSteps } from '../../sandbox/server/index.js';

/** One request; the page gets an answer when it is done, or the reason it failed. */
export interface ResetRequest {
  answerWith(task: (steps: ResetSteps) => Promise<void>): Promise<void>;
}

export class ResetRequests {
  private waiting: ResetRequest[] = [];
  private wake: () => void = () => {};

  /** Resolves when the session has restarted; rejects with the reason it couldn't. */
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
