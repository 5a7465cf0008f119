/** The digest's page of the set-up: what it shows. */
import type { StringSelectMenuInteraction } from 'discord.js';
import { defineComponent } from '../discord/define.js';
import { digestSections } from '../entities/digest-content.js';
import { routes } from './routes.js';
import { chooseForDigest } from './setup-answers.js';

export default defineComponent({
  route: routes.setupDigestSections,
  answers: 'update',
  moderatorsOnly: true,
  run: ({ values }: StringSelectMenuInteraction, _params, context) =>
    chooseForDigest({ digestHidden: digestSections.filter((section) => !values.includes(section)) }, context),
});
