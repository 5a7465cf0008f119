/** An edit handed in: the entry and its cards say what is new, and the former text is kept as a revision. */
import type { ModalSubmitInteraction } from 'discord.js';
import { defineComponent } from '../discord/define.js';
import { note } from '../views/blocks.js';
import { entryFieldsOf } from './form-fields.js';
import { routes } from './routes.js';

export default defineComponent({
  route: routes.editForm,
  answers: 'ephemeral',
  typed(interaction: ModalSubmitInteraction) {
    const number = String(routes.editForm.parse(interaction.customId)?.number ?? '');
    return { form: 'edit', fields: { number, ...entryFieldsOf(interaction) } };
  },
  async run(interaction: ModalSubmitInteraction, { number }, { guildId, actor, words, services }) {
    const entry = await services.entries.edit(guildId, number, actor, entryFieldsOf(interaction));
    // A pair's other half shows the text, or the title, of this one.
    const refresh = [number, entry.challengeNumber ?? number];
    return { kind: 'message', view: note(words.entries.editSaved(number)), refresh };
  },
});
