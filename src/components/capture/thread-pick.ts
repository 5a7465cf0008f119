/** The messages of a thread that were chosen: opens the form of the solution that they become. */
import type { StringSelectMenuInteraction } from 'discord.js';
import { type Context, defineComponent } from '../../discord/define.js';
import { type CaptureService, captureForm } from '../../features/capture/index.js';
import type { EntryService } from '../../features/entries/index.js';
import { routes } from '../routes.js';
import { threadOf } from './thread-of.js';

export default defineComponent({
  route: routes.threadPick,
  answers: 'modal',
  async run(
    interaction: StringSelectMenuInteraction,
    { number },
    {
      guildId,
      actor,
      words,
      services,
    }: Context<{
      captures: Pick<CaptureService, 'proposeFromThread'>;
      entries: Pick<EntryService, 'visibleChallenge'>;
    }>,
  ) {
    const challenge = await services.entries.visibleChallenge(guildId, number);
    const thread = threadOf(interaction, challenge);
    const proposal = await services.captures.proposeFromThread(guildId, actor, thread, interaction.values);
    const { body, link } = proposal;
    return {
      kind: 'form',
      form: captureForm(words, 'solution', proposal, { body, link, challenge: String(number) }),
    };
  },
});
