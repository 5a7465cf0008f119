/** What handlers return: a message, a form, or what a feature delivers by itself; and the effects that follow. */
import type { Checked, Context } from './context.js';
import type { FormView, MessageView } from './message/message-view.js';
import type { Reply, Visibility } from './reply.js';

/** Something that follows an answer, made by `defineEffect`; a hook of the feature that knows it carries it out. */
export interface Effect {
  readonly name: string;
  readonly facts: unknown;
}

export type Outcome =
  /** A message, shown as the handler's `answers` says. */
  | {
      kind: 'message';
      view: MessageView;
      /** For the member alone, although the handler could have answered all. */
      privately?: boolean;
      effects?: readonly Effect[];
    }
  /** Several messages, one after the other, each made while those before it are on their way; the first is the answer. */
  | { kind: 'messages'; views: AsyncIterable<MessageView> }
  /** A form; only of `modal` handlers. */
  | { kind: 'form'; form: FormView }
  /** Delivered by the feature that made it, such as an entry's card; see `defineDelivery`. */
  | { kind: 'delivery'; name: string; facts: unknown; effects?: readonly Effect[] };

/** Delivers a feature's own outcome. */
export type Deliver<Facts, Services extends object> = (
  facts: Facts,
  answer: { reply: Reply; visibility: Visibility },
  context: Context<Services>,
) => Promise<void>;

export interface Deliverer<Services extends object> {
  name: string;
  deliver: Deliver<Checked, Services>;
}

/**
 * Makes effects of one name, `effect(facts)`, and finds their facts again in an outcome, `effect.in(outcome)`.
 * What an effect does is a hook, `afterAnswer`, of the feature that defines it.
 */
export function defineEffect<Facts = void>(name: string) {
  return Object.assign((facts: Facts): Effect => ({ name, facts }), {
    in: (outcome: Outcome): Facts[] =>
      ('effects' in outcome ? (outcome.effects ?? []) : [])
        .filter((effect) => effect.name === name)
        .map(({ facts }) => facts as Facts),
  });
}

/**
 * Makes outcomes of one name, `delivery(facts, effects)`, and says how they are delivered, `delivery.by(deliver)`: the
 * feature that defines it registers that.
 */
export function defineDelivery<Facts>(name: string) {
  return Object.assign(
    (facts: Facts, effects?: readonly Effect[]): Outcome => ({ kind: 'delivery', name, facts, effects }),
    {
      by: <Services extends object>(deliver: Deliver<Facts, Services>): Deliverer<Services> => ({
        name,
        deliver,
      }),
    },
  );
}
