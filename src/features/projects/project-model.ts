/** The plain values of the project board: what is typed, listed and shown. */
import type { Track } from '../../entities/profile.js';
import type { Project, Role } from '../../entities/project.js';

/** What a member typed in the first form, untouched; `lookingFor` is comma-separated. */
export interface TypedProject {
  name: string;
  summary: string;
  stack: string;
  repository: string;
  lookingFor: string;
}

/** What a member typed in the form of addresses, untouched; empty removes what was there. */
export interface TypedAddresses {
  live: string;
  apiBase: string;
  apiDocs: string;
}

export type ProjectFacts = Pick<Project, 'name' | 'summary' | 'stack' | 'repository' | 'lookingFor'>;
export type ProjectAddresses = Pick<Project, 'live' | 'apiBase' | 'apiDocs'>;

/** A project as others see it. */
export interface ShownProject extends Project {
  ownerName: string;
  /** Ids of those who confirmed that they work on it, the first one first. */
  collaborators: string[];
}

/** A project, and what only some may know of it. */
export interface ProjectDetails extends ShownProject {
  /** Ids of members the owner named who haven't answered. */
  invited: string[];
  /** Ids of members who pressed Interested. */
  interested: string[];
  /** Open reports. */
  reports: number;
}

/** What the list is narrowed to; undefined: anything. */
export interface BoardFilter {
  track?: Track | undefined;
  tag?: string | undefined;
  lookingFor?: Role | undefined;
}

export interface BoardPage {
  projects: ShownProject[];
  filter: BoardFilter;
  /** Counted from 0. */
  page: number;
  pages: number;
  total: number;
}

/** Projects on a page of the list. */
export const boardPageSize = 5;

/** How long nothing happened before the owner is asked, and how long their answer is waited for (ms). */
export const quietMs = 42 * 86_400_000;
export const answerMs = 7 * 86_400_000;

export const projectTopics = {
  card: 'project-card',
  interest: 'project-interest',
  invite: 'project-invite',
  stale: 'project-stale',
  report: 'project-report',
} as const;
