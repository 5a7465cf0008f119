/** The set-up's page for safety: how many published entries it takes until a member’s entries appear at once. */
import type { StringSelectMenuInteraction } from 'discord.js';
import { defineComponent } from '../discord/define.js';
import { routes } from './routes.js';
import { chooseForSafety } from './setup-answers.js';

/** As the database holds it. */
const bounds = { least: 1, most: 50 } as const;

export default defineComponent({
  route: routes.setupReviewBelow,
  answers: 'update',
  moderatorsOnly: true,
  run({ values }: StringSelectMenuInteraction, _params, context) {
    const chosen = Number(values[0]);
    const isSound = Number.isInteger(chosen) && chosen >= bounds.least && chosen <= bounds.most;
    return chooseForSafety({ reviewBelow: isSound ? chosen : undefined }, context);
  },
});
