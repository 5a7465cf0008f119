/** Gaps: what a bot used and the sandbox doesn't do. Each is printed once, counted, and an error in strict mode. */

/** `route`: not served; `field`, `query`, `header`: accepted, without effect; `gateway`: an operation or option. */
export type GapKind = 'route' | 'field' | 'query' | 'header' | 'gateway';

export interface Gap {
  kind: GapKind;
  /** The route, and what of it: `POST /guilds/{guild_id}/channels: field rtc_region`. */
  name: string;
  /** How often a bot used it. */
  count: number;
}

/** What closing a sandbox in strict mode rejects with. */
export class GapError extends Error {
  constructor(readonly gaps: readonly Gap[]) {
    const lines = gaps.map(({ name, count }) => `- ${name} (${count === 1 ? 'once' : `${count} times`})`);
    super(`The sandbox doesn't do what the bot used:\n${lines.join('\n')}`);
    this.name = 'GapError';
  }
}

export class Gaps {
  private readonly found = new Map<string, Gap>();

  /** `print` writes the line for each new gap. */
  constructor(private readonly print: (line: string) => void) {}

  /** Notes one use of something; answers its name, for the journal. */
  add(kind: GapKind, name: string): string {
    const known = this.found.get(name);
    if (known) known.count += 1;
    else {
      this.found.set(name, { kind, name, count: 1 });
      const what =
        kind === 'route' ? 'is not served by this sandbox (answered 501)' : 'has no effect in this sandbox';
      this.print(`sandbox: ${name} ${what}`);
    }
    return name;
  }

  list(): Gap[] {
    return [...this.found.values()].map((gap) => ({ ...gap }));
  }

  clear(): void {
    this.found.clear();
  }

  /** Throws an error that lists them, if there are any. */
  expectNone(): void {
    if (this.found.size > 0) throw new GapError(this.list());
  }
}
