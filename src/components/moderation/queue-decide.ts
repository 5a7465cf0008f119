/** `Keep`, `Hide`, `Remove` and `Publish`: decide on what is in the queue, from its card or from a list. */
import type { ButtonInteraction } from 'discord.js';
import { type Component, type Context, defineComponent } from '../../discord/define.js';
import { attachmentsOn } from '../../discord/message/attachments-in.js';
import { decideOnCard, decideOnPage, type QueueService } from '../../features/moderation/index.js';
import { routes } from '../routes.js';

const onCard = defineComponent({
  route: routes.queueDecide,
  answers: 'update',
  moderatorsOnly: true,
  run: (
    interaction: ButtonInteraction,
    { item, action },
    context: Context<{ queue: Pick<QueueService, 'decide' | 'item'> }>,
  ) => decideOnCard(context, item, action, { attachments: attachmentsOn(interaction.message) }),
});

const onPage = defineComponent({
  route: routes.queuePageDecide,
  answers: 'update',
  moderatorsOnly: true,
  run: (
    _interaction: ButtonInteraction,
    { action, ...place },
    context: Context<{ queue: Pick<QueueService, 'decide' | 'page'> }>,
  ) => decideOnPage(context, place, action),
});

export default [onCard, onPage] satisfies readonly Component[];
