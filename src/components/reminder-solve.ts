/** `Solve` on a challenge's reminder: opens the form for a solution, as on the challenge's card. */
import type { ButtonInteraction } from 'discord.js';
import { defineComponent } from '../discord/define.js';
import { solveForm } from '../views/entry-forms.js';
import { routes } from './routes.js';

export default defineComponent({
  route: routes.reminderSolve,
  answers: 'modal',
  async run(_interaction: ButtonInteraction, { number }, { guildId, words, services }) {
    await services.entries.visibleChallenge(guildId, number);
    return { kind: 'form', form: solveForm(words, { number }) };
  },
});
