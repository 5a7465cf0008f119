/** `Save`: keeps an entry for the member alone; pressed again it is let go. */
import type { ButtonInteraction } from 'discord.js';
import { defineComponent } from '../discord/define.js';
import { note } from '../views/blocks.js';
import { routes } from './routes.js';

export default defineComponent({
  route: routes.save,
  answers: 'ephemeral',
  async run(_interaction: ButtonInteraction, { number }, { guildId, actor, words, services }) {
    const { saved } = await services.votes.toggleSave(guildId, number, actor);
    return {
      kind: 'message',
      view: note(saved ? words.entries.saved(number) : words.entries.unsaved(number)),
    };
  },
});
