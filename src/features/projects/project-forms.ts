/** The forms of a project: what it is, and its addresses. A form holds five fields at most. */
import { ComponentType, TextInputStyle } from 'discord.js';
import { routes } from '../../components/routes.js';
import { input } from '../../discord/message/form-input.js';
import type { FormView } from '../../discord/message/message-view.js';
import { entryBounds } from '../../entities/entry.js';
import type { Profile } from '../../entities/profile.js';
import { type Project, projectBounds, roles } from '../../entities/project.js';
import type { Catalogue } from '../../locales/catalogue.js';

/** What a form is filled in with, by the names of its fields. */
export type FilledProject = Partial<Record<string, string>>;

/** The form of a new project, or of the one with this id. */
export function publishForm(words: Catalogue, filled: FilledProject, projectId?: string): FormView {
  const { forms, roles: names } = words.projects;
  const line = { style: TextInputStyle.Short, required: false };
  const chosen = (filled['lookingFor'] ?? '').split(',');
  return {
    custom_id: projectId ? routes.projectEditForm.id({ project: projectId }) : routes.projectForm.id({}),
    title: projectId ? forms.edit : forms.publish,
    components: [
      input(forms.name, 'name', {
        ...line,
        required: true,
        max_length: projectBounds.name,
        placeholder: forms.namePlaceholder,
        value: filled['name']?.replace(/\s+/g, ' '),
      }),
      input(forms.summary, 'summary', {
        style: TextInputStyle.Paragraph,
        required: false,
        max_length: projectBounds.summary,
        placeholder: forms.summaryPlaceholder,
        value: filled['summary'],
      }),
      input(forms.stack, 'stack', {
        ...line,
        max_length: 200,
        placeholder: forms.stackPlaceholder,
        value: filled['stack'],
      }),
      input(forms.repository, 'repository', {
        ...line,
        max_length: entryBounds.link,
        placeholder: forms.repositoryPlaceholder,
        value: filled['repository'],
      }),
      {
        type: ComponentType.Label,
        label: forms.lookingFor,
        description: forms.lookingForHint,
        component: {
          type: ComponentType.StringSelect,
          custom_id: 'lookingFor',
          required: false,
          min_values: 0,
          max_values: roles.length,
          placeholder: forms.lookingForPlaceholder,
          options: roles.map((value) => ({ label: names[value], value, default: chosen.includes(value) })),
        },
      },
    ],
  };
}

export function addressesForm(words: Catalogue, filled: FilledProject, projectId: string): FormView {
  const { forms } = words.projects;
  const line = { style: TextInputStyle.Short, required: false, max_length: entryBounds.link };
  return {
    custom_id: routes.projectAddressesForm.id({ project: projectId }),
    title: forms.addresses,
    components: [
      input(forms.live, 'live', { ...line, placeholder: 'https://…', value: filled['live'] }),
      input(forms.apiBase, 'apiBase', {
        ...line,
        placeholder: forms.apiBasePlaceholder,
        value: filled['apiBase'],
      }),
      input(forms.apiDocs, 'apiDocs', {
        ...line,
        placeholder: forms.apiDocsPlaceholder,
        value: filled['apiDocs'],
      }),
    ],
  };
}

export function projectReportForm(words: Catalogue, projectId: string, filled: FilledProject = {}): FormView {
  const { forms } = words.projects;
  return {
    custom_id: routes.projectReportForm.id({ project: projectId }),
    title: forms.report,
    components: [
      input(forms.reportNote, 'note', {
        style: TextInputStyle.Paragraph,
        required: true,
        max_length: projectBounds.note,
        value: filled['note'],
      }),
    ],
  };
}

/** What the profile knows of the project. */
export function filledFromProfile(profile: Profile | undefined): FilledProject {
  return {
    name: profile?.projectName ?? '',
    summary: profile?.summary ?? '',
    repository: profile?.repository ?? '',
  };
}

/** The fields of both forms as the project says now. */
export function filledFromProject(project: Project): FilledProject {
  const { name, summary, stack, repository, lookingFor, live, apiBase, apiDocs } = project;
  return {
    name,
    summary: summary ?? '',
    stack: stack.join(', '),
    repository: repository ?? '',
    lookingFor: lookingFor.join(','),
    live: live ?? '',
    apiBase: apiBase ?? '',
    apiDocs: apiDocs ?? '',
  };
}
