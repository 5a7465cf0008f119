/** A cohort as CSV (RFC 4180): one file for each table, with a header line in every part. */
import { stringify } from 'csv-stringify/sync';
import {
  type ExportHead,
  type ExportRow,
  type ExportTable,
  exportColumns,
  exportTables,
} from './cohort-export-model.js';
import { bytesOf, type ZipParts } from './zip-parts.js';

const options = {
  record_delimiter: '\r\n',
  // A spreadsheet would evaluate a cell that starts like a formula; an apostrophe makes it text.
  escape_formulas: true,
  cast: {
    date: (value: Date) => value.toISOString(),
    boolean: String,
    object: (value: object) => (Array.isArray(value) ? value.join(' ') : JSON.stringify(value)),
  },
} as const;

export class CsvTables {
  /** How many tables have been begun. */
  private begun = 0;

  constructor(
    private readonly parts: ZipParts,
    head: ExportHead,
  ) {
    const columns = Object.keys(head.settings);
    this.parts.open('settings.csv');
    // Spreadsheets take a file for UTF-8 when it begins with this mark.
    this.parts.write(`\ufeff${linesOf([{ ...head.settings }], columns, true)}`);
  }

  /** Rows of a table, which comes after those before it in `exportTables`. */
  write(table: ExportTable, rows: readonly ExportRow[]): void {
    this.advance(exportTables.indexOf(table));
    const page = linesOf(rows, exportColumns[table]);
    if (this.parts.fits(bytesOf(page))) return this.parts.write(page);
    for (const row of rows) {
      const line = linesOf([row], exportColumns[table]);
      if (!this.parts.fits(bytesOf(line))) {
        this.parts.cut();
        this.open(table);
      }
      this.parts.write(line);
    }
  }

  end(): void {
    this.advance(exportTables.length - 1);
    this.parts.end();
  }

  /** Tables without rows have a file too. */
  private advance(place: number): void {
    for (; this.begun <= place; this.begun++) {
      const table = exportTables[this.begun];
      if (table) this.open(table);
    }
  }

  private open(table: ExportTable): void {
    const { number } = this.parts;
    this.parts.open(number === 1 ? `${table}.csv` : `${table}-${number}.csv`);
    this.parts.write(`\ufeff${linesOf([], exportColumns[table], true)}`);
  }
}

function linesOf(rows: readonly ExportRow[], columns: readonly string[], header = false): string {
  return stringify([...rows], { ...options, columns: [...columns], header });
}
