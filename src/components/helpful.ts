/** `Helpful`: one a member and entry; pressed again it is taken back. */
import { type ButtonInteraction, MessageFlags } from 'discord.js';
import { defineComponent } from '../discord/define.js';
import { entryCard, entryInFull } from '../views/entry-card.js';
import { routes } from './routes.js';

export default defineComponent({
  route: routes.helpful,
  answers: 'update',
  async run(interaction: ButtonInteraction, { number }, { guildId, actor, words, services }) {
    const entry = await services.votes.toggleHelpful(guildId, number, actor);
    const isPrivate = interaction.message.flags.has(MessageFlags.Ephemeral);
    const view = isPrivate ? entryInFull(words, entry) : entryCard(words, entry);
    return { kind: 'message', view, refresh: [number] };
  },
});
