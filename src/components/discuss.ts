/** `Discuss`: a thread on the entry's card, opened by the first who presses and found by the others. */
import type { ButtonInteraction } from 'discord.js';
import { defineComponent } from '../discord/define.js';
import { routes } from './routes.js';

export default defineComponent({
  route: routes.discuss,
  answers: 'ephemeral',
  async run(_interaction: ButtonInteraction, { number }, { guildId, services }) {
    return { kind: 'thread', entry: await services.entries.view(guildId, number) };
  },
});
