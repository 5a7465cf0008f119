/** The submitted edit form: updates the entry and its cards, and stores the former text as a revision. */

import type { ModalSubmitInteraction } from 'discord.js';
import { type Context, defineComponent } from '../../discord/define.js';
import { entryFieldsOf } from '../../discord/form-fields.js';
import { note } from '../../discord/message/blocks.js';
import { type EntryService, staleCards } from '../../features/entries/index.js';
import { routes } from '../routes.js';

export default defineComponent({
  route: routes.editForm,
  answers: 'ephemeral',
  typed(interaction: ModalSubmitInteraction) {
    const number = String(routes.editForm.parse(interaction.customId)?.number ?? '');
    return { form: 'edit', fields: { number, ...entryFieldsOf(interaction) } };
  },
  async run(
    interaction: ModalSubmitInteraction,
    { number },
    { guildId, actor, words, services }: Context<{ entries: Pick<EntryService, 'edit'> }>,
  ) {
    const entry = await services.entries.edit(guildId, number, actor, entryFieldsOf(interaction));
    // A pair's other half shows the text, or the title, of this one.
    const effects = [staleCards([number, entry.challengeNumber ?? number])];
    return { kind: 'message', view: note(words.entries.editSaved(number)), effects };
  },
});
