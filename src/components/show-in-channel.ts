/** `Show in channel`: the entry's card once more where everybody sees it. */
import type { ButtonInteraction } from 'discord.js';
import { defineComponent } from '../discord/define.js';
import { entryCard } from '../views/entry-card.js';
import { routes } from './routes.js';

export default defineComponent({
  route: routes.showInChannel,
  answers: 'ephemeral',
  async run(_interaction: ButtonInteraction, { number }, { guildId, words, services }) {
    const entry = await services.entries.view(guildId, number);
    return { kind: 'card', number, isNew: false, view: entryCard(words, entry) };
  },
});
