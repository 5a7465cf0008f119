/** Copy of the project board. */

import type { Track } from '../../entities/profile.js';
import type { Role } from '../../entities/project.js';
import { tagCode } from '../../platform/right-to-left.js';
import { named } from './people.js';
import { plural } from './plural.js';

const roles: Record<Role, string> = {
  backend: 'Backend',
  frontend: 'Frontend',
  design: 'Design',
  tester: 'Tester',
};
const tracks: Record<Track, string> = { backend: 'Backend', frontend: 'Frontend', other: 'Other' };
const listed = new Intl.ListFormat('en', { type: 'conjunction' });

export const projects = {
  commands: {
    description: 'The project board: what is being built here, its API, and who is looked for',
    publish: 'Put your project on the board, in a form that starts with your profile',
    list: 'Look through the projects that members are building',
    track: 'Only projects of members of this track',
    stack: 'Only projects with this tag in their stack',
    lookingFor: 'Only projects that look for this',
    view: 'Show a project, and change it if it’s yours',
    close: 'Take your project off the board',
    project: 'Pick it from the list as you type its name',
  },
  roles,
  tracks,

  heading: (name: string) => `### 🚀 ${name}`,
  stack: (tags: readonly string[]) => `**Built with**: ${tags.map(tagCode).join(' ')}`,
  repository: (link: string) => `**Repository**: ${link}`,
  live: (link: string) => `**Live**: ${link}`,
  /** `base` and `docs` are links; null for the one that isn’t there. */
  api: (base: string | null, docs: string | null) =>
    `**API**: ${[...(base ? [base] : []), ...(docs ? [`documentation ${docs}`] : [])].join(' · ')}`,
  lookingFor: (wanted: readonly Role[]) =>
    wanted.length > 0
      ? `**Looking for**: ${wanted.map((role) => roles[role]).join(', ')}`
      : '**Looking for**: nobody for now',
  people: (ownerId: string, collaborators: readonly string[]) =>
    `-# by ${listed.format([ownerId, ...collaborators].map(named))}`,
  morePeople: (count: number) => `-# and ${plural(count, 'more person', 'more people')}`,
  closed: '-# This project is closed: it’s no longer on the board.',
  hidden: 'A project was here. The moderators have hidden it.',
  hiddenNote: '-# Hidden by the moderators: only they and its owner see this.',
  reported: (count: number, notes: readonly string[]) =>
    [`⚠️ Reported ${count === 1 ? 'once' : `${count} times`}:`, ...notes.map((note) => `> ${note}`)].join(
      '\n',
    ),

  interestedIn: (members: readonly string[]) => `-# Interested: ${members.map(named).join(' ')}`,
  invitedTo: (members: readonly string[]) => `-# Asked to confirm: ${members.map(named).join(' ')}`,
  chooseCollaborator: 'Add someone who works on it with you',

  published: '✅ Your project is on the board. I’m posting its card in the cohort channel.',
  addAddresses: 'If it runs somewhere or has an API, add the addresses: others can then build against it.',
  saved: '✅ Saved. The card follows in a moment.',
  onItsWay: (name: string) =>
    `✅ I’m telling the owner of **${name}** that you’re interested, in a thread for you two if I can open one, otherwise by direct message.`,
  interestedBefore: (name: string) => `You’ve already told the owner of **${name}** that you’re interested.`,
  invited: (memberId: string) =>
    `✅ I’ve asked ${named(memberId)} to confirm. Once they do, the project is on both your profiles.`,
  invitedBefore: (memberId: string) => `${named(memberId)} has been asked already, or works on it.`,
  joined: (name: string) => `✅ You work on **${name}**. It’s on your profile and in your README now.`,
  declined: (name: string) => `You’re not named on **${name}**.`,
  closedNow: (name: string) => `✅ **${name}** is closed. It’s no longer on the board.`,
  goesOn: (name: string) => `✅ **${name}** stays on the board.`,
  reportThanks: 'Thank you for looking out for others. The moderators will look at it and decide.',
  decided: {
    hide: '✅ Hidden. Its card no longer shows what it said.',
    show: '✅ It’s on the board again.',
    keep: '✅ The reports are dismissed.',
  },

  board: {
    heading: '### 🚀 The project board',
    figures: (total: number, page: number, pages: number) =>
      `-# ${plural(total, 'project', 'projects')}${pages > 1 ? ` · page ${page} of ${pages}` : ''}`,
    filteredBy: (filters: readonly string[]) => `-# Only: ${filters.join(', ')}`,
    empty: 'No project is on the board yet. Put yours there with `/project publish`.',
    nothingWithin: 'No project matches. Try `/project list` with fewer options.',
    line: (name: string, stack: readonly string[], wanted: readonly Role[]) =>
      [
        `**${name}**`,
        ...(stack.length > 0 ? [stack.map(tagCode).join(' ')] : []),
        ...(wanted.length > 0
          ? [`looking for ${listed.format(wanted.map((role) => roles[role].toLowerCase()))}`]
          : []),
      ].join(' · '),
  },
  choice: (name: string, owner: string) => `${name} · ${owner}`,
  tagChoice: (tag: string, count: number) => `${tag} (${plural(count, 'project', 'projects')})`,

  buttons: {
    interested: 'Interested',
    view: 'View',
    edit: 'Edit',
    addresses: 'API and addresses',
    close: 'Close project',
    report: 'Report',
    hide: 'Hide',
    show: 'Show again',
    keep: 'Keep',
    join: 'Yes, I work on it',
    decline: 'No',
    leave: 'I don’t work on it',
    goOn: 'Still going',
    openThread: 'Open the thread',
    openCard: 'Go to the card',
  },

  forms: {
    publish: 'Your project',
    edit: 'Your project',
    name: 'Project name',
    namePlaceholder: 'For example: Job board with a REST API',
    summary: 'What it does',
    summaryPlaceholder: 'A few sentences for someone who has never seen it',
    stack: 'Built with',
    stackPlaceholder: 'Up to 5 tags: django, postgresql, react',
    repository: 'Repository',
    repositoryPlaceholder: 'https://github.com/…',
    lookingFor: 'Looking for',
    lookingForHint: 'Choose nothing if you need nobody for now',
    lookingForPlaceholder: 'Nobody for now',
    addresses: 'API and addresses',
    live: 'Where it runs',
    apiBase: 'API base address',
    apiDocs: 'API documentation',
    apiBasePlaceholder: 'https://api.example.org/v1',
    apiDocsPlaceholder: 'https://api.example.org/docs',
    report: 'Report this project',
    reportNote: 'What’s wrong with it?',
  },

  interest: {
    threadName: (project: string, member: string) => `${project} · ${member}`,
    thread: (ownerId: string, memberId: string, name: string) =>
      `👋 ${named(ownerId)}, ${named(memberId)} is interested in **${name}**. This thread is for you two.`,
    next: 'To start: say what you’d like to build first, and when you could talk for fifteen minutes.',
    collaborate: '-# Once you work together, the owner adds the other with `/project view`.',
    direct: (memberId: string, name: string) =>
      `👋 ${named(memberId)} is interested in your project **${name}**. I couldn’t open a thread for you two: write to them.`,
  },
  invite: {
    ask: (ownerId: string, name: string) =>
      `🤝 ${named(ownerId)} says that you work on **${name}** with them. If you confirm, the project is on your profile, on its card and in your README.`,
  },
  stale: {
    ask: (name: string) => `🌱 Nothing has happened on **${name}** for six weeks. Is it still going?`,
    note: '-# If I don’t hear from you within a week, I take it off the board. You can publish it again at any time.',
  },
  reports: {
    card: (name: string, ownerId: string) => `🚩 The project **${name}** by ${named(ownerId)} was reported.`,
  },
};
