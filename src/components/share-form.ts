/** The form of `/share`, handed in. */
import type { ModalSubmitInteraction } from 'discord.js';
import { defineComponent } from '../discord/define.js';
import { entryFieldsOf } from './form-fields.js';
import { keptAnswer } from './kept-answer.js';
import { routes } from './routes.js';

export default defineComponent({
  route: routes.shareForm,
  answers: 'card',
  typed: (interaction: ModalSubmitInteraction) => ({ form: 'share', fields: entryFieldsOf(interaction) }),
  async run(interaction: ModalSubmitInteraction, _params, { guildId, actor, words, services }) {
    const entry = await services.entries.share(guildId, actor, entryFieldsOf(interaction));
    return keptAnswer(words, entry);
  },
});
