/** A guild's own AutoMod rules, applied to what members write through the bot, whose posts Discord does not check. */

import type { Texts } from '../secrets/index.js';
import type { ReadRules, UnreadPatterns, WordRule } from './auto-moderation-model.js';
import { type Inspector, portioned } from './inspection.js';

/** How long rules are taken for current (ms), and how long a member waits for them to be read. */
const freshForMs = 300_000;
const readTimeoutMs = 800;

/** Guilds whose patterns are left out at once. */
const slowAtMost = 500;

/** Reads a guild's rules. */
export interface AutoModerationReader {
  /** Null when the bot may not read them: it takes Manage Server. */
  read(guildId: string): Promise<ReadRules | null>;
}

interface Known {
  rules: readonly WordRule[];
  /** The same for the thread that applies them. */
  json: string;
  readAt: number;
}

/** What a check-up tells. */
export interface AutoModerationState extends UnreadPatterns {
  isReadable: boolean;
  /** Rules by lists that nobody can read. */
  presets: number;
  /** Whether patterns are left out because together they took too long. */
  isSlow: boolean;
}

/** Where and by whom a text is written. */
export interface Written {
  roleIds: readonly string[];
  channelId: string | undefined;
}

export class AutoModeration {
  private readonly known = new Map<string, Known>();
  private readonly underWay = new Map<string, Promise<void>>();
  /** Rules (JSON) whose patterns took too long, so that they are applied without them. */
  private readonly slow = new Set<string>();

  constructor(
    private readonly reader: AutoModerationReader,
    private readonly inspector: Inspector,
    private readonly onFault: (error: unknown) => void = () => undefined,
  ) {}

  /**
   * For each of the texts what the rule that stops it says, or null for a rule without words; undefined when none
   * stops it.
   */
  async stopping(
    guildId: string,
    texts: readonly Texts[],
    { roleIds, channelId }: Written,
  ): Promise<(string | null | undefined)[]> {
    const { rules, json } = await this.rulesOf(guildId);
    const exempt = rules.flatMap((rule, index) =>
      rule.exemptRoles.some((id) => roleIds.includes(id)) ||
      (channelId !== undefined && rule.exemptChannels.includes(channelId))
        ? [index]
        : [],
    );
    if (exempt.length === rules.length) return texts.map(() => undefined);
    const stopping: (number | null)[] = [];
    for (const portion of portioned(texts))
      stopping.push(...(await this.apply(rules, json, exempt, portion)));
    return stopping.map((index) => (index === null ? undefined : (rules[index]?.message ?? null)));
  }

  /** How far the rules can be applied, read again. */
  async state(guildId: string): Promise<AutoModerationState> {
    const read = await this.reader.read(guildId);
    const state = { isReadable: read !== null, presets: read?.presets ?? 0, isSlow: false };
    if (!read) return { ...state, unknown: 0, tooLarge: 0 };
    const { json } = this.take(guildId, read);
    const isSlow = this.slow.has(json);
    try {
      return { ...state, isSlow, ...(await this.inspector.inspect({ kind: 'patterns', rules: json })) };
    } catch (error) {
      this.onFault(error);
      return { ...state, isSlow: true, unknown: 0, tooLarge: 0 };
    }
  }

  /** Patterns that keep the thread too long are left out from then on; keywords never do. */
  private async apply(
    rules: readonly WordRule[],
    json: string,
    exempt: readonly number[],
    texts: readonly Texts[],
  ): Promise<readonly (number | null)[]> {
    if (!this.slow.has(json)) {
      try {
        return await this.inspector.inspect({ kind: 'rules', rules: json, exempt, texts });
      } catch (error) {
        this.onFault(error);
        // A rule that was changed is another one.
        if (this.slow.size >= slowAtMost) this.slow.clear();
        this.slow.add(json);
      }
    }
    const plain = JSON.stringify(rules.map((rule) => ({ ...rule, patterns: [] })));
    return this.inspector.inspect({ kind: 'rules', rules: plain, exempt, texts });
  }

  /** Those last read; none while they cannot be, since nobody is to wait for that or be kept out by it. */
  private async rulesOf(guildId: string): Promise<Known> {
    const known = this.known.get(guildId);
    if (known && performance.now() - known.readAt < freshForMs) return known;
    const reading = this.underWay.get(guildId) ?? this.read(guildId);
    // Rules that were read before do until the new ones are there.
    if (!known)
      await Promise.race([reading, new Promise((resolve) => setTimeout(resolve, readTimeoutMs).unref())]);
    return this.known.get(guildId) ?? none;
  }

  private read(guildId: string): Promise<void> {
    const reading = this.reader
      .read(guildId)
      .then((read) => void this.take(guildId, read ?? { rules: [], presets: 0 }))
      .catch((error: unknown) => {
        this.onFault(error);
        this.known.set(guildId, { ...(this.known.get(guildId) ?? none), readAt: performance.now() });
      })
      .finally(() => this.underWay.delete(guildId));
    this.underWay.set(guildId, reading);
    return reading;
  }

  private take(guildId: string, { rules }: ReadRules): Known {
    const known = { rules, json: JSON.stringify(rules), readAt: performance.now() };
    this.known.set(guildId, known);
    return known;
  }
}

const none: Known = { rules: [], json: '[]', readAt: 0 };
