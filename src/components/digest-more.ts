/** `The whole week` below a digest: everything of its period, for one reader. */
import type { ButtonInteraction } from 'discord.js';
import { defineComponent } from '../discord/define.js';
import { digestWeekView } from '../views/digest-week-view.js';
import { routes } from './routes.js';

export default defineComponent({
  route: routes.digestMore,
  answers: 'ephemeral',
  async run(_interaction: ButtonInteraction, { periodEnd }, { guildId, words, services }) {
    const week = await services.digests.week(guildId, periodEnd, 0);
    return { kind: 'message', view: digestWeekView(words, week) };
  },
});
