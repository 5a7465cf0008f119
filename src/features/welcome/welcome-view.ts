/** The private list of first steps, with a button for each that is still to do. */
import { routes } from '../../components/routes.js';
import { accents, button, container, row, text } from '../../discord/message/blocks.js';
import type { MessageView } from '../../discord/message/message-view.js';
import type { Catalogue } from '../../locales/catalogue.js';
import { type FirstStep, firstSteps, type StepsDone } from './welcome-model.js';

const buttonOf: Record<FirstStep, (words: Catalogue) => ReturnType<typeof button>> = {
  profile: ({ buttons }) => button(routes.profileProject.id({}), buttons.myProfile),
  share: ({ buttons }) => button(routes.startShare.id({}), buttons.share),
  help: ({ buttons }) => button(routes.startChallenges.id({}), buttons.openChallenges),
};

export function welcomeView(words: Catalogue, done: StepsDone): MessageView {
  const { welcome } = words;
  const open = firstSteps.filter((step) => !done[step]);
  const lines = firstSteps.map((step) => (done[step] ? welcome.done : welcome.open)(welcome.steps[step]));
  return {
    components: [
      container(
        accents.quiet,
        text([welcome.heading, ...lines].join('\n')),
        ...(open.length > 0
          ? [
              row(
                ...open.map((step) => buttonOf[step](words)),
                button(routes.welcomeSteps.id({}), welcome.look),
              ),
            ]
          : [text(welcome.allDone)]),
      ),
    ],
  };
}
