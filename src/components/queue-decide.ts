/** `Keep`, `Hide`, `Remove` and `Publish`: decide on what is in the queue, from its card or from a list. */
import type { ButtonInteraction } from 'discord.js';
import { type Component, defineComponent } from '../discord/define.js';
import { decideOnCard, decideOnPage } from './queue-answers.js';
import { routes } from './routes.js';

const onCard = defineComponent({
  route: routes.queueDecide,
  answers: 'update',
  moderatorsOnly: true,
  run: (_interaction: ButtonInteraction, { item, deed }, context) => decideOnCard(context, item, deed),
});

const onPage = defineComponent({
  route: routes.queuePageDecide,
  answers: 'update',
  moderatorsOnly: true,
  run: (_interaction: ButtonInteraction, { deed, ...place }, context) => decideOnPage(context, place, deed),
});

export default [onCard, onPage] satisfies readonly Component[];
