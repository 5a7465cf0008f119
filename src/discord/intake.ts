/**
 * Accepts an interaction once, on the process that answers for its shard. What arrives at a process that stands by is
 * kept for as long as Discord waits, so that nothing is lost when the shard changes hands.
 */

/** Discord gives up after 3 s; some of it is needed for the answer. */
const heldForMs = 2_500;

/** What intake needs to know of an interaction. */
export interface Arriving {
  id: string;
  guildId: string | null;
}

export interface Ownership {
  roleOf(shardId: number): 'owner' | 'unsure' | 'standby';
  take(interactionId: string, shardId: number): Promise<boolean>;
}

interface Held<Interaction> {
  interaction: Interaction;
  until: number;
}

export class Intake<Interaction extends Arriving> {
  private held: Held<Interaction>[] = [];
  private isClosed = false;
  private takeovers = 0;

  /**
   * @param shardCount shards of the whole bot
   * @param perform called for each interaction that is to be acted on here
   */
  constructor(
    private readonly ownership: Ownership,
    private readonly shardCount: () => number,
    private readonly perform: (interaction: Interaction, take: () => Promise<boolean>) => Promise<void>,
  ) {}

  /** Resolves when the interaction is answered, kept, or left to another process. */
  async arrive(interaction: Interaction): Promise<void> {
    if (this.isClosed) return;
    const shardId = shardOf(interaction.guildId, this.shardCount());
    if (this.ownership.roleOf(shardId) === 'standby') return this.hold(interaction);
    await this.perform(interaction, async () => {
      for (;;) {
        const before = this.takeovers;
        if (await this.ownership.take(interaction.id, shardId)) return true;
        // Asked as the former owner, while the shard came to this process.
        if (before !== this.takeovers) continue;
        // Another process has acted on it, or the shard was lost a moment ago and may come back a moment later.
        this.hold(interaction);
        return false;
      }
    });
  }

  /** This process answers for the shard from now on: what was kept for it is acted on, unless it was already. */
  owned(shardId: number): void {
    this.takeovers += 1;
    const now = performance.now();
    const count = this.shardCount();
    const [due, others] = partition(
      this.held,
      ({ interaction }) => shardOf(interaction.guildId, count) === shardId,
    );
    this.held = others;
    for (const { interaction, until } of due) if (until > now) void this.arrive(interaction);
  }

  /** Accepts nothing more. */
  close(): void {
    this.isClosed = true;
    this.held = [];
  }

  private hold(interaction: Interaction): void {
    const now = performance.now();
    this.held = this.held.filter(({ until }) => until > now);
    this.held.push({ interaction, until: now + heldForMs });
  }
}

/** The shard that Discord sends a guild's events to; direct messages come to the first one. */
export function shardOf(guildId: string | null, shardCount: number): number {
  return guildId === null ? 0 : Number((BigInt(guildId) >> 22n) % BigInt(shardCount));
}

function partition<Item>(items: readonly Item[], isFirst: (item: Item) => boolean): [Item[], Item[]] {
  return [items.filter(isFirst), items.filter((item) => !isFirst(item))];
}
