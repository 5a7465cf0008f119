/** The form of `/share`, handed in. */
import type { ModalSubmitInteraction } from 'discord.js';
import { defineComponent } from '../discord/define.js';
import { entryCard } from '../views/entry-card.js';
import { entryFieldsOf } from './form-fields.js';
import { routes } from './routes.js';

export default defineComponent({
  route: routes.shareForm,
  answers: 'card',
  typed: (interaction: ModalSubmitInteraction) => ({ form: 'share', fields: entryFieldsOf(interaction) }),
  async run(interaction: ModalSubmitInteraction, _params, { guildId, actor, words, services }) {
    const entry = await services.entries.share(guildId, actor, entryFieldsOf(interaction));
    return { kind: 'card', number: entry.number, isNew: true, view: entryCard(words, entry) };
  },
});
