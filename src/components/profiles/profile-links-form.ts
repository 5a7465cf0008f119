/** The submitted form for a member's links and who can see them. */
import type { ModalSubmitInteraction } from 'discord.js';
import { type Context, defineComponent } from '../../discord/define.js';
import { fieldOf } from '../../discord/form-fields.js';
import { type ProfileService, profileAnswer } from '../../features/profiles/index.js';
import { routes } from '../routes.js';

export default defineComponent({
  route: routes.profileLinksForm,
  answers: 'ephemeral',
  typed: (interaction: ModalSubmitInteraction) => ({ form: 'profile-links', fields: linksOf(interaction) }),
  async run(
    interaction: ModalSubmitInteraction,
    _params,
    context: Context<{ profiles: Pick<ProfileService, 'editLinks' | 'view'> }>,
  ) {
    const { guildId, actor, words, services } = context;
    const { links, consent } = linksOf(interaction);
    await services.profiles.editLinks(guildId, actor, { links, areShown: consent === 'shown' });
    return profileAnswer(context, { userId: actor.id, above: words.profile.saved });
  },
});

function linksOf(interaction: ModalSubmitInteraction) {
  return { links: fieldOf(interaction, 'links'), consent: fieldOf(interaction, 'consent') };
}
