/** A guild's own AutoMod rules, applied to what members write through the bot, whose posts Discord does not check. */
import type { ReadRules } from '../../entities/auto-moderation.js';
import type { Texts } from './require-no-secret.js';
import { type ReadyRule, readyRule } from './word-rule.js';

/** How long rules are taken for current (ms), and how long a member waits for them to be read. */
const freshFor = 300_000;
const patience = 800;

/** Reads a guild's rules. */
export interface AutoModerationReader {
  /** Null when the bot may not read them: it takes Manage Server. */
  read(guildId: string): Promise<ReadRules | null>;
}

interface Known {
  rules: readonly ReadyRule[];
  readAt: number;
}

/** What a check-up tells. */
export interface AutoModerationState {
  isReadable: boolean;
  /** Rules by lists that nobody can read, and patterns that are not understood. */
  presets: number;
  patterns: number;
}

export class AutoModeration {
  private readonly known = new Map<string, Known>();
  private readonly underWay = new Map<string, Promise<void>>();

  constructor(
    private readonly reader: AutoModerationReader,
    private readonly onFault: (error: unknown) => void = () => undefined,
  ) {}

  /** What the rule that stops the texts says, or null for a rule without words; undefined when none stops them. */
  async stopping(
    guildId: string,
    texts: Texts,
    { roleIds, channelId }: { roleIds: readonly string[]; channelId: string | undefined },
  ): Promise<string | null | undefined> {
    for (const { rule, stops } of await this.rulesOf(guildId)) {
      if (rule.exemptRoles.some((id) => roleIds.includes(id))) continue;
      if (channelId && rule.exemptChannels.includes(channelId)) continue;
      if (Object.values(texts).some(stops)) return rule.message;
    }
    return undefined;
  }

  /** How far the rules can be applied, asked anew. */
  async state(guildId: string): Promise<AutoModerationState> {
    const read = await this.reader.read(guildId);
    const patterns = read ? this.take(guildId, read).reduce((sum, { unread }) => sum + unread, 0) : 0;
    return { isReadable: read !== null, presets: read?.presets ?? 0, patterns };
  }

  /** Those last read; none while they cannot be, since nobody is to wait for that or be kept out by it. */
  private async rulesOf(guildId: string): Promise<readonly ReadyRule[]> {
    const known = this.known.get(guildId);
    if (known && performance.now() - known.readAt < freshFor) return known.rules;
    const reading = this.underWay.get(guildId) ?? this.read(guildId);
    // Rules that were read before do until the new ones are there.
    if (!known)
      await Promise.race([reading, new Promise((resolve) => setTimeout(resolve, patience).unref())]);
    return this.known.get(guildId)?.rules ?? [];
  }

  private read(guildId: string): Promise<void> {
    const reading = this.reader
      .read(guildId)
      .then((read) => void this.take(guildId, read ?? { rules: [], presets: 0 }))
      .catch((error: unknown) => {
        this.onFault(error);
        this.known.set(guildId, { rules: this.known.get(guildId)?.rules ?? [], readAt: performance.now() });
      })
      .finally(() => this.underWay.delete(guildId));
    this.underWay.set(guildId, reading);
    return reading;
  }

  private take(guildId: string, { rules }: ReadRules): readonly ReadyRule[] {
    const ready = rules.map(readyRule);
    this.known.set(guildId, { rules: ready, readAt: performance.now() });
    return ready;
  }
}
