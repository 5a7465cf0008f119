/** The forms that write entries; each can be opened filled in. */
import {
  type APILabelComponent,
  type APIStringSelectComponent,
  ComponentType,
  TextInputStyle,
} from 'discord.js';
import { routes } from '../../components/routes.js';
import { input } from '../../discord/message/form-input.js';
import type { FormView } from '../../discord/message/message-view.js';
import { entryBounds, learningKinds } from '../../entities/entry.js';
import type { Catalogue } from '../../locales/catalogue.js';
import type { EntryDetails } from './entry-model.js';

/** Names of the fields within forms, the same in each. */
export const fields = {
  kind: 'kind',
  title: 'title',
  body: 'body',
  tags: 'tags',
  link: 'link',
} as const;

/** What a form is filled in with. */
export interface Filled extends Partial<Record<keyof typeof fields, string>> {
  /** The draft that has its picture. */
  picture?: string | undefined;
}

export function shareForm(words: Catalogue, filled: Filled = {}): FormView {
  const { forms } = words.entries;
  return {
    custom_id: routes.shareForm.id(filled),
    title: filled.picture ? forms.shareWithPicture : forms.share,
    components: [
      kindField(words, filled.kind),
      titleField(words, filled.title),
      bodyField(words, forms.body, { value: filled.body, placeholder: forms.bodyPlaceholder }),
      tagsField(words, filled.tags),
      linkField(words, filled.link),
    ],
  };
}

export function challengeForm(words: Catalogue, filled: Filled = {}): FormView {
  const { forms } = words.entries;
  return {
    custom_id: routes.challengeForm.id(filled),
    title: filled.picture ? forms.challengeWithPicture : forms.challenge,
    components: [
      titleField(words, filled.title, forms.challengeTitlePlaceholder),
      bodyField(words, forms.details, { value: filled.body, placeholder: forms.detailsPlaceholder }),
      tagsField(words, filled.tags),
    ],
  };
}

export function solveForm(words: Catalogue, challenge: { number: number }, filled: Filled = {}): FormView {
  const { forms } = words.entries;
  return {
    custom_id: routes.solveForm.id(challenge),
    title: forms.solve(challenge.number),
    components: [
      bodyField(words, forms.solution, {
        value: filled.body,
        placeholder: forms.solutionPlaceholder,
        required: true,
      }),
      linkField(words, filled.link),
    ],
  };
}

/** The form for an entry as it is now, or as it was typed before something went wrong. */
export function editForm(words: Catalogue, entry: EntryDetails, filled: Filled = filledOf(entry)): FormView {
  const { forms } = words.entries;
  return {
    custom_id: routes.editForm.id({ number: entry.number }),
    title: forms.edit(entry.number),
    components:
      entry.type === 'solution'
        ? [
            bodyField(words, forms.solution, { value: filled.body, required: true }),
            linkField(words, filled.link),
          ]
        : [
            ...(entry.type === 'learning' ? [kindField(words, filled.kind)] : []),
            titleField(words, filled.title),
            bodyField(words, forms.body, { value: filled.body }),
            tagsField(words, filled.tags),
            linkField(words, filled.link),
          ],
  };
}

export function filledOf(entry: EntryDetails): Filled {
  return {
    kind: entry.kind ?? undefined,
    title: entry.title ?? undefined,
    body: entry.body,
    tags: entry.tags.join(', '),
    link: entry.link ?? undefined,
  };
}

function kindField(words: Catalogue, value: string | undefined): APILabelComponent {
  const select: APIStringSelectComponent = {
    type: ComponentType.StringSelect,
    custom_id: fields.kind,
    required: true,
    options: learningKinds.map((kind) => {
      const { name, emoji, hint } = words.entries.kinds[kind];
      return {
        label: name,
        value: kind,
        description: hint,
        emoji: { name: emoji },
        default: kind === (value ?? 'takeaway'),
      };
    }),
  };
  return { type: ComponentType.Label, label: words.entries.forms.kind, component: select };
}

function titleField(words: Catalogue, value: string | undefined, placeholder?: string): APILabelComponent {
  const { forms } = words.entries;
  return input(forms.title, fields.title, {
    style: TextInputStyle.Short,
    required: true,
    max_length: entryBounds.title,
    placeholder: placeholder ?? forms.titlePlaceholder,
    value: value?.replace(/\s+/g, ' '),
  });
}

function bodyField(
  _words: Catalogue,
  label: string,
  options: { value?: string; placeholder?: string; required?: boolean },
): APILabelComponent {
  return input(label, fields.body, {
    style: TextInputStyle.Paragraph,
    required: options.required ?? false,
    max_length: entryBounds.body,
    placeholder: options.placeholder,
    value: options.value,
  });
}

function tagsField(words: Catalogue, value: string | undefined): APILabelComponent {
  const { forms } = words.entries;
  return input(forms.tags, fields.tags, {
    style: TextInputStyle.Short,
    required: false,
    max_length: 200,
    placeholder: forms.tagsPlaceholder,
    value,
  });
}

function linkField(words: Catalogue, value: string | undefined): APILabelComponent {
  const { forms } = words.entries;
  return input(forms.link, fields.link, {
    style: TextInputStyle.Short,
    required: false,
    max_length: entryBounds.link,
    placeholder: forms.linkPlaceholder,
    value,
  });
}
