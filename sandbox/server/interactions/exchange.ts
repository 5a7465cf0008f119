/** What one person sees of one interaction: the answer, what followed it, or that none came. */
import { type Refusal, worded } from '../../client/refusals.js';
import type { JsonObject } from '../json.js';
import type { Sandbox } from '../sandbox.js';
import { MessageFlag, type MessageRecord } from '../state/records.js';
import { messageView } from '../views/messages.js';
import { CallbackKind, type Followed, type InteractionRecord, type Watcher } from './record.js';

export type Outcome =
  | 'pending'
  | 'message'
  | 'update'
  | 'modal'
  | 'autocomplete'
  | 'deleted'
  | 'deferred'
  | 'failed';

export class Exchange implements Watcher, Followed {
  readonly id: string;
  outcome: Outcome = 'pending';
  refusal: Refusal | undefined;
  modal: JsonObject | undefined;
  /** Resolves when the person has their answer, or knows that there is none. */
  readonly settled: Promise<void>;
  private readonly followUps: MessageRecord[] = [];
  private message: MessageRecord | undefined;
  private choices: unknown;
  private deferral: number | undefined;
  private wasDeleted = false;
  private readonly started = performance.now();
  private tookMs = 0;
  private timer: NodeJS.Timeout | undefined;
  private resolve: () => void = () => {};

  constructor(
    private readonly sandbox: Sandbox,
    readonly record: InteractionRecord,
  ) {
    this.id = record.id;
    this.settled = new Promise((resolve) => {
      this.resolve = resolve;
    });
    this.timer = setTimeout(() => this.fail('noAnswerInTime'), sandbox.settings.limits.firstAnswer);
    this.publishProgress();
  }

  fail(kind: 'noBotConnected' | 'noAnswerInTime' | 'wasReset'): void {
    this.refusal = { kind, values: [] };
    this.settle('failed');
  }

  /** Ends the wait when the sandbox stops. */
  abandon(): void {
    clearTimeout(this.timer);
    if (this.outcome === 'pending') this.fail('wasReset');
  }

  answered(kind: number, data: JsonObject, message: MessageRecord | undefined): void {
    this.message = message;
    if (kind === CallbackKind.message) return this.settle('message');
    if (kind === CallbackKind.update) return this.settle('update');
    if (kind === CallbackKind.autocomplete) {
      this.choices = data.choices ?? [];
      return this.settle('autocomplete');
    }
    if (kind === CallbackKind.modal) {
      this.modal = data;
      return this.settle('modal');
    }
    this.deferral = kind;
    clearTimeout(this.timer);
    this.publishProgress();
    this.timer = setTimeout(() => this.settle('deferred'), this.sandbox.settings.limits.settle);
  }

  edited(message: MessageRecord): void {
    if (this.followUps.includes(message)) return this.publishProgress();
    this.message = message;
    this.settle(this.deferral === CallbackKind.deferredUpdate ? 'update' : 'message');
  }

  followedUp(message: MessageRecord): void {
    this.followUps.push(message);
    if (this.outcome === 'pending' || this.outcome === 'deleted') this.message = message;
    this.settle('message');
  }

  deleted(message: MessageRecord): void {
    if (message !== this.message) return this.publishProgress();
    this.wasDeleted = true;
    if (this.outcome !== 'pending') return this.publishProgress();
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.settle('deleted'), this.sandbox.settings.limits.afterDelete);
  }

  /** Resolves when there are so many follow-ups, or after `timeoutMs`. */
  async untilFollowUps(count: number, timeoutMs: number): Promise<void> {
    const deadline = Date.now() + timeoutMs;
    while (this.followUps.length < count && Date.now() < deadline) {
      const { promise, done } = this.nextProgress(deadline - Date.now());
      await promise;
      done();
    }
  }

  view(): JsonObject {
    const viewer = { userId: this.record.userId, content: true };
    const show = (message: MessageRecord) => messageView(this.sandbox.state, message, viewer);
    const shown = this.outcome === 'modal' || this.outcome === 'autocomplete' ? undefined : this.message;
    return {
      id: this.id,
      outcome: this.outcome,
      deferred: this.deferral !== undefined,
      deleted: this.wasDeleted,
      ephemeral: shown !== undefined && (shown.flags & MessageFlag.ephemeral) !== 0,
      channelId: this.record.channelId,
      userId: this.record.userId,
      tookMs: Math.round(this.tookMs * 10) / 10,
      ...(shown && this.outcome !== 'deleted' && this.outcome !== 'failed' && { message: show(shown) }),
      ...(this.modal && { modal: { exchangeId: this.id, ...this.modal } }),
      ...(this.choices !== undefined && { choices: this.choices }),
      followUps: this.followUps.map(show),
      ...(this.refusal && { failure: worded(this.refusal), refusal: this.refusal }),
    };
  }

  private readonly listeners = new Set<() => void>();

  private nextProgress(withinMs: number): { promise: Promise<void>; done: () => void } {
    let listener: () => void = () => {};
    const promise = new Promise<void>((resolve) => {
      listener = resolve;
    });
    const timer = setTimeout(listener, withinMs);
    this.listeners.add(listener);
    const done = () => {
      clearTimeout(timer);
      this.listeners.delete(listener);
    };
    return { promise, done };
  }

  private settle(outcome: Outcome): void {
    const isFirst = this.outcome === 'pending';
    if (isFirst || this.outcome === 'deleted' || this.outcome === 'deferred') {
      clearTimeout(this.timer);
      const isNews = this.outcome !== outcome;
      this.outcome = outcome;
      this.tookMs = performance.now() - this.started;
      if (isNews) this.addToJournal();
      this.resolve();
    }
    this.publishProgress();
  }

  private addToJournal(): void {
    this.sandbox.journal.add('interaction', {
      phase: 'settled',
      interaction: this.id,
      outcome: this.outcome,
      deferred: this.deferral !== undefined,
      tookMs: Math.round(this.tookMs * 10) / 10,
      ...(this.refusal && { failure: worded(this.refusal) }),
    });
  }

  private publishProgress(): void {
    for (const listener of [...this.listeners]) listener();
    this.sandbox.feed.publish('exchange', (personId) =>
      personId === undefined || personId === this.record.userId ? this.view() : undefined,
    );
  }
}
