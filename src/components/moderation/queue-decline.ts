/** `Decline`: asks for a reason, then leaves the held entry unpublished, from its card or from a list. */
import type { ButtonInteraction, ModalSubmitInteraction } from 'discord.js';
import { type Component, type Context, defineComponent } from '../../discord/define.js';
import { fieldOf } from '../../discord/form-fields.js';
import {
  decideOnCard,
  decideOnPage,
  declineField,
  declineForm,
  type QueueService,
} from '../../features/moderation/index.js';
import { routes } from '../routes.js';

const typed = (interaction: ModalSubmitInteraction) => ({
  fields: { [declineField]: fieldOf(interaction, declineField) },
});

const onCard = defineComponent({
  route: routes.queueDecline,
  answers: 'modal',
  moderatorsOnly: true,
  async run(
    _interaction: ButtonInteraction,
    { item },
    { guildId, words, services }: Context<{ queue: Pick<QueueService, 'open'> }>,
  ) {
    await services.queue.open(guildId, item);
    return { kind: 'form', form: declineForm(words, routes.queueDeclineForm.id({ item })) };
  },
});

const onPage = defineComponent({
  route: routes.queuePageDecline,
  answers: 'modal',
  moderatorsOnly: true,
  async run(
    _interaction: ButtonInteraction,
    place,
    { guildId, words, services }: Context<{ queue: Pick<QueueService, 'open'> }>,
  ) {
    await services.queue.open(guildId, place.item);
    return { kind: 'form', form: declineForm(words, routes.queuePageDeclineForm.id(place)) };
  },
});

const handedInOnCard = defineComponent({
  route: routes.queueDeclineForm,
  answers: 'update',
  moderatorsOnly: true,
  typed,
  run: (
    interaction: ModalSubmitInteraction,
    { item },
    context: Context<{ queue: Pick<QueueService, 'decide' | 'item'> }>,
  ) => decideOnCard(context, item, 'decline', { reason: fieldOf(interaction, declineField) }),
});

const handedInOnPage = defineComponent({
  route: routes.queuePageDeclineForm,
  answers: 'update',
  moderatorsOnly: true,
  typed,
  run: (
    interaction: ModalSubmitInteraction,
    place,
    context: Context<{ queue: Pick<QueueService, 'decide' | 'page'> }>,
  ) => decideOnPage(context, place, 'decline', fieldOf(interaction, declineField)),
});

export default [onCard, onPage, handedInOnCard, handedInOnPage] satisfies readonly Component[];
