/** The one place that answers interactions: it finds the handler, gains time, sends its outcome and catches its errors. */
import { randomUUID } from 'node:crypto';
import type { AutocompleteInteraction, ChatInputCommandInteraction, Client, Interaction } from 'discord.js';
import { textsOf } from '../components/form-fields.js';
import { routeNameOf, routes } from '../components/routes.js';
import { type Catalogue, catalogueFor } from '../locales/catalogue.js';
import { isDatabaseAway } from '../platform/database.js';
import { type Logger, plainError } from '../platform/logging.js';
import type { InteractionMetrics } from '../platform/metrics.js';
import type { Services } from '../services/services.js';
import { UserError, type UserErrorCode, type UserErrorFacts } from '../services/user-error.js';
import { button, note } from '../views/blocks.js';
import { errorView } from '../views/error-view.js';
import type { Cards } from './cards.js';
import { contextOf } from './context.js';
import type {
  Answer,
  Command,
  Component,
  ComponentInteraction,
  Context,
  Outcome,
  Subcommand,
  Typed,
} from './define.js';
import { deliverCard, deliverThread } from './deliver.js';
import { isTooLate } from './errors.js';
import { HeldForms } from './held-forms.js';
import { Reply, type Visibility } from './reply.js';

/** After this (ms) a member is shown that the bot is at work; Discord gives up after 3 s. */
const deferAfter = 1_000;

/** A form cannot follow a deferral, so its handler gets longer before a button has to offer it. */
const formPatience = 2_200;

/** Autocomplete answers with nothing after this (ms). */
const choicePatience = 2_000;

export interface DispatcherParts {
  client: Client;
  services: Services;
  commands: readonly Command[];
  components: readonly Component[];
  cards: Cards;
  log: Logger;
  metrics: InteractionMetrics;
  allowedGuilds?: ReadonlySet<string>;
}

/** What is to be run, whatever it came from. */
interface Call {
  name: string;
  answers: Answer;
  moderatorsOnly: boolean;
  /** The message that the answer writes over. */
  rewrites?: string;
  run(context: Context): Promise<Outcome>;
  typed(): Typed | undefined;
}

export class Dispatcher {
  private readonly commands: Map<string, Command>;
  private readonly components = new Map<string, Component>();
  private readonly underWay = new Set<Promise<void>>();
  private readonly heldForms = new HeldForms();

  /** @throws when two commands or components go by the same name */
  constructor(private readonly parts: DispatcherParts) {
    this.commands = new Map(parts.commands.map((command) => [command.data.name, command]));
    if (this.commands.size !== parts.commands.length) throw new Error('two commands have the same name');
    for (const component of parts.components) {
      if (this.components.has(component.route.name)) {
        throw new Error(`two components own the route ${component.route.name}`);
      }
      this.components.set(component.route.name, component);
    }
  }

  /** Never rejects: whatever goes wrong is told to the member and logged. */
  async dispatch(interaction: Interaction): Promise<void> {
    const work = (
      interaction.isAutocomplete() ? this.complete(interaction) : this.perform(interaction)
    ).catch((error: unknown) =>
      this.parts.log.error({ error: plainError(error) }, 'an interaction was lost'),
    );
    this.underWay.add(work);
    await work;
    this.underWay.delete(work);
  }

  /** Resolves when everything begun is answered. */
  async settled(): Promise<void> {
    await Promise.allSettled(this.underWay);
  }

