/** `Previous` and `Next` below a list: other pages, for the member who opened it. */
import type { ButtonInteraction } from 'discord.js';
import { type Context, defineComponent } from '../../discord/define.js';
import { type PictureService, thumbnailsOf } from '../../features/pictures/index.js';
import { type SearchService, searchView } from '../../features/search/index.js';
import { routes } from '../routes.js';

export default defineComponent({
  route: routes.listing,
  answers: 'update',
  async run(
    _interaction: ButtonInteraction,
    { listing, page },
    {
      guildId,
      actor,
      words,
      services,
    }: Context<{ search: Pick<SearchService, 'turn'>; pictures: Pick<PictureService, 'shown'> }>,
  ) {
    const listed = await services.search.turn(guildId, actor.id, listing, page);
    const thumbnails = await thumbnailsOf(guildId, listed.page.results, services.pictures);
    const options = { showsSynonyms: actor.isModerator, thumbnails };
    return { kind: 'message', view: searchView(words, guildId, listed, options) };
  },
});
