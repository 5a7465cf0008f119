/** `Read 2 solutions`: what was offered for a challenge; a single one is shown in full right away. */
import type { ButtonInteraction } from 'discord.js';
import { type Context, defineComponent } from '../../discord/define.js';
import { type EntryService, entryInFull, solutionsView } from '../../features/entries/index.js';
import type { PictureService } from '../../features/pictures/index.js';
import { routes } from '../routes.js';

export default defineComponent({
  route: routes.solutions,
  answers: 'ephemeral',
  async run(
    _interaction: ButtonInteraction,
    { number },
    {
      guildId,
      actor,
      words,
      services,
    }: Context<{
      entries: Pick<EntryService, 'solutions' | 'view'>;
      pictures: Pick<PictureService, 'shown'>;
    }>,
  ) {
    const [challenge, solutions] = await services.entries.solutions(guildId, number);
    const [only, ...others] = solutions;
    if (only && others.length === 0) {
      const solution = await services.entries.view(guildId, only.number);
      const pictures = await services.pictures.shown(solution);
      return { kind: 'message', view: entryInFull(words, solution, actor, { pictures }) };
    }
    return { kind: 'message', view: solutionsView(words, challenge, solutions) };
  },
});
