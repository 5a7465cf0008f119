/** Documents as the reader returns them, with defaults for what a test is not about. */
import type { ReadmeDocument, ReadmeItem } from '../../src/readme/readme-document.js';

export const item = (changes: Partial<ReadmeItem> & { title: string }): ReadmeItem => ({
  type: 'learning',
  kind: 'concept',
  body: '',
  solution: null,
  link: null,
  section: null,
  source: 'Key concepts',
  tags: [],
  isDone: false,
  ...changes,
});

export const technology = (title: string, changes: Partial<ReadmeItem> = {}) =>
  item({ title, kind: 'technology', source: 'Technologies', ...changes });

export const pair = (title: string, solution: string | null, changes: Partial<ReadmeItem> = {}) =>
  item({ title, type: 'challenge', kind: null, solution, source: 'Challenges', ...changes });

export const documentOf = (items: ReadmeItem[], changes: Partial<ReadmeDocument> = {}): ReadmeDocument => ({
  title: 'Project Nexus',
  profile: { track: null, projectName: null, summary: null, objective: null, repository: null },
  items,
  skipped: [],
  ...changes,
});
