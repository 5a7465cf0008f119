/** The form that asks a moderator why something is not published. */
import { TextInputStyle } from 'discord.js';
import { input } from '../../discord/message/form-input.js';
import type { FormView } from '../../discord/message/message-view.js';
import { auditNoteLimit } from '../../entities/audit-note.js';
import type { Catalogue } from '../../locales/catalogue.js';

/** Name of the form's only field. */
export const declineField = 'reason';

/** `customId` is whom it is handed to. */
export function declineForm(words: Catalogue, customId: string, filled = ''): FormView {
  const { declineForm: form } = words.queue;
  return {
    custom_id: customId,
    title: form.title,
    components: [
      {
        ...input(form.reason, declineField, {
          style: TextInputStyle.Paragraph,
          required: false,
          max_length: auditNoteLimit,
          placeholder: form.placeholder,
          value: filled,
        }),
        description: form.hint,
      },
    ],
  };
}
