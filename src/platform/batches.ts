/** Work of one kind, done together: whatever comes while a batch is under way is the next one. */

interface Waiting<Item> {
  item: Item;
  resolve(): void;
  reject(error: unknown): void;
}

export class Batches<Item> {
  private waiting: Waiting<Item>[] = [];
  private isBusy = false;

  /** @param work does all of them or, when it fails, none; then they are tried one by one */
  constructor(
    private readonly work: (items: readonly Item[]) => Promise<void>,
    private readonly atMost = 100,
  ) {}

  /** Resolves when it is done, and rejects when it alone could not be done either. */
  add(item: Item): Promise<void> {
    return new Promise((resolve, reject) => {
      this.waiting.push({ item, resolve, reject });
      if (!this.isBusy) void this.run();
    });
  }

  private async run(): Promise<void> {
    this.isBusy = true;
    // Those who come within the same turn share the first batch as well.
    await Promise.resolve();
    while (this.waiting.length > 0) await this.take(this.waiting.splice(0, this.atMost));
    this.isBusy = false;
  }

  private async take(batch: readonly Waiting<Item>[]): Promise<void> {
    try {
      await this.work(batch.map(({ item }) => item));
      for (const { resolve } of batch) resolve();
    } catch (error) {
      const [only] = batch;
      if (batch.length === 1) only?.reject(error);
      else for (const one of batch) await this.take([one]);
    }
  }
}
