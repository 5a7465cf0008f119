/** The digest's page of the set-up: whether an empty week brings a nudge. */
import type { ButtonInteraction } from 'discord.js';
import { defineComponent } from '../discord/define.js';
import { routes } from './routes.js';
import { chooseForDigest } from './setup-answers.js';

export default defineComponent({
  route: routes.setupDigestNudge,
  answers: 'update',
  moderatorsOnly: true,
  run: (_interaction: ButtonInteraction, { wish }, context) =>
    chooseForDigest({ digestNudges: wish === 'on' }, context),
});
