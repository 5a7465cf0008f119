/** A cohort as JSON: in every part one valid document of the same shape, whose lists go on in the next part's. */
import { type ExportHead, type ExportRow, type ExportTable, exportTables } from './cohort-export-model.js';
import { bytesOf, type ZipParts } from './zip-parts.js';

/** Room kept (bytes) for what closes a document. */
const closing = 512;

export class JsonDocument {
  /** The place of the table whose list is open; -1 before the first. */
  private place = -1;
  private isFirstRow = true;
  private isOpen = false;

  constructor(
    private readonly parts: ZipParts,
    private readonly head: ExportHead,
  ) {}

  /** Rows of a table, which comes after those before it in `exportTables`. */
  write(table: ExportTable, rows: readonly ExportRow[]): void {
    this.advance(exportTables.indexOf(table));
    for (const row of rows) {
      const text = JSON.stringify(row);
      if (!this.parts.fits(bytesOf(text) + closing)) this.cut();
      this.parts.write(`${this.isFirstRow ? '\n' : ',\n'}${text}`);
      this.isFirstRow = false;
    }
  }

  end(): void {
    this.closeDocument();
    this.parts.end();
  }

  private advance(place: number): void {
    if (!this.isOpen) this.openDocument(0);
    while (this.place < place) {
      this.parts.write('\n],');
      this.openList(this.place + 1);
    }
  }

  private cut(): void {
    const { place } = this;
    this.closeDocument();
    this.parts.cut();
    this.openDocument(place);
  }

  private openDocument(place: number): void {
    const { number } = this.parts;
    this.parts.open(number === 1 ? 'cohort.json' : `cohort-${number}.json`);
    const head = JSON.stringify({ format: 'nexus-cohort', version: 1, part: number, ...this.head });
    this.parts.write(`${head.slice(0, -1)},`);
    this.isOpen = true;
    for (let before = 0; before < place; before++) this.parts.write(`\n"${exportTables[before]}":[],`);
    this.openList(place);
  }

  private openList(place: number): void {
    this.place = place;
    this.isFirstRow = true;
    this.parts.write(`\n"${exportTables[place]}":[`);
  }

  private closeDocument(): void {
    if (!this.isOpen) this.openDocument(0);
    const rest = exportTables.slice(this.place + 1).map((table) => `,\n"${table}":[]`);
    this.parts.write(`\n]${rest.join('')}\n}\n`);
    this.isOpen = false;
  }
}
