/** `Decline`: asks why, then leaves what was held unpublished, from its card or from a list. */
import type { ButtonInteraction, ModalSubmitInteraction } from 'discord.js';
import { type Component, defineComponent } from '../discord/define.js';
import { declineField, declineForm } from '../views/decline-form.js';
import { fieldOf } from './form-fields.js';
import { decideOnCard, decideOnPage } from './queue-answers.js';
import { routes } from './routes.js';

const typed = (interaction: ModalSubmitInteraction) => ({
  fields: { [declineField]: fieldOf(interaction, declineField) },
});

const onCard = defineComponent({
  route: routes.queueDecline,
  answers: 'modal',
  moderatorsOnly: true,
  async run(_interaction: ButtonInteraction, { item }, { guildId, words, services }) {
    await services.queue.open(guildId, item);
    return { kind: 'form', form: declineForm(words, routes.queueDeclineForm.id({ item })) };
  },
});

const onPage = defineComponent({
  route: routes.queuePageDecline,
  answers: 'modal',
  moderatorsOnly: true,
  async run(_interaction: ButtonInteraction, place, { guildId, words, services }) {
    await services.queue.open(guildId, place.item);
    return { kind: 'form', form: declineForm(words, routes.queuePageDeclineForm.id(place)) };
  },
});

const handedInOnCard = defineComponent({
  route: routes.queueDeclineForm,
  answers: 'update',
  moderatorsOnly: true,
  typed,
  run: (interaction: ModalSubmitInteraction, { item }, context) =>
    decideOnCard(context, item, 'decline', fieldOf(interaction, declineField)),
});

const handedInOnPage = defineComponent({
  route: routes.queuePageDeclineForm,
  answers: 'update',
  moderatorsOnly: true,
  typed,
  run: (interaction: ModalSubmitInteraction, place, context) =>
    decideOnPage(context, place, 'decline', fieldOf(interaction, declineField)),
});

export default [onCard, onPage, handedInOnCard, handedInOnPage] satisfies readonly Component[];
