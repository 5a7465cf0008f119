/** Words of `/profile` and of the member menu `Nexus profile`. */
import type { Track } from '../../entities/profile.js';
import { plural } from './plural.js';

const tracks: Record<Track, string> = { backend: 'Backend', frontend: 'Frontend', other: 'Other' };

export const profile = {
  commands: {
    description: 'See what members are working on, and tell it of yourself',
    view: 'Show a profile: track, project, objective and what was shared',
    member: 'Whose profile; yours when left out',
    edit: 'Tell of yourself and your project, in a form',
    /** The name in a member's menu. */
    menu: 'Nexus profile',
  },
  tracks,

  heading: (memberId: string) => `### 👤 <@${memberId}>`,
  track: (track: Track) => `**Track**: ${tracks[track]}`,
  project: (name: string) => `**Project**: ${name}`,
  repository: (link: string) => `**Repository**: ${link}`,
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
    'Nothing here yet. Press Edit project to tell what you are building: it becomes the beginning of your README. Then /share one thing you learned.',
  emptyOther: (memberId: string) => `<@${memberId}> has not filled in a profile yet.`,
  asked: '-# 🙋 When a challenge with tags you used stays open for three days, Nexus may ask you once.',
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
    objectivePlaceholder: 'What do you want to be able to do at the end?',
    summary: 'What it does',
    summaryPlaceholder: 'A few sentences for somebody who has never seen it',
    links: 'Your links',
    linksField: 'Links, one a line, up to 5',
    linksPlaceholder: 'https://…',
    consent: 'Who may see them?',
    consentHint: 'Shown links are in your profile and in your exported README',
    shown: 'Everyone here, and readers of my README',
    hidden: 'Only me',
  },
};
