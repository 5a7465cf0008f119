/** What the viewer has set going with a bot in this window: commands on their way, failures, the form that opened. */
import { signal } from '@preact/signals';
import type { Exchange, Modal } from '../../client/types.js';
import type { Failure, Pending } from '../message/pending.js';
import { refused } from '../words/words.js';
import { reasonOf } from './reason.js';

/** How long (ms) a refusal by the sandbox itself may take; what takes longer is on its way to the bot. */
const REFUSAL = 250;

/** A form that a bot opened, and where. */
export interface OpenForm {
  modal: Modal;
  channelId: string;
}

export class Exchanges {
  /** Commands without an answer, by channel. */
  readonly pending = signal<ReadonlyMap<string, readonly Pending[]>>(new Map());
  /** Failures of clicks and choices, by message. */
  readonly failures = signal<ReadonlyMap<string, Failure>>(new Map());
  readonly form = signal<OpenForm | undefined>(undefined);
  private count = 0;

  /**
   * Runs a command and shows it below the messages until it is answered; a failure stays until it is dismissed.
   * Resolves once it is on its way, or answered; rejects when the sandbox refuses it at once.
   */
  async command(
    channelId: string,
    shown: Pick<Pending, 'command' | 'botId'>,
    run: () => Promise<Exchange>,
  ): Promise<void> {
    this.count += 1;
    const id = `pending-${this.count}`;
    this.put(channelId, { ...shown, id });
    let isOnItsWay = false;
    const running = run().then(
      (exchange) => this.take(exchange, 'command'),
      (error: unknown): Failure | undefined => {
        if (isOnItsWay) return { what: 'command', reason: reasonOf(error) };
        this.dismiss(id);
        throw new Error(reasonOf(error), { cause: error });
      },
    );
    const settled = running.then((failure) => {
      if (failure) this.put(channelId, { ...shown, id, failure });
      else this.dismiss(id);
    });
    const sent = new Promise<void>((resolve) => setTimeout(resolve, REFUSAL));
    await Promise.race([settled, sent]);
    isOnItsWay = true;
  }

  /** Runs a click or a choice; its failure is shown at the message until it is used again. */
  async onMessage(messageId: string, run: () => Promise<Exchange>): Promise<void> {
    this.fail(messageId, undefined);
    const failure = await this.settle(run, 'interaction');
    if (failure) this.fail(messageId, failure);
  }

  /** Shows or takes away what went wrong with a message. */
  fail(messageId: string, failure: Failure | undefined): void {
    if (!failure && !this.failures.peek().has(messageId)) return;
    const failures = new Map(this.failures.peek());
    if (failure) failures.set(messageId, failure);
    else failures.delete(messageId);
    this.failures.value = failures;
  }

  /** The bot's answer to a command is there, be it that it thinks: it is not on its way any more. */
  answerStarted(channelId: string, command: string): void {
    const list = this.pending.peek().get(channelId) ?? [];
    const first = list.find((one) => one.command === command && !one.failure);
    if (first) this.dismiss(first.id);
  }

  dismiss(id: string): void {
    this.pending.value = new Map(
      [...this.pending.peek()].map(([channelId, list]) => [channelId, list.filter((one) => one.id !== id)]),
    );
  }

  forget(): void {
    this.pending.value = new Map();
    this.failures.value = new Map();
    this.form.value = undefined;
  }

  /** Sends a form; answers why it could not be sent, while the form stays open for another try. */
  async submit(run: () => Promise<Exchange>): Promise<Failure | undefined> {
    const opened = this.form.peek();
    const failure = await this.settle(run, 'form');
    if (!failure && this.form.peek() === opened) this.form.value = undefined;
    return failure;
  }

  private async settle(run: () => Promise<Exchange>, what: Failure['what']): Promise<Failure | undefined> {
    try {
      return this.take(await run(), what);
    } catch (error) {
      return { what, reason: reasonOf(error) };
    }
  }

  /** Opens the form that an exchange ended with; answers what went wrong. */
  private take(exchange: Exchange, what: Failure['what']): Failure | undefined {
    if (exchange.outcome === 'modal' && exchange.modal)
      this.form.value = { modal: exchange.modal, channelId: exchange.channelId };
    if (exchange.outcome !== 'failed') return undefined;
    return { what, reason: exchange.refusal ? refused(exchange.refusal) : exchange.failure };
  }

  private put(channelId: string, pending: Pending): void {
    const list = this.pending.peek().get(channelId) ?? [];
    const others = list.filter((one) => one.id !== pending.id);
    this.pending.value = new Map(this.pending.peek()).set(channelId, [...others, pending]);
  }
}
