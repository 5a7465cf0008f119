/** The buttons of the Start here card and of the first steps: each opens what its command would. */
import type { ButtonInteraction } from 'discord.js';
import { type Component, type Context, defineComponent } from '../../discord/define.js';
import { challengeForm, shareForm } from '../../features/entries/index.js';
import { helpView } from '../../features/help/index.js';
import { type ProfileService, profileAnswer } from '../../features/profiles/index.js';
import { type SearchCriteria, type Searching, searchAnswer } from '../../features/search/index.js';
import { commandIdsOf } from '../../platform/command-ids.js';
import { routes } from '../routes.js';

const newest: SearchCriteria = {};
const openChallenges: SearchCriteria = { kind: 'challenge', status: 'open', isChallengeList: true };

export default [
  defineComponent({
    route: routes.startShare,
    answers: 'modal',
    run: async (_interaction: ButtonInteraction, _params, { words }) => ({
      kind: 'form',
      form: shareForm(words),
    }),
  }),
  defineComponent({
    route: routes.startAsk,
    answers: 'modal',
    run: async (_interaction: ButtonInteraction, _params, { words }) => ({
      kind: 'form',
      form: challengeForm(words),
    }),
  }),
  defineComponent({
    route: routes.startSearch,
    answers: 'ephemeral',
    run: (_interaction: ButtonInteraction, _params, context: Context<Searching>) =>
      searchAnswer(newest, context),
  }),
  defineComponent({
    route: routes.startChallenges,
    answers: 'ephemeral',
    run: (_interaction: ButtonInteraction, _params, context: Context<Searching>) =>
      searchAnswer(openChallenges, context),
  }),
  defineComponent({
    route: routes.startProfile,
    answers: 'ephemeral',
    run: (
      _interaction: ButtonInteraction,
      _params,
      context: Context<{ profiles: Pick<ProfileService, 'view'> }>,
    ) => profileAnswer(context, { userId: context.actor.id }),
  }),
  defineComponent({
    // A file can't be attached to a button: its page has the command to click.
    route: routes.startReadme,
    answers: 'ephemeral',
    run: async ({ applicationId }: ButtonInteraction, _params, { words, actor }) => ({
      kind: 'message',
      view: helpView(words, 'readme', {
        isModerator: actor.isModerator,
        commandIds: commandIdsOf(applicationId),
      }),
    }),
  }),
] satisfies readonly Component[];
