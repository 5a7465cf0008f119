/** Writes exports, task by task: data as JSON or CSV, the cohort's pages, a member's README. */

import { portionsOf } from '../../readme/export/portions.js';
import { CohortPages, type Page } from '../../readme/export/render-cohort.js';
import { renderReadme } from '../../readme/export/render-readme.js';
import { CsvTables } from './csv-tables.js';
import type { ExportAnswer, ExportTask } from './export-tasks.js';
import { JsonDocument } from './json-document.js';
import { bytesOf, ZipParts } from './zip-parts.js';

export class ExportWriting {
  private complete: Uint8Array[] = [];
  private parts: ZipParts | undefined;
  private data: JsonDocument | CsvTables | undefined;
  private pages: CohortPages | undefined;

  async take(task: ExportTask): Promise<ExportAnswer> {
    const texts = task.kind === 'readme' ? await readmeTexts(task) : [];
    if (task.kind !== 'readme') await this.write(task);
    const parts = this.complete;
    this.complete = [];
    return { parts, texts };
  }

  private async write(task: Exclude<ExportTask, { kind: 'readme' }>): Promise<void> {
    switch (task.kind) {
      case 'data': {
        const parts = this.begin(task.limit, task.head.exportedAt);
        this.data =
          task.format === 'json' ? new JsonDocument(parts, task.head) : new CsvTables(parts, task.head);
        return;
      }
      case 'rows':
        return this.data?.write(task.table, task.rows);
      case 'pages':
        this.begin(task.limit, task.writtenAt);
        this.pages = new CohortPages(task.members, task.words);
        return this.add(await this.pages.start());
      case 'members':
        for (const material of task.materials) {
          for await (const page of this.pages?.member(material) ?? []) this.add(page);
        }
        return;
      case 'zip':
        this.begin(Number.POSITIVE_INFINITY, task.writtenAt);
        this.add({ path: task.name, text: task.content });
        if (task.picture) {
          this.parts?.open(task.picture.name);
          this.parts?.write(task.picture.content);
        }
        return this.parts?.end();
      case 'end':
        for await (const page of this.pages?.together() ?? []) this.add(page);
        if (this.data) this.data.end();
        else this.parts?.end();
    }
  }

  private begin(limit: number, writtenAt: Date): ZipParts {
    this.complete = [];
    this.data = undefined;
    this.pages = undefined;
    this.parts = new ZipParts(limit, writtenAt, (part) => this.complete.push(part));
    return this.parts;
  }

  private add({ path, text }: Page): void {
    const { parts } = this;
    if (!parts) return;
    if (!parts.fits(bytesOf(text))) parts.cut();
    parts.open(path);
    parts.write(text);
  }
}

async function readmeTexts({
  material,
  words,
  choices,
}: Extract<ExportTask, { kind: 'readme' }>): Promise<string[]> {
  const texts: string[] = [];
  for (const portion of portionsOf(material)) texts.push(await renderReadme(portion, words, choices));
  return texts;
}
