/** `Report`: opens the form that puts an entry before the moderators. */
import type { ButtonInteraction } from 'discord.js';
import { defineComponent } from '../discord/define.js';
import { reportForm } from '../views/report-form.js';
import { routes } from './routes.js';

export default defineComponent({
  route: routes.report,
  answers: 'modal',
  async run(_interaction: ButtonInteraction, { number }, { guildId, actor, words, services }) {
    await services.reports.reportable(guildId, number, actor);
    return { kind: 'form', form: reportForm(words, number), mutedToo: true };
  },
});
