/** Copy of `/profile` and of the user menu `Nexus profile`. */
import type { Track } from '../../entities/profile.js';
import { plural } from './plural.js';

const tracks: Record<Track, string> = { backend: 'Backend', frontend: 'Frontend', other: 'Other' };

export const profile = {
  commands: {
    description: 'See what members are working on, and say what you’re building',
    view: 'Show a profile: track, project, objective and contributions',
    member: 'Whose profile; yours by default',
    edit: 'Describe yourself and your project in a form',
    language: 'Only the language I use with you; without it a form opens',
    asInDiscord: 'As in Discord',
    /** The name in the user menu. */
    menu: 'Nexus profile',
  },
  tracks,

  heading: (memberId: string) => `### 👤 <@${memberId}>`,
  track: (track: Track) => `**Track**: ${tracks[track]}`,
  project: (name: string) => `**Project**: ${name}`,
  repository: (link: string) => `**Repository**: ${link}`,
  onBoard: (projects: readonly string[]) => `**On the project board**: ${projects.join(' · ')}`,
  boardProject: (name: string, isOwner: boolean) => (isOwner ? name : `${name} (works on it)`),
  objective: '**Objective**',
  links: (links: readonly string[]) => `**Links**: ${links.join(' · ')}`,
  linksHidden: '-# Only you see your links. Press Edit links to show them.',
  firstShared: (when: string) => `-# First shared ${when}`,
  figures: {
    learnings: (count: number) => plural(count, 'learning', 'learnings'),
    challenges: (count: number) => plural(count, 'challenge', 'challenges'),
    solutions: (count: number) => plural(count, 'solution', 'solutions'),
    accepted: (count: number) => `${count} accepted`,
    helpful: (count: number) => `👍 ${count}`,
  },
  nothingShared: 'Nothing shared yet.',
  emptyOwn:
    'Nothing here yet. Press Edit project to say what you’re building: your README will start with it. Then /share one thing you learned.',
  emptyOther: (memberId: string) => `<@${memberId}> hasn’t filled in a profile yet.`,
  asked: '-# 🙋 When a challenge with tags you used stays open for three days, I may ask you once.',
  languageChosen: (language: string) =>
    `✅ From now on, what only you see is in ${language}. Cards and digests stay in the server’s language.`,
  languageFollows:
    '✅ From now on, what only you see is in the language of your Discord, if I speak it. Cards and digests stay in the server’s language.',
  notSaved: '-# 🔒 Others can’t save your messages in the chat as entries.',
  saved: '✅ Saved. This is how it looks:',

  forms: {
    project: 'Your project',
    track: 'Track',
    trackPlaceholder: 'Choose your track',
    projectName: 'Project name',
    projectNamePlaceholder: 'For example: Job board with a REST API',
    repository: 'Repository',
    repositoryPlaceholder: 'https://github.com/…',
    objective: 'Objective',
    objectivePlaceholder: 'What do you want to be able to do by the end?',
    summary: 'What it does',
    summaryPlaceholder: 'A few sentences for someone who has never seen it',
    links: 'Your links',
    linksField: 'Links, one per line, up to 5',
    linksPlaceholder: 'https://…',
    consent: 'Who may see them?',
    consentHint: 'Visible links appear in your profile and your exported README',
    shown: 'Everyone here, and readers of my README',
    hidden: 'Only me',
  },
};
