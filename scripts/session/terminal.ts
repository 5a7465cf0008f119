/** A sandbox's output in its terminal: lines, and on a real terminal one line of progress. */

export class Terminal {
  private hasProgress = false;

  constructor(private readonly stream: NodeJS.WriteStream = process.stdout) {}

  write(text: string): void {
    this.clear();
    this.stream.write(text);
  }

  say(...lines: string[]): void {
    this.write(`${lines.join('\n')}\n`);
  }

  /** Shown until the next line; only where it can be removed again. */
  progress(text: string): void {
    if (!this.stream.isTTY) return;
    this.stream.write(`\r\u001b[K${text}`);
    this.hasProgress = true;
  }

  private clear(): void {
    if (this.hasProgress) this.stream.write('\r\u001b[K');
    this.hasProgress = false;
  }
}
