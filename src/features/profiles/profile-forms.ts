/** The two forms of a profile: the project, and the links with who may see them. A form holds five fields at most. */
import { type APILabelComponent, ComponentType, TextInputStyle } from 'discord.js';
import { routes } from '../../components/routes.js';
import { input } from '../../discord/message/form-input.js';
import type { FormView } from '../../discord/message/message-view.js';
import { entryBounds } from '../../entities/entry.js';
import { type Profile, profileBounds, tracks } from '../../entities/profile.js';
import type { Catalogue } from '../../locales/catalogue.js';

/** What a form is filled in with, by the names of its fields. */
export type FilledProfile = Partial<Record<string, string>>;

export function projectForm(words: Catalogue, filled: FilledProfile): FormView {
  const { forms } = words.profile;
  const line = { style: TextInputStyle.Short, required: false };
  const text = { style: TextInputStyle.Paragraph, required: false };
  return {
    custom_id: routes.profileProjectForm.id({}),
    title: forms.project,
    components: [
      trackField(words, filled['track']),
      input(forms.projectName, 'projectName', {
        ...line,
        max_length: profileBounds.projectName,
        placeholder: forms.projectNamePlaceholder,
        value: filled['projectName']?.replace(/\s+/g, ' '),
      }),
      input(forms.summary, 'summary', {
        ...text,
        max_length: profileBounds.summary,
        placeholder: forms.summaryPlaceholder,
        value: filled['summary'],
      }),
      input(forms.repository, 'repository', {
        ...line,
        max_length: entryBounds.link,
        placeholder: forms.repositoryPlaceholder,
        value: filled['repository'],
      }),
      input(forms.objective, 'objective', {
        ...text,
        max_length: profileBounds.objective,
        placeholder: forms.objectivePlaceholder,
        value: filled['objective'],
      }),
    ],
  };
}

export function linksForm(words: Catalogue, filled: FilledProfile): FormView {
  const { forms } = words.profile;
  return {
    custom_id: routes.profileLinksForm.id({}),
    title: forms.links,
    components: [
      input(forms.linksField, 'links', {
        style: TextInputStyle.Paragraph,
        required: false,
        max_length: 4_000,
        placeholder: forms.linksPlaceholder,
        value: filled['links'],
      }),
      {
        type: ComponentType.Label,
        label: forms.consent,
        description: forms.consentHint,
        component: {
          type: ComponentType.StringSelect,
          custom_id: 'consent',
          required: true,
          options: (['shown', 'hidden'] as const).map((value) => ({
            label: forms[value],
            value,
            // Until a member agrees, nobody else sees their links.
            default: value === (filled['consent'] === 'shown' ? 'shown' : 'hidden'),
          })),
        },
      },
    ],
  };
}

/** The fields of both forms as the profile says now. */
export function filledFromProfile(profile: Profile | undefined): FilledProfile {
  if (!profile) return {};
  return {
    track: profile.track ?? '',
    projectName: profile.projectName ?? '',
    summary: profile.summary ?? '',
    repository: profile.repository ?? '',
    objective: profile.objective ?? '',
    links: profile.links.join('\n'),
    consent: profile.linksShownAt ? 'shown' : 'hidden',
  };
}

function trackField(words: Catalogue, chosen: string | undefined): APILabelComponent {
  return {
    type: ComponentType.Label,
    label: words.profile.forms.track,
    component: {
      type: ComponentType.StringSelect,
      custom_id: 'track',
      required: false,
      placeholder: words.profile.forms.trackPlaceholder,
      options: tracks.map((value) => ({
        label: words.profile.tracks[value],
        value,
        default: value === chosen,
      })),
    },
  };
}
