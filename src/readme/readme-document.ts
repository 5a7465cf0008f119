/** A 'Project Nexus' README as the bot understands it: entries to be, facts for the profile, and what was left out. */
import type { LearningKind } from './entry-shape.js';

/** An entry to be: a learning, or a challenge with the solution that stood beside it. */
export interface ReadmeItem {
  type: 'learning' | 'challenge';
  /** Learnings only. */
  kind: LearningKind | null;
  /** 1 to 120 UTF-16 units, plain text. */
  title: string;
  /** Markdown, at most 4,000 UTF-16 units; may be empty. */
  body: string;
  /** Challenges only: the solution's Markdown, or null for an open challenge. */
  solution: string | null;
  link: string | null;
  /** The sub-group it stood under ('Databases'), so that an export groups it again. */
  section: string | null;
  /** The heading it was found under, as the reader sees it. */
  source: string;
  tags: string[];
  /** Goals only: ticked off in a task list. */
  isDone: boolean;
}

/** Why a part of a document is not imported. */
export const skipReasons = [
  'programme',
  'badges',
  'author',
  'contact',
  'repository-tree',
  'installation',
  'contents',
  'licence',
  'acknowledgements',
  'prose',
  'unpaired',
  'pictures',
  'too-many',
  'refused',
] as const;
export type SkipReason = (typeof skipReasons)[number];

export interface SkippedPart {
  /** The heading or the first words. */
  source: string;
  reason: SkipReason;
}

/** What a document says of its author's project; an import offers to fill the profile with it. */
export interface ReadmeProfile {
  track: 'backend' | 'frontend' | 'other' | null;
  projectName: string | null;
  /** The overview, plain Markdown. */
  summary: string | null;
  objective: string | null;
  /** The repository's http(s) address. */
  repository: string | null;
}

export interface ReadmeDocument {
  title: string | null;
  profile: ReadmeProfile;
  /** In the document's order. */
  items: ReadmeItem[];
  skipped: SkippedPart[];
  /** Whether the text was garbled by a wrong code page and has been put right. */
  isRepaired?: boolean;
}

/** Why a file cannot be read as a README at all. */
export type UnreadableReason = 'empty' | 'binary' | 'html' | 'too-heavy';

/** Thrown while a file is read; the import explains it in plain words. */
export class UnreadableReadme extends Error {
  constructor(readonly reason: UnreadableReason) {
    super(`the file cannot be read as a README: ${reason}`);
    this.name = 'UnreadableReadme';
  }
}

/** What reads a file, whole, within limits of time and memory. */
export interface ReadmeReader {
  /** @throws UnreadableReadme */
  read(bytes: Uint8Array): Promise<ReadmeDocument>;
}
