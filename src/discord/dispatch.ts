/** The one place that answers interactions: it finds the handler, gains time, sends its outcome and catches its errors. */
import type { AutocompleteInteraction, Client, Interaction } from 'discord.js';
import type { GuildSettings } from '../entities/guild.js';
import { catalogueFor } from '../locales/catalogue.js';
import { type Logger, plainError } from '../platform/logging.js';
import type { InteractionMetrics } from '../platform/metrics.js';
import { UserError } from '../platform/user-error.js';
import { type Call, Calls } from './calls.js';
import { complete } from './complete.js';
import { type Checked, contextOf } from './context.js';
import type { Answer, AnyCommand, Component, Context } from './define.js';
import { fail } from './fail.js';
import type { Hooks } from './feature.js';
import { Intake, type Ownership } from './intake.js';
import { button, note } from './message/blocks.js';
import type { MessageView } from './message/message-view.js';
import type { Deliverer, Outcome } from './outcome.js';
import { showRefused } from './refused-answer.js';
import { Reply, type Visibility } from './reply.js';

/** After this (ms) a member is shown that the bot is at work; Discord gives up after 3 s. */
const deferAfterMs = 1_000;

/** A form cannot follow a deferral, so its handler gets longer before a button has to offer it. */
const formTimeoutMs = 2_200;

export interface DispatcherParts {
  client: Client;
  features: {
    readonly commands: readonly AnyCommand[];
    readonly components: readonly Component[];
    readonly deliveries: readonly Deliverer<Checked>[];
    readonly hooks: readonly Hooks<Checked>[];
  };
  /** The services of all features; each handler and hook gets them as what its own type asks for. */
  services: object;
  settingsOf(guildId: string): Promise<GuildSettings>;
  languageOf(guildId: string, memberId: string): Promise<string | null>;
  /** Which of several processes of the same bot answers. */
  ownership: Ownership;
  /** Shards of the whole bot. */
  shardCount(): number;
  log: Logger;
  metrics: InteractionMetrics;
  allowedGuilds?: ReadonlySet<string>;
}

export class Dispatcher {
  private readonly calls: Calls;
  private readonly underWay = new Set<Promise<void>>();
  private readonly intake: Intake<Interaction>;
  private readonly hooks: readonly Hooks<Checked>[];
  private readonly deliveries: ReadonlyMap<string, Deliverer<Checked>>;

  /** @throws when two commands or components have the same name */
  constructor(private readonly parts: DispatcherParts) {
    const { commands, components, deliveries, hooks } = parts.features;
    this.calls = new Calls(commands, components);
    this.hooks = hooks;
    this.deliveries = new Map(deliveries.map((delivery) => [delivery.name, delivery]));
    this.intake = new Intake(parts.ownership, parts.shardCount, (interaction, take) =>
      this.answer(interaction, take),
    );
  }

  /** Never rejects: whatever goes wrong is told to the member and logged. A process that stands by does nothing. */
  dispatch(interaction: Interaction): Promise<void> {
    return this.intake.arrive(interaction);
  }

  /** This process answers for the shard from now on. */
  owned(shardId: number): void {
    this.intake.owned(shardId);
  }

  /** Accepts nothing from now on. */
  close(): void {
    this.intake.close();
  }

  /** Resolves when everything under way is answered. */
  async settled(): Promise<void> {
    await Promise.allSettled(this.underWay);
  }

  /** @param take gives once, in all processes, that the interaction is to be acted on */
  private async answer(interaction: Interaction, take: () => Promise<boolean>): Promise<void> {
    const work = (
      interaction.isAutocomplete()
        ? complete(this.parts, this.calls, interaction)
        : this.perform(interaction, take())
    ).catch((error: unknown) =>
      this.parts.log.error({ error: plainError(error) }, 'an interaction was lost'),
    );
    this.underWay.add(work);
    await work;
    this.underWay.delete(work);
  }

