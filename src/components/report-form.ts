/** A report handed in: it is before the moderators, and whoever reported is thanked. */
import type { ModalSubmitInteraction } from 'discord.js';
import { defineComponent } from '../discord/define.js';
import { note } from '../views/blocks.js';
import { reportFields } from '../views/report-form.js';
import { fieldOf } from './form-fields.js';
import { routes } from './routes.js';

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
  async run(interaction: ModalSubmitInteraction, { number }, { guildId, actor, words, services }) {
    await services.reports.report(guildId, number, actor, typedOf(interaction));
    return { kind: 'message', view: note(words.reports.thanks(number)), queued: true };
  },
});
