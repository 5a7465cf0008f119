/** What is asked of the thread that writes exports, in a thread of its own: one task after the other, each with its answer. */
import { workerFile } from '../../platform/worker.js';
import type { CohortWords, PagedMember } from '../../readme/export/render-cohort.js';
import type { ReadmeChoices, ReadmeWords } from '../../readme/export/render-readme.js';
import type { ReadmeMaterial } from '../../readme/readme-material.js';
import type { ExportFormat, ExportHead, ExportRow, ExportTable } from './cohort-export-model.js';

/** The thread that writes exports. */
export const exportWorker = workerFile('./export-worker', import.meta.url);

/** All of it is plain data: it crosses to another thread. */
export type ExportTask =
  /** Begins an export as data; `limit` is the most bytes of a part. */
  | { kind: 'data'; format: Exclude<ExportFormat, 'markdown'>; head: ExportHead; limit: number }
  | { kind: 'rows'; table: ExportTable; rows: readonly ExportRow[] }
  /** Begins the cohort's pages. */
  | {
      kind: 'pages';
      members: readonly PagedMember[];
      words: ReadmeWords & CohortWords;
      writtenAt: Date;
      limit: number;
    }
  | { kind: 'members'; materials: readonly ReadmeMaterial[] }
  /** Completes what was begun. */
  | { kind: 'end' }
  /** A zip of one text, and of a picture beside it. */
  | {
      kind: 'zip';
      name: string;
      content: string;
      writtenAt: Date;
      picture?: { name: string; content: Uint8Array };
    }
  /** One member's README, by itself. */
  | { kind: 'readme'; material: ReadmeMaterial; words: ReadmeWords; choices: ReadmeChoices };

export interface ExportAnswer {
  /** Zips that are complete by now. */
  parts: Uint8Array[];
  /** The README, in several documents when it is very long. */
  texts: string[];
}

/** Somebody who writes one export at a time. */
export interface ExportSession {
  /** One task after the other. Rejects when the writer failed; then the session is of no more use. */
  ask(task: ExportTask): Promise<ExportAnswer>;
  /** Lets go of the writer, whatever it is at. */
  close(): void;
}

export interface ExportWriter {
  /** Waits for its turn when others are writing. */
  open(): Promise<ExportSession>;
}
