/** `Previous` and `Next` below a list: turns its page for whoever opened it. */
import type { ButtonInteraction } from 'discord.js';
import { defineComponent } from '../discord/define.js';
import { searchView } from '../views/search-view.js';
import { routes } from './routes.js';

export default defineComponent({
  route: routes.listing,
  answers: 'update',
  async run(_interaction: ButtonInteraction, { listing, page }, { guildId, actor, words, services }) {
    const listed = await services.search.turn(guildId, actor.id, listing, page);
    return { kind: 'message', view: searchView(words, guildId, listed) };
  },
});
