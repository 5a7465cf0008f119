/** `Mark done` on a goal, and back. */
import { type ButtonInteraction, MessageFlags } from 'discord.js';
import { defineComponent } from '../discord/define.js';
import { entryCard, entryInFull } from '../views/entry-card.js';
import { routes } from './routes.js';

export default defineComponent({
  route: routes.done,
  answers: 'update',
  async run(interaction: ButtonInteraction, { number }, { guildId, actor, words, services }) {
    const goal = await services.entries.toggleDone(guildId, number, actor.id);
    const isPrivate = interaction.message.flags.has(MessageFlags.Ephemeral);
    return {
      kind: 'message',
      view: isPrivate ? entryInFull(words, goal) : entryCard(words, goal),
      refresh: [number],
    };
  },
});
