/** A guild's settings: read often, so kept for a moment, and changed only through here. */
import type { GuildSettings } from '../../entities/guild.js';
import type { Clock } from '../../platform/clock.js';
import type { GuildChanges, GuildStore } from './guild-store.js';

/** Other processes of the same bot may change settings too; this is how long theirs may go unnoticed (ms). */
const freshForMs = 30_000;

/** How long data of a guild that the bot left are kept (days). */
export const keptAfterLeavingDays = 30;

export class GuildService {
  private readonly known = new Map<string, { settings: GuildSettings; readAt: number }>();

  constructor(
    private readonly store: Pick<
      GuildStore,
      'findOrCreate' | 'update' | 'claimSetupHint' | 'reconcile' | 'eraseLeft'
    >,
    private readonly clock: Clock,
  ) {}

  /** The settings, at most half a minute old; a guild met for the first time gets the defaults. */
  async settings(guildId: string): Promise<GuildSettings> {
    const known = this.known.get(guildId);
    if (known && performance.now() - known.readAt < freshForMs) return known.settings;
    const settings = await this.store.findOrCreate(guildId, this.clock()).catch((error: unknown) => {
      // While the database is away, what was last known still tells where to answer and in which language.
      if (known) return known.settings;
      throw error;
    });
    this.known.set(guildId, { settings, readAt: performance.now() });
    return settings;
  }

  /** Saves the changes, in the name of the moderator who made them if one did; gives the settings as they are then. */
  async change(guildId: string, changes: GuildChanges, actorId?: string): Promise<GuildSettings> {
    await this.settings(guildId);
    await this.store.update(guildId, changes, actorId ? { actorId, at: this.clock() } : undefined);
    this.known.delete(guildId);
    return this.settings(guildId);
  }

  /** The row was changed elsewhere, so it is read again next time. */
  forget(guildId: string): void {
    this.known.delete(guildId);
  }

  /** True for one caller only, and only while nobody has set the guild up: then a moderator should be told. */
  async claimSetupHint(guildId: string): Promise<boolean> {
    return this.store.claimSetupHint(guildId, this.clock());
  }

  /** The bot was removed: the data are kept for a month in case it comes back. */
  async left(guildId: string): Promise<void> {
    await this.change(guildId, { leftAt: this.clock() });
  }

  /** The bot is in the guild (again). */
  async joined(guildId: string): Promise<void> {
    const settings = await this.settings(guildId);
    if (settings.leftAt) await this.change(guildId, { leftAt: null });
  }

  /** What the bot is in at its start: it may have been removed, or invited back, while it was away. */
  async reconcile(
    present: readonly string[],
    shards: { count: number; ids: readonly number[] },
  ): Promise<void> {
    await this.store.reconcile(present, shards, this.clock());
    this.known.clear();
  }

  /** Erases guilds left for longer than a month; gives their ids. */
  async eraseLeft(): Promise<string[]> {
    const erased = await this.store.eraseLeft(
      new Date(this.clock().getTime() - keptAfterLeavingDays * 86_400_000),
    );
    for (const id of erased) this.known.delete(id);
    return erased;
  }
}