  private async perform(
    interaction: Exclude<Interaction, AutocompleteInteraction>,
    taken: Promise<boolean>,
  ): Promise<void> {
    const { client, log, metrics } = this.parts;
    const begun = performance.now();
    const reply = new Reply(client.rest, interaction, () =>
      metrics.responded?.(call?.name ?? 'unknown', (performance.now() - begun) / 1000),
    );
    let words = catalogueFor(interaction.locale, interaction.guildLocale);
    let call: Call | undefined;
    let deferral: Promise<void> | undefined;
    let deferredAs: Visibility | undefined;
    let timer: NodeJS.Timeout | undefined;
    let result: string | undefined = 'answered';
    try {
      call = this.calls.callOf(interaction);
      const { answers } = call;
      let inCohortChannel = false;
      timer = setTimeout(
        () => {
          deferredAs = visibilityOf(answers, inCohortChannel);
          deferral = reply.defer(deferredAs);
          deferral.catch((error: unknown) => log.warn({ error: plainError(error) }, 'a deferral failed'));
        },
        answers === 'modal' ? formTimeoutMs : deferAfterMs,
      );
      const [isOurs, context] = await both(taken, contextOf(interaction, this.parts, call.guildId));
      if (!isOurs) {
        result = undefined;
        return;
      }
      words = context.words;
      reply.finish = (view) => this.finished(view, context.guildId);
      inCohortChannel = context.channelId === context.cohortChannelId;
      if (call.moderatorsOnly && !context.actor.isModerator) throw new UserError('moderators-only', {});
      if (call.params) {
        for (const { beforeControl } of this.hooks) await beforeControl?.({ params: call.params }, context);
      }
      const outcome = await call.run(context);
      if (outcome.kind === 'form') {
        const asked = { form: outcome.form, moderatorsOnly: call.moderatorsOnly };
        for (const { beforeForm } of this.hooks) await beforeForm?.(asked, context);
      }
      clearTimeout(timer);
      await deferral?.catch(() => undefined);
      // What was deferred before the channel was known stays as visible as it was.
      const visibility = deferredAs ?? visibilityOf(answers, inCohortChannel);
      result = await this.show(reply, outcome, visibility, context);
      await this.followUp(reply, outcome, context, call, interaction.guildId === null);
    } catch (error) {
      clearTimeout(timer);
      await deferral?.catch(() => undefined);
      // Another process acts on it and answers.
      if (!(await taken.catch(() => true))) {
        result = undefined;
        return;
      }
      const giveBack = this.hooks.find((hooks) => hooks.giveBack)?.giveBack;
      result = await fail({ ...this.parts, giveBack }, interaction, reply, call, words, error);
    } finally {
      clearTimeout(timer);
      if (result) metrics.observe(call?.name ?? 'unknown', result, (performance.now() - begun) / 1000);
    }
  }

  /** What features make of a message before it is sent. */
  private async finished(view: MessageView, guildId: string): Promise<MessageView> {
    let finished = view;
    for (const { beforeMessage } of this.hooks) {
      finished =
        (await beforeMessage?.(finished, guildId, this.parts.services).catch((error: unknown) => {
          this.parts.log.warn({ error: plainError(error) }, 'a message is sent unfinished');
          return undefined;
        })) ?? finished;
    }
    return finished;
  }

  /** Delivers what came of it, and gives the result for the metrics. */
  private async show(
    reply: Reply,
    outcome: Outcome,
    visibility: Visibility,
    context: Context,
  ): Promise<string> {
    try {
      await this.deliver(reply, outcome, visibility, context);
      return 'answered';
    } catch (error) {
      return showRefused(error, { reply, outcome, words: context.words, log: this.parts.log });
    }
  }

  private async deliver(
    reply: Reply,
    outcome: Outcome,
    visibility: Visibility,
    context: Context,
  ): Promise<void> {
    switch (outcome.kind) {
      case 'form':
        if (reply.state === 'none') return reply.form(outcome.form);
        await reply.send(
          note(
            context.words.general.formSlow,
            button(this.calls.hold(context.actor.id, outcome.form), context.words.buttons.openForm, {
              style: 'primary',
            }),
          ),
          'ephemeral',
        );
        return;
      case 'message':
        await reply.send(outcome.view, outcome.privately ? 'ephemeral' : visibility);
        return;
      case 'messages':
        return deliverMessages(reply, outcome.views, visibility);
      case 'delivery': {
        const delivery = this.deliveries.get(outcome.name);
        if (!delivery) throw new Error(`no feature delivers ${outcome.name}`);
        return delivery.deliver(outcome.facts, { reply, visibility }, context);
      }
    }
  }

  /** Runs the effects. The member has their answer, so a failure here is only logged. */
  private async followUp(
    reply: Reply,
    outcome: Outcome,
    context: Context,
    { name, moderatorsOnly, rewrites: rewritten }: Call,
    isDirect: boolean,
  ): Promise<void> {
    // A form may be followed by nothing; whatever is answered next will do.
    if (outcome.kind === 'form') return;
    const answered = {
      asked: { name, moderatorsOnly, isDirect },
      outcome,
      rewritten,
      tell: (view: MessageView) => reply.followUp(view, true),
    };
    for (const { afterAnswer } of this.hooks) {
      await afterAnswer?.(answered, context).catch((error: unknown) =>
        this.parts.log.warn({ error: plainError(error) }, 'what follows an answer failed'),
      );
    }
  }
}

/** Several messages, as they are made. The first takes the place of the deferral: making it may take a while. */
async function deliverMessages(
  reply: Reply,
  views: AsyncIterable<MessageView>,
  visibility: Visibility,
): Promise<void> {
  if (reply.state === 'none') await reply.defer(visibility);
  let isAnswered = false;
  for await (const view of views) {
    if (isAnswered) await reply.followUp(view, visibility === 'ephemeral');
    else await reply.send(view, visibility);
    isAnswered = true;
  }
}

function visibilityOf(answers: Answer, inCohortChannel: boolean): Visibility {
  if (answers === 'modal') return 'ephemeral';
  if (answers === 'card') return inCohortChannel ? 'public' : 'ephemeral';
  return answers;
}

/** Both results, started together; when one fails, a failure of the other is ignored. */
async function both<One, Other>(one: Promise<One>, other: Promise<Other>): Promise<[One, Other]> {
  one.catch(() => undefined);
  other.catch(() => undefined);
  return [await one, await other];
}
