/** `Turn this thread into a solution`: offers the messages of a challenge's thread to choose from. */
import type { ButtonInteraction } from 'discord.js';
import { type Context, defineComponent } from '../../discord/define.js';
import { type CaptureService, threadView } from '../../features/capture/index.js';
import type { EntryService } from '../../features/entries/index.js';
import { routes } from '../routes.js';
import { threadOf } from './thread-of.js';

export default defineComponent({
  route: routes.threadSolution,
  answers: 'ephemeral',
  async run(
    interaction: ButtonInteraction,
    { number },
    {
      guildId,
      words,
      services,
    }: Context<{ captures: Pick<CaptureService, 'thread'>; entries: Pick<EntryService, 'visibleChallenge'> }>,
  ) {
    const challenge = await services.entries.visibleChallenge(guildId, number);
    const messages = await services.captures.thread(threadOf(interaction, challenge));
    return { kind: 'message', view: threadView(words, number, messages) };
  },
});
