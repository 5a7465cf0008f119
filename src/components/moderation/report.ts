/** `Report`: opens the form that reports an entry to the moderators. */
import type { ButtonInteraction } from 'discord.js';
import { type Context, defineComponent } from '../../discord/define.js';
import { type ReportService, reportForm } from '../../features/moderation/index.js';
import { routes } from '../routes.js';

export default defineComponent({
  route: routes.report,
  answers: 'modal',
  async run(
    _interaction: ButtonInteraction,
    { number },
    { guildId, actor, words, services }: Context<{ reports: Pick<ReportService, 'reportable'> }>,
  ) {
    await services.reports.reportable(guildId, number, actor);
    return { kind: 'form', form: reportForm(words, number) };
  },
});
