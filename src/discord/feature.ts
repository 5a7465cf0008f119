/** A feature: what it adds to the bot, which services it offers, and what it needs of the features before it. */

import type { Job } from '../jobs/define.js';
import type { Catalogue } from '../locales/catalogue.js';
import type { Topic } from '../outbox/topic.js';
import type { Checked } from './context.js';
import type { AnyCommand, Component, Context, Subcommand, Typed } from './define.js';
import type { FormView, MessageView } from './message/message-view.js';
import type { Deliverer, Outcome } from './outcome.js';

/** A failed action, reported to the member together with what they typed. */
export interface Failure {
  guildId: string | null;
  memberId: string;
  words: Catalogue;
  /** What went wrong, for the member. */
  sentence: string;
  typed: Typed;
}

/** Where features join in while an interaction is answered. The dispatcher runs them in the order of the features. */
export interface Hooks<Services extends object> {
  /** Runs before a form is shown; what it throws is answered instead of the form. */
  beforeForm?: (
    asked: { form: FormView; moderatorsOnly: boolean },
    context: Context<Services>,
  ) => Promise<void>;
  /** Runs before a button, select or form acts; what it throws is answered instead. */
  beforeControl?: (control: { params: unknown }, context: Context<Services>) => Promise<void>;
  /** Finishes a message before it is sent as an answer. A failure leaves it as it is. */
  beforeMessage?: (view: MessageView, guildId: string, services: Services) => Promise<MessageView>;
  /** Runs after every answer that is no form. The member has their answer, so a failure is logged and nothing else. */
  afterAnswer?: (answered: Answered, context: Context<Services>) => Promise<unknown>;
  /** Stores what was typed and returns it with the error. Only the first feature that has this hook runs it. */
  giveBack?: (failure: Failure, services: Services) => Promise<MessageView>;
  /** Runs every hour: deletes what has expired. */
  upkeep?: (services: Services) => Promise<unknown>;
}

export interface Answered {
  /** What was answered: `/share`, the name of a menu or of a control's route; `isDirect` in a direct message. */
  asked: { name: string; moderatorsOnly: boolean; isDirect: boolean };
  outcome: Outcome;
  /** The message that the answer replaced. */
  rewritten: string | undefined;
  /** Sends the member one more message that only they see. */
  tell(view: MessageView): Promise<unknown>;
}

export interface Feature<Needs extends object, Offers extends object> {
  name: string;
  commands?: readonly AnyCommand<Needs & Offers>[];
  /** Subcommands of `/admin`. */
  adminSubcommands?: readonly Subcommand<Needs & Offers>[];
  components?: readonly Component<Checked, Needs & Offers>[];
  jobs?: readonly Job<Needs & Offers>[];
  /** The kinds of message it owes, made once all services are there. */
  topics?: (services: Needs & Offers) => readonly Topic[];
  /** How its own kinds of outcome are delivered. */
  deliveries?: readonly Deliverer<Needs & Offers>[];
  hooks?: Hooks<Needs & Offers>;
  /** Makes the services it offers, from the core and what earlier features offer. */
  services: (needs: Needs) => Offers;
}

/**
 * Declares a feature. What it needs is the type of the parameter of `services`, what it offers its result: a handler, job
 * or hook that uses anything else does not compile.
 */
export function defineFeature<Needs extends object, Offers extends object>(feature: {
  name: string;
  commands?: readonly AnyCommand<NoInfer<Needs & Offers>>[];
  adminSubcommands?: readonly Subcommand<NoInfer<Needs & Offers>>[];
  components?: readonly Component<Checked, NoInfer<Needs & Offers>>[];
  jobs?: readonly Job<NoInfer<Needs & Offers>>[];
  topics?: (services: NoInfer<Needs & Offers>) => readonly Topic[];
  deliveries?: readonly Deliverer<NoInfer<Needs & Offers>>[];
  hooks?: Hooks<NoInfer<Needs & Offers>>;
  services: (needs: Needs) => Offers;
}): Feature<Needs, Offers> {
  return feature;
}

/** Features in order: adding one whose needs are not yet offered does not compile. */
export class Wiring<Core extends object, Offered extends object> {
  private constructor(private readonly features: readonly Feature<Checked, Checked>[]) {}

  /** No features yet; `Core` is what there is without any. */
  static on<Core extends object>(): Wiring<Core, Core> {
    return new Wiring([]);
  }

  add<Offers extends object>(feature: Feature<Offered, Offers>): Wiring<Core, Offered & Offers> {
    return new Wiring([...this.features, feature]);
  }

  get commands(): readonly AnyCommand[] {
    return this.features.flatMap(({ commands = [] }) => commands);
  }

  get adminSubcommands(): readonly Subcommand<Checked>[] {
    return this.features.flatMap(({ adminSubcommands = [] }) => adminSubcommands);
  }

  get components(): readonly Component[] {
    return this.features.flatMap(({ components = [] }) => components);
  }

  get jobs(): readonly Job<Checked>[] {
    return this.features.flatMap(({ jobs = [] }) => jobs);
  }

  get deliveries(): readonly Deliverer<Checked>[] {
    return this.features.flatMap(({ deliveries = [] }) => deliveries);
  }

  topics(services: Offered): readonly Topic[] {
    return this.features.flatMap(({ topics }) => topics?.(services) ?? []);
  }

  get hooks(): readonly Hooks<Checked>[] {
    return this.features.flatMap(({ hooks = [] }) => hooks);
  }

  /**
   * Makes all services.
   * @throws when two features offer a service of the same name
   */
  services(core: Core): Offered {
    let services: object = core;
    for (const { name, services: make } of this.features) {
      const offers: object = make(services);
      const twice = Object.keys(offers).find((key) => key in services);
      if (twice) throw new Error(`the feature ${name} offers ${twice}, which is there already`);
      services = { ...services, ...offers };
    }
    return services as Offered;
  }
}
