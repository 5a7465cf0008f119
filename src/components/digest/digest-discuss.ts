/** `Discuss` on a digest: a thread on its message, opened by the first who presses and found by the others. */
import type { ButtonInteraction } from 'discord.js';
import { type Context, defineComponent } from '../../discord/define.js';
import type { DigestService } from '../../features/digest/index.js';
import { openThread } from '../../features/entries/index.js';
import { routes } from '../routes.js';

export default defineComponent({
  route: routes.digestDiscuss,
  answers: 'ephemeral',
  async run(
    { message }: ButtonInteraction,
    { periodEnd },
    { guildId, cohortWords, services }: Context<{ digests: Pick<DigestService, 'period'> }>,
  ) {
    const { start, end } = await services.digests.period(guildId, periodEnd);
    return openThread({
      message: { channelId: message.channelId, messageId: message.id },
      name: cohortWords.digest.threadName(start, end),
    });
  },
});
