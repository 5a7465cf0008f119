/** One's own links and who may see them, handed in. */
import type { ModalSubmitInteraction } from 'discord.js';
import { defineComponent } from '../discord/define.js';
import { fieldOf } from './form-fields.js';
import { profileAnswer } from './profile-answer.js';
import { routes } from './routes.js';

export default defineComponent({
  route: routes.profileLinksForm,
  answers: 'ephemeral',
  typed: (interaction: ModalSubmitInteraction) => ({ form: 'profile-links', fields: linksOf(interaction) }),
  async run(interaction: ModalSubmitInteraction, _params, context) {
    const { guildId, actor, words, services } = context;
    const { links, consent } = linksOf(interaction);
    await services.profiles.editLinks(guildId, actor, { links, areShown: consent === 'shown' });
    return profileAnswer(context, { userId: actor.id, above: words.profile.saved });
  },
});

function linksOf(interaction: ModalSubmitInteraction) {
  return { links: fieldOf(interaction, 'links'), consent: fieldOf(interaction, 'consent') };
}
