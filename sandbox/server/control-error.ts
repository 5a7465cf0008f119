/** What the control API answers to a person who asks for something that cannot be. */
import { type Refusal, type RefusalKind, type Refusals, worded } from '../client/refusals.js';

export class ControlError<Kind extends RefusalKind = RefusalKind> extends Error {
  /** For a reader of another language; the message is in English. */
  readonly refusal: Refusal;

  constructor(
    kind: Kind,
    values: Parameters<Refusals[Kind]>,
    readonly status = 400,
  ) {
    const refusal = { kind, values: [...values] };
    super(worded(refusal));
    this.name = 'ControlError';
    this.refusal = refusal;
  }
}
