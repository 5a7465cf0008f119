/** The submitted form of `/share`. */
import type { ModalSubmitInteraction } from 'discord.js';
import { type Context, defineComponent } from '../../discord/define.js';
import { entryFieldsOf } from '../../discord/form-fields.js';
import { type EntryService, pictureOfForm, shareLearning } from '../../features/entries/index.js';
import type { PictureService } from '../../features/pictures/index.js';
import { routes } from '../routes.js';

export default defineComponent({
  route: routes.shareForm,
  answers: 'card',
  typed(interaction: ModalSubmitInteraction) {
    const { picture = '' } = routes.shareForm.parse(interaction.customId) ?? {};
    return { form: 'share', fields: { ...entryFieldsOf(interaction), picture } };
  },
  async run(
    interaction: ModalSubmitInteraction,
    { picture },
    context: Context<{
      entries: Pick<EntryService, 'share'>;
      pictures: Pick<PictureService, 'offered' | 'takeWhatGoes'>;
    }>,
  ) {
    return shareLearning(entryFieldsOf(interaction), await pictureOfForm(picture, context), context);
  },
});
