/** The form of a message that is saved: the entry's own fields, filled in with what is proposed. */

import { type APIModalInteractionResponseCallbackComponent, ComponentType } from 'discord.js';
import { routes } from '../../components/routes.js';
import { text } from '../../discord/message/blocks.js';
import type { FormView } from '../../discord/message/message-view.js';
import { shorten } from '../../discord/message/text.js';
import type { Catalogue } from '../../locales/catalogue.js';
import { isolated } from '../../platform/right-to-left.js';
import { challengeForm, type Filled, shareForm, solveForm } from '../entries/index.js';
import type { CaptureDraft, CaptureType } from './capture-model.js';

/** Discord's bounds: a form's title, an option's label. */
const formTitleLimit = 45;
const optionLimit = 100;

/** The name of the field that has the challenge. */
export const challengeField = 'challenge';

export interface CaptureFormFacts {
  draftId: string;
  draft: Pick<CaptureDraft, 'authorId' | 'authorName'>;
  challenges: readonly { number: number; title: string }[];
}

export function captureForm(
  words: Catalogue,
  as: CaptureType,
  { draftId, draft, challenges }: CaptureFormFacts,
  filled: Filled & { challenge?: string },
): FormView {
  const { titles, credit } = words.capture;
  return {
    custom_id: routes.captureForm.id({ draft: draftId, as }),
    title: shorten(titles[as](isolated(draft.authorName)), formTitleLimit),
    components: [
      // A learning's form is full with its own fields.
      ...(as === 'learning' ? [] : [text(credit(draft.authorId))]),
      ...(as === 'solution' ? [challengeSelect(words, challenges, filled.challenge)] : []),
      ...entryFields(words, as, filled),
    ],
  };
}

function entryFields(
  words: Catalogue,
  as: CaptureType,
  filled: Filled,
): APIModalInteractionResponseCallbackComponent[] {
  switch (as) {
    case 'learning':
      return shareForm(words, filled).components;
    case 'challenge':
      return challengeForm(words, filled).components;
    case 'solution':
      return solveForm(words, { number: 1 }, filled).components;
  }
}

function challengeSelect(
  { capture }: Catalogue,
  challenges: CaptureFormFacts['challenges'],
  chosen: string | undefined,
): APIModalInteractionResponseCallbackComponent {
  return {
    type: ComponentType.Label,
    label: capture.which,
    component: {
      type: ComponentType.StringSelect,
      custom_id: challengeField,
      required: true,
      placeholder: capture.whichPlaceholder,
      options: challenges.map(({ number, title }) => ({
        label: shorten(capture.challenge(number, isolated(title)), optionLimit),
        value: String(number),
        default: String(number) === chosen,
      })),
    },
  };
}
