/** Files packed as they are written into zips of a bounded size, each complete in itself. */
import { Zip, ZipDeflate } from 'fflate';

/** The compressor keeps so much (bytes) to itself before it gives any of it, and a little more when it ends. */
const heldBack = 132 * 1024;

/** What a file takes in a zip besides its content (bytes), its name twice included. */
const overheadOf = (name: string) => 160 + 2 * name.length;

export class ZipParts {
  /** The part being written, counted from 1. */
  number = 1;
  private zip: Zip | undefined;
  private file: ZipDeflate | undefined;
  private chunks: Uint8Array[] = [];
  private size = 0;
  private overhead = 0;
  private readonly encoder = new TextEncoder();

  /** `done` is given each part once it is complete. */
  constructor(
    private readonly limit: number,
    private readonly writtenAt: Date,
    private readonly done: (part: Uint8Array) => void,
  ) {}

  /** Begins a file; what is written goes into it until another begins. */
  open(name: string): void {
    this.close();
    const zip = (this.zip ??= this.begin());
    const file = new ZipDeflate(name, { level: 6 });
    file.mtime = this.writtenAt;
    zip.add(file);
    this.file = file;
    this.overhead += overheadOf(name);
  }

  /** Whether the part has room for so many bytes more, however badly they compress. */
  fits(bytes: number): boolean {
    return this.size + this.overhead + heldBack + bytes <= this.limit;
  }

  /** Whether nothing has been written into this part yet. */
  get isEmpty(): boolean {
    return this.zip === undefined;
  }

  write(content: string | Uint8Array): void {
    this.file?.push(typeof content === 'string' ? this.encoder.encode(content) : content);
  }

  /** Completes the part; the next file begins another. */
  cut(): void {
    if (this.isEmpty) return;
    this.end();
    this.number += 1;
  }

  /** Completes the last part. */
  end(): void {
    this.close();
    this.zip?.end();
    this.zip = undefined;
  }

  private close(): void {
    this.file?.push(new Uint8Array(), true);
    this.file = undefined;
  }

  private begin(): Zip {
    this.chunks = [];
    this.size = 0;
    this.overhead = 0;
    return new Zip((error, chunk, isLast) => {
      if (error) throw error;
      this.chunks.push(chunk);
      this.size += chunk.length;
      if (isLast) this.done(Buffer.concat(this.chunks));
    });
  }
}

/** The bytes of a text. */
export const bytesOf = (text: string): number => Buffer.byteLength(text);
