/** The form that reports an entry to the moderators. */
import { ComponentType, TextInputStyle } from 'discord.js';
import { routes } from '../../components/routes.js';
import { input } from '../../discord/message/form-input.js';
import type { FormView } from '../../discord/message/message-view.js';
import { reportNoteLimit, reportReasons } from '../../entities/report.js';
import type { Catalogue } from '../../locales/catalogue.js';

/** Names of the fields. */
export const reportFields = { reason: 'reportReason', note: 'note' } as const;

export function reportForm(
  words: Catalogue,
  number: number,
  filled: { reportReason?: string; note?: string } = {},
): FormView {
  const { form, reasons } = words.reports;
  return {
    custom_id: routes.reportForm.id({ number }),
    title: form.title(number),
    components: [
      {
        type: ComponentType.Label,
        label: form.reason,
        component: {
          type: ComponentType.StringSelect,
          custom_id: reportFields.reason,
          required: true,
          options: reportReasons.map((value) => ({
            label: reasons[value].name,
            description: reasons[value].hint,
            value,
            default: value === filled.reportReason,
          })),
        },
      },
      input(form.note, reportFields.note, {
        style: TextInputStyle.Paragraph,
        required: false,
        max_length: reportNoteLimit,
        placeholder: form.notePlaceholder,
        value: filled.note,
      }),
    ],
  };
}
