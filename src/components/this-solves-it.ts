/** `This solves it`: an earlier pair helped, so nothing is posted and the solution is shown in full. */
import type { ButtonInteraction } from 'discord.js';
import { defineComponent } from '../discord/define.js';
import { entryInFull } from '../views/entry-card.js';
import { routes } from './routes.js';

export default defineComponent({
  route: routes.thisSolvesIt,
  answers: 'update',
  async run(_interaction: ButtonInteraction, { draft, number }, { guildId, actor, words, services }) {
    const solution = await services.entries.view(guildId, number);
    await services.drafts.discard(guildId, actor.id, draft);
    const above = words.entries.similar.thisHelped(number);
    return { kind: 'message', view: entryInFull(words, solution, { above }) };
  },
});
