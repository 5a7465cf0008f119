/** `Mute author`: keeps whoever wrote it from contributing for a day, while what they wrote waits to be decided on. */
import type { ButtonInteraction } from 'discord.js';
import { type Component, type Context, defineComponent } from '../discord/define.js';
import { queueCard } from '../views/queue-card.js';
import { queueAnswer } from './queue-answers.js';
import { routes } from './routes.js';

/** Mutes the author for as long as `/admin member mute` does when nothing is said; gives what the moderator is told. */
async function muteAuthor({ guildId, actor, words, services }: Context, item: string): Promise<string> {
  const author = await services.queue.authorOf(guildId, item);
  const { until } = await services.mutes.mute(guildId, author, actor, { duration: null, reason: null });
  await services.queue.authorChanged(guildId, author.id);
  return words.moderation.muted(author.id, until);
}

const onCard = defineComponent({
  route: routes.queueMute,
  answers: 'update',
  moderatorsOnly: true,
  async run(_interaction: ButtonInteraction, { item }, context) {
    await muteAuthor(context, item);
    const { guildId, words, services } = context;
    return {
      kind: 'message',
      view: queueCard(words, await services.queue.item(guildId, item)),
      queued: true,
    };
  },
});

const onPage = defineComponent({
  route: routes.queuePageMute,
  answers: 'update',
  moderatorsOnly: true,
  async run(_interaction: ButtonInteraction, { item, page }, context) {
    const notice = await muteAuthor(context, item);
    const answer = await queueAnswer(context, page, notice);
    return answer.kind === 'message' ? { ...answer, queued: true } : answer;
  },
});

export default [onCard, onPage] satisfies readonly Component[];
