/** `⋯` on a card: what this member can do with the entry, for them alone. */
import type { ButtonInteraction } from 'discord.js';
import { type Context, defineComponent } from '../../discord/define.js';
import { type EntryService, moreView } from '../../features/entries/index.js';
import { routes } from '../routes.js';

export default defineComponent({
  route: routes.more,
  answers: 'ephemeral',
  async run(
    _interaction: ButtonInteraction,
    { number },
    { guildId, actor, words, services }: Context<{ entries: Pick<EntryService, 'viewAs'> }>,
  ) {
    const entry = await services.entries.viewAs(guildId, number, actor.id);
    return { kind: 'message', view: moreView(words, entry, actor) };
  },
});
