/** The submitted report form: it puts the report in the moderators' queue and thanks the member. */

import type { ModalSubmitInteraction } from 'discord.js';
import { type Context, defineComponent } from '../../discord/define.js';
import { fieldOf } from '../../discord/form-fields.js';
import { note } from '../../discord/message/blocks.js';
import { queueChanged } from '../../features/entries/index.js';
import { type ReportService, reportFields } from '../../features/moderation/index.js';
import { routes } from '../routes.js';

const typedOf = (interaction: ModalSubmitInteraction) => ({
  reason: fieldOf(interaction, reportFields.reason),
  note: fieldOf(interaction, reportFields.note),
});

export default defineComponent({
  route: routes.reportForm,
  answers: 'ephemeral',
  typed(interaction: ModalSubmitInteraction) {
    const number = String(routes.reportForm.parse(interaction.customId)?.number ?? '');
    const { reason: reportReason, note: written } = typedOf(interaction);
    return { form: 'report', fields: { number, reportReason, note: written } };
  },
  async run(
    interaction: ModalSubmitInteraction,
    { number },
    { guildId, actor, words, services }: Context<{ reports: Pick<ReportService, 'report'> }>,
  ) {
    await services.reports.report(guildId, number, actor, typedOf(interaction));
    return { kind: 'message', view: note(words.reports.thanks(number)), effects: [queueChanged()] };
  },
});
