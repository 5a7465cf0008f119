/** The submitted form of a challenge: shows similar solved ones first, then the card. */
import type { ModalSubmitInteraction } from 'discord.js';
import { type Context, defineComponent } from '../../discord/define.js';
import { entryFieldsOf } from '../../discord/form-fields.js';
import { proposeChallenge } from '../../features/challenges/index.js';
import type { DraftService } from '../../features/drafts/index.js';
import { type EntryService, pictureOfForm } from '../../features/entries/index.js';
import type { PictureService } from '../../features/pictures/index.js';
import type { SearchService } from '../../features/search/index.js';
import { routes } from '../routes.js';

export default defineComponent({
  route: routes.challengeForm,
  answers: 'card',
  typed(interaction: ModalSubmitInteraction) {
    const { picture = '' } = routes.challengeForm.parse(interaction.customId) ?? {};
    return { form: 'challenge', fields: { ...entryFieldsOf(interaction), picture } };
  },
  run: async (
    interaction: ModalSubmitInteraction,
    { picture },
    context: Context<{
      drafts: Pick<DraftService, 'keep'>;
      entries: Pick<EntryService, 'checkChallenge' | 'post'>;
      pictures: Pick<PictureService, 'offered' | 'takeWhatGoes'>;
      search: Pick<SearchService, 'similarSolved'>;
    }>,
  ) => proposeChallenge(entryFieldsOf(interaction), await pictureOfForm(picture, context), context),
});
