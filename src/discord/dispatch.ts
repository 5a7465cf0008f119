/** The one place that answers interactions: it finds the handler, gains time, sends its outcome and catches its errors. */
import { randomUUID } from 'node:crypto';
import type { AutocompleteInteraction, Client, Interaction } from 'discord.js';
import { catalogueFor } from '../locales/catalogue.js';
import { type Logger, plainError } from '../platform/logging.js';
import type { InteractionMetrics } from '../platform/metrics.js';
import type { Services } from '../services/services.js';
import { UserError } from '../services/user-error.js';
import { button, note } from '../views/blocks.js';
import { noticesView } from '../views/notices-view.js';
import { type Call, Calls } from './calls.js';
import type { Cards } from './cards.js';
import { complete } from './complete.js';
import { contextOf } from './context.js';
import type { Answer, AnyCommand, Component, Context, Outcome } from './define.js';
import { deliverCard, deliverMessages, deliverThread } from './deliver.js';
import { fail } from './fail.js';
import { Reply, type Visibility } from './reply.js';

/** After this (ms) a member is shown that the bot is at work; Discord gives up after 3 s. */
const deferAfter = 1_000;

/** A form cannot follow a deferral, so its handler gets longer before a button has to offer it. */
const formPatience = 2_200;

export interface DispatcherParts {
  client: Client;
  services: Services;
  commands: readonly AnyCommand[];
  components: readonly Component[];
  cards: Cards;
  /** Whether this process answers, of several of the same bot. */
  isLeader(): boolean;
  /** A moderator did something: whoever is to be told of it need not wait for the next tick. */
  onModeration?(): void;
  log: Logger;
  metrics: InteractionMetrics;
  allowedGuilds?: ReadonlySet<string>;
}

export class Dispatcher {
  private readonly calls: Calls;
  private readonly underWay = new Set<Promise<void>>();

  /** @throws when two commands or components go by the same name */
  constructor(private readonly parts: DispatcherParts) {
    this.calls = new Calls(parts.commands, parts.components);
  }

  /** Never rejects: whatever goes wrong is told to the member and logged. A process that stands by does nothing. */
  async dispatch(interaction: Interaction): Promise<void> {
    if (!this.parts.isLeader()) return;
    const work = (
      interaction.isAutocomplete() ? complete(this.parts, this.calls, interaction) : this.perform(interaction)
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
    let deferredAs: Visibility | undefined;
    let timer: NodeJS.Timeout | undefined;
    let result = 'answered';
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
        answers === 'modal' ? formPatience : deferAfter,
      );
      const context = await contextOf(interaction, services, allowedGuilds, call.guildId);
      words = context.words;
      inCohortChannel = context.channelId === context.cohortChannelId;
      if (call.moderatorsOnly && !context.actor.isModerator) throw new UserError('moderators-only', {});
      const outcome = await call.run(context);
      // Whoever is muted hears it before they write, not after.
      if (outcome.kind === 'form' && !call.moderatorsOnly && !outcome.mutedToo)
        await services.mutes.requireUnmuted(context.guildId, context.actor.id);
      clearTimeout(timer);
      await deferral?.catch(() => undefined);
      // What was deferred before the channel was known stays as visible as it was.
      const visibility = deferredAs ?? visibilityOf(answers, inCohortChannel);
      await this.deliver(reply, outcome, visibility, context);
      await this.followUp(reply, outcome, context, call.rewrites).catch((error: unknown) =>
        log.warn({ error: plainError(error) }, 'what follows an answer failed'),
      );
    } catch (error) {
      clearTimeout(timer);
      await deferral?.catch(() => undefined);
      result = await fail(this.parts, interaction, reply, call, words, error);
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
      case 'card':
        return deliverCard(this.parts, reply, outcome, visibility, context);
      case 'thread':
        return deliverThread(this.parts, reply, outcome, context);
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
    if (outcome.kind === 'message' && outcome.queued) {
      await context.services.queuePoster
        .postDue({ guildId: context.guildId })
        .catch((error: unknown) => log.warn({ error: plainError(error) }, 'the queue could not be shown'));
    }
    // A form may be followed by nothing; whatever is answered next will do.
    if (outcome.kind === 'form') return;
    if (context.actor.isModerator) {
      this.parts.onModeration?.();
      await this.hintAtSetup(reply, context);
    }
    await this.tellOfClosedMessages(reply, context);
  }

  /** What could not be sent by direct message is said once, wherever the member turns up next. */
  private async tellOfClosedMessages(
    reply: Reply,
    { services, guildId, actor, words }: Context,
  ): Promise<void> {
    if (await services.digestMail.endClosed(guildId, actor.id)) {
      await reply.followUp(note(words.digestDelivery.mail.closed), true);
    }
    await services.notices.tell(guildId, actor.id, (notices) =>
      reply.followUp(noticesView(words, notices), true),
    );
  }

  private async hintAtSetup(
    reply: Reply,
    { settings, services, guildId, cohortChannelId, words }: Context,
  ): Promise<void> {
    if (settings.setUpAt || settings.setupHintAt) return;
    if (await services.guilds.claimSetupHint(guildId)) {
      await reply.followUp(note(words.general.setupHint(cohortChannelId)), true);
    }
  }
}

function visibilityOf(answers: Answer, inCohortChannel: boolean): Visibility {
  if (answers === 'modal') return 'ephemeral';
  if (answers === 'card') return inCohortChannel ? 'public' : 'ephemeral';
  return answers;
}
