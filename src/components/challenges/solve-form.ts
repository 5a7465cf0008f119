/** The submitted form of a solution: posts its card and notifies the asker. */
import type { ModalSubmitInteraction } from 'discord.js';
import { type Context, defineComponent } from '../../discord/define.js';
import { fieldOf } from '../../discord/form-fields.js';
import { offerSolution, type Solving } from '../../features/challenges/index.js';
import { routes } from '../routes.js';

export default defineComponent({
  route: routes.solveForm,
  answers: 'card',
  typed(interaction: ModalSubmitInteraction) {
    const number = String(routes.solveForm.parse(interaction.customId)?.number ?? '');
    return {
      form: 'solve',
      fields: { number, body: fieldOf(interaction, 'body'), link: fieldOf(interaction, 'link') },
    };
  },
  run: (interaction: ModalSubmitInteraction, { number }, context: Context<Solving>) =>
    offerSolution(
      number,
      { solution: fieldOf(interaction, 'body'), link: fieldOf(interaction, 'link') },
      context,
    ),
});
