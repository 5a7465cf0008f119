/** A solution handed in, by form or by options: its card is posted and the asker is told. */
import type { ModalSubmitInteraction } from 'discord.js';
import { type Context, defineComponent, type Outcome } from '../discord/define.js';
import { announcedCard } from '../views/entry-card.js';
import { fieldOf } from './form-fields.js';
import { keptAnswer } from './kept-answer.js';
import { routes } from './routes.js';

/** Keeps the solution; its card mentions the asker, unless they answer themselves. */
export async function offerSolution(
  number: number,
  typed: { solution: string; link: string },
  { guildId, actor, words, services }: Context,
): Promise<Outcome> {
  const entry = await services.entries.solve(guildId, actor, number, typed);
  return keptAnswer(words, entry, { view: announcedCard(words, entry), refresh: [number] });
}

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
  run: (interaction: ModalSubmitInteraction, { number }, context) =>
    offerSolution(
      number,
      { solution: fieldOf(interaction, 'body'), link: fieldOf(interaction, 'link') },
      context,
    ),
});
