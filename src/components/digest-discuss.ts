/** `Discuss` on a digest: a thread on its message, opened by the first who presses and found by the others. */
import type { ButtonInteraction } from 'discord.js';
import { defineComponent } from '../discord/define.js';
import { routes } from './routes.js';

export default defineComponent({
  route: routes.digestDiscuss,
  answers: 'ephemeral',
  async run({ message }: ButtonInteraction, { periodEnd }, { guildId, words, services }) {
    const { start, end } = await services.digests.period(guildId, periodEnd);
    return {
      kind: 'thread',
      message: { channelId: message.channelId, messageId: message.id },
      name: words.digest.threadName(start, end),
    };
  },
});
