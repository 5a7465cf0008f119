/** `Solve` on a challenge's card, on its reminder and in a digest: opens the form for a solution. */
import type { ButtonInteraction } from 'discord.js';
import { type Component, type Context, defineComponent } from '../../discord/define.js';
import { type EntryService, solveForm } from '../../features/entries/index.js';
import { routes } from '../routes.js';

const solving = [routes.solve, routes.reminderSolve, routes.digestSolve].map((route) =>
  defineComponent({
    route,
    answers: 'modal',
    async run(
      _interaction: ButtonInteraction,
      { number },
      { guildId, words, services }: Context<{ entries: Pick<EntryService, 'visibleChallenge'> }>,
    ) {
      await services.entries.visibleChallenge(guildId, number);
      return { kind: 'form', form: solveForm(words, { number }) };
    },
  }),
);

export default solving satisfies readonly Component[];
