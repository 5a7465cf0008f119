/** The form of a message that is saved, handed in: its entry's card, or a word that moderators look first. */
import type { ModalSubmitInteraction } from 'discord.js';
import { type Context, defineComponent } from '../../discord/define.js';
import { entryFieldsOf, fieldOf } from '../../discord/form-fields.js';
import { type CaptureService, challengeField, savedAnswer } from '../../features/capture/index.js';
import type { Mentions } from '../../features/notifications/index.js';
import type { PictureService } from '../../features/pictures/index.js';
import { routes } from '../routes.js';

const typedOf = (interaction: ModalSubmitInteraction) => ({
  ...entryFieldsOf(interaction),
  challenge: fieldOf(interaction, challengeField),
});

export default defineComponent({
  route: routes.captureForm,
  answers: 'card',
  typed(interaction: ModalSubmitInteraction) {
    const { draft: source = '', as = '' } = routes.captureForm.parse(interaction.customId) ?? {};
    return { form: 'capture', fields: { source, as, ...typedOf(interaction) } };
  },
  async run(
    interaction: ModalSubmitInteraction,
    { draft, as },
    context: Context<{
      captures: Pick<CaptureService, 'offeredPictures' | 'save'>;
      follows: Mentions;
      pictures: Pick<PictureService, 'takeWhatGoes'>;
    }>,
  ) {
    const { guildId, actor, services } = context;
    const { captures, follows } = services;
    const offered = await captures.offeredPictures(guildId, actor.id, draft);
    const pictures = await services.pictures.takeWhatGoes(offered);
    const form = { draftId: draft, as };
    const entry = await captures.save(guildId, actor, form, typedOf(interaction), pictures.taken);
    return savedAnswer(context, entry, follows, pictures);
  },
});
