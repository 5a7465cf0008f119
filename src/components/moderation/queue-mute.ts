/** `Mute author`: the author can't contribute for a day, while what they wrote waits to be decided on. */

import type { ButtonInteraction } from 'discord.js';
import { type Component, type Context, defineComponent } from '../../discord/define.js';
import { attachmentsOn } from '../../discord/message/attachments-in.js';
import { queueChanged } from '../../features/entries/index.js';
import type { MuteService } from '../../features/guard/index.js';
import { type QueueService, queueAnswer, queueCard } from '../../features/moderation/index.js';
import { noPictures, onMessage } from '../../features/pictures/index.js';
import { routes } from '../routes.js';

/** Mutes the author for the default time of `/admin member mute`; returns the answer to the moderator. */
async function muteAuthor(
  {
    guildId,
    actor,
    words,
    services,
  }: Context<{ mutes: Pick<MuteService, 'mute'>; queue: Pick<QueueService, 'authorChanged' | 'authorOf'> }>,
  item: string,
): Promise<string> {
  const author = await services.queue.authorOf(guildId, item);
  const { until } = await services.mutes.mute(guildId, author, actor, { duration: null, reason: null });
  await services.queue.authorChanged(guildId, author.id);
  return words.moderation.muted(author.id, until);
}

const onCard = defineComponent({
  route: routes.queueMute,
  answers: 'update',
  moderatorsOnly: true,
  async run(
    { message }: ButtonInteraction,
    { item },
    context: Context<{
      mutes: Pick<MuteService, 'mute'>;
      queue: Pick<QueueService, 'authorChanged' | 'authorOf' | 'item'>;
    }>,
  ) {
    await muteAuthor(context, item);
    const { guildId, cohortWords, services } = context;
    const details = await services.queue.item(guildId, item);
    const { entry, isReview } = details;
    const pictures = entry && isReview ? onMessage(entry, attachmentsOn(message)) : noPictures;
    return {
      kind: 'message',
      view: queueCard(cohortWords, { ...details, pictures }),
      effects: [queueChanged()],
    };
  },
});

const onPage = defineComponent({
  route: routes.queuePageMute,
  answers: 'update',
  moderatorsOnly: true,
  async run(
    _interaction: ButtonInteraction,
    { item, page },
    context: Context<{
      mutes: Pick<MuteService, 'mute'>;
      queue: Pick<QueueService, 'authorChanged' | 'authorOf' | 'page'>;
    }>,
  ) {
    const notice = await muteAuthor(context, item);
    const answer = await queueAnswer(context, page, notice);
    return answer.kind === 'message' ? { ...answer, effects: [queueChanged()] } : answer;
  },
});

export default [onCard, onPage] satisfies readonly Component[];
