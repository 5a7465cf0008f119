/** `Previous` and `Next` in the whole week. */
import type { ButtonInteraction } from 'discord.js';
import { defineComponent } from '../discord/define.js';
import { digestWeekView } from '../views/digest-week-view.js';
import { routes } from './routes.js';

export default defineComponent({
  route: routes.digestPage,
  answers: 'update',
  async run(_interaction: ButtonInteraction, { periodEnd, page }, { guildId, words, services }) {
    const week = await services.digests.week(guildId, periodEnd, page);
    return { kind: 'message', view: digestWeekView(words, week) };
  },
});