  private async perform(interaction: Exclude<Interaction, AutocompleteInteraction>): Promise<void> {
    const { client, services, log, metrics, allowedGuilds } = this.parts;
    const begun = performance.now();
    const reply = new Reply(client.rest, interaction);
    let words = catalogueFor(interaction.guildLocale ?? interaction.locale);
    let call: Call | undefined;
    let deferral: Promise<void> | undefined;
    let timer: NodeJS.Timeout | undefined;
    let result = 'answered';
    try {
      call = this.callOf(interaction);
      const { answers } = call;
      let inCohortChannel = false;
      timer = setTimeout(
        () => {
          deferral = reply.defer(visibilityOf(answers, inCohortChannel));
          deferral.catch((error: unknown) => log.warn({ error: plainError(error) }, 'a deferral failed'));
        },
        answers === 'modal' ? formPatience : deferAfter,
      );
      const context = await contextOf(interaction, services, allowedGuilds);
      words = context.words;
      inCohortChannel = context.channelId === context.cohortChannelId;
      if (call.moderatorsOnly && !context.actor.isModerator) throw new UserError('moderators-only', {});
      const outcome = await call.run(context);
      clearTimeout(timer);
      await deferral?.catch(() => undefined);
      await this.deliver(reply, outcome, visibilityOf(answers, inCohortChannel), context);
      await this.followUp(reply, outcome, context, call.rewrites).catch((error: unknown) =>
        log.warn({ error: plainError(error) }, 'what follows an answer failed'),
      );
    } catch (error) {
      clearTimeout(timer);
      await deferral?.catch(() => undefined);
      result = await this.fail(interaction, reply, call, words, error);
    } finally {
      metrics.observe(call?.name ?? 'unknown', result, (performance.now() - begun) / 1000);
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
            button(
              routes.openForm.id({ form: this.heldForms.hold(context.actor.id, outcome.form) }),
              context.words.buttons.openForm,
              {
                style: 'primary',
              },
            ),
          ),
          'ephemeral',
        );
        return;
      case 'message':
        await reply.send(outcome.view, outcome.privately ? 'ephemeral' : visibility);
        return;
      case 'card':
        return deliverCard(this.parts, reply, outcome, visibility, context);
      case 'thread':
        return deliverThread(this.parts, reply, outcome.entry, context);
    }
  }

  /** What others see of it. The member has their answer by now, so no failure here is theirs. */
  private async followUp(
    reply: Reply,
    outcome: Outcome,
    context: Context,
    rewritten: string | undefined,
  ): Promise<void> {
    const { cards, log } = this.parts;
    if (outcome.kind === 'message' && outcome.notice) {
      await cards
        .post(context.cohortChannelId, outcome.notice, `notice-${randomUUID().slice(0, 18)}`)
        .catch((error: unknown) => log.warn({ error: plainError(error) }, 'a notice could not be posted'));
    }
    if ('refresh' in outcome && outcome.refresh?.length) {
      await context.services.cards.refresh(context.guildId, outcome.refresh, rewritten);
    }
    if (context.actor.isModerator) await this.hintAtSetup(reply, context);
  }

  /** Tells the member what went wrong, giving back what they typed. Gives the result's name for the metrics. */
  private async fail(
    interaction: Interaction,
    reply: Reply,
    call: Call | undefined,
    words: Catalogue,
    error: unknown,
  ): Promise<string> {
    const { services, log } = this.parts;
    const incident = randomUUID().slice(0, 8);
    const isUserError = error instanceof UserError;
    if (!isUserError) {
      log.error({ incident, name: call?.name, error: plainError(error) }, 'an interaction failed');
      if (isTooLate(error)) return 'too late';
    }
    const sentence = isUserError
      ? sentenceOf(words, error)
      : isDatabaseAway(error)
        ? words.general.databaseDown(incident)
        : words.general.apology(incident);
    try {
      const typed = call ? call.typed() : typedInUnknown(interaction);
      const { guildId, user } = interaction;
      const id =
        typed?.form && guildId
          ? await services.drafts.keep(guildId, user.id, typed.form, typed.fields)
          : undefined;
      await reply.send(errorView(words, sentence, typed && { id, fields: typed.fields }), 'ephemeral');
    } catch (unanswered) {
      log.warn({ incident, error: plainError(unanswered) }, 'the member could not be told');
    }
    return isUserError ? error.code : 'failed';
  }

  private async hintAtSetup(reply: Reply, { settings, services, guildId, words }: Context): Promise<void> {
    if (settings.setUpAt || settings.setupHintAt) return;
    if (await services.guilds.claimSetupHint(guildId)) {
      await reply.followUp(note(words.general.setupHint), true);
    }
  }

  /** @throws UserError `control-gone` for what no handler of this version owns */
  private callOf(interaction: Exclude<Interaction, AutocompleteInteraction>): Call {
    if (interaction.isChatInputCommand()) {
      const handler = this.handlerOf(interaction);
      return {
        name: `/${interaction.commandName}`,
        answers: typeof handler.answers === 'function' ? handler.answers(interaction) : handler.answers,
        moderatorsOnly: handler.moderatorsOnly ?? false,
        run: (context) => handler.run(interaction, context),
        typed: () => handler.typed?.(interaction),
      };
    }
    if (interaction.isMessageComponent() || interaction.isModalSubmit()) {
      return this.componentCall(interaction);
    }
    throw new UserError('control-gone', {});
  }

  private componentCall(interaction: ComponentInteraction): Call {
    const name = routeNameOf(interaction.customId);
    const held = name === routes.openForm.name && routes.openForm.parse(interaction.customId);
    if (held) return this.heldFormCall(held.form, interaction.user.id);
    const component = this.components.get(name ?? '');
    const params: unknown = component?.route.parse(interaction.customId);
    if (!component || params === undefined) throw new UserError('control-gone', {});
    const answers =
      typeof component.answers === 'function' ? component.answers(interaction) : component.answers;
    return {
      name: component.route.name,
      answers,
      rewrites: answers === 'update' ? interaction.message?.id : undefined,
      moderatorsOnly: component.moderatorsOnly ?? false,
      run: (context) => component.run(interaction, params, context),
      typed: () => component.typed?.(interaction),
    };
  }

  private heldFormCall(id: string, memberId: string): Call {
    return {
      name: routes.openForm.name,
      answers: 'modal',
      moderatorsOnly: false,
      run: async () => ({ kind: 'form', form: this.heldForms.take(memberId, id) }),
      typed: () => undefined,
    };
  }

  private async complete(interaction: AutocompleteInteraction): Promise<void> {
    const { client, services, allowedGuilds, log, metrics } = this.parts;
    const begun = performance.now();
    const reply = new Reply(client.rest, interaction);
    let timer: NodeJS.Timeout | undefined;
    const patience = new Promise<[]>((resolve) => {
      timer = setTimeout(() => resolve([]), choicePatience);
    });
    const work = (async () => {
      const handler = this.handlerOf(interaction);
      const context = await contextOf(interaction, services, allowedGuilds);
      if (handler.moderatorsOnly && !context.actor.isModerator) return [];
      return (await handler.autocomplete?.(interaction, context)) ?? [];
    })().catch((error: unknown) => {
      if (!(error instanceof UserError)) log.warn({ error: plainError(error) }, 'autocomplete failed');
      return [];
    });
    const choices = await Promise.race([work, patience]);
    clearTimeout(timer);
    await reply
      .choices(choices.slice(0, 25))
      .catch((error: unknown) => log.warn({ error: plainError(error) }, 'choices came too late'));
    metrics.observe('autocomplete', 'answered', (performance.now() - begun) / 1000);
  }

  private handlerOf(interaction: ChatInputCommandInteraction | AutocompleteInteraction) {
    const command = this.commands.get(interaction.commandName);
    if (!command) throw new UserError('control-gone', {});
    if (!('subcommands' in command)) return command;
    const name = interaction.options.getSubcommand(false);
    const group = interaction.options.getSubcommandGroup(false) ?? undefined;
    const subcommand = command.subcommands.find(
      (candidate: Subcommand) => candidate.data.name === name && candidate.group === group,
    );
    if (!subcommand) throw new UserError('control-gone', {});
    return { ...subcommand, moderatorsOnly: command.moderatorsOnly || subcommand.moderatorsOnly };
  }
}

/** What was written into a form that this version does not know. */
function typedInUnknown(interaction: Interaction): Typed | undefined {
  return interaction.isModalSubmit() ? { fields: textsOf(interaction) } : undefined;
}

function visibilityOf(answers: Answer, inCohortChannel: boolean): Visibility {
  if (answers === 'modal') return 'ephemeral';
  if (answers === 'card') return inCohortChannel ? 'public' : 'ephemeral';
  return answers;
}

function sentenceOf<Code extends UserErrorCode>(words: Catalogue, error: UserError<Code>): string {
  const sentence = words.errors[error.code] as (facts: UserErrorFacts[Code]) => string;
  return sentence(error.facts);
}
