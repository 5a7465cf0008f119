/** Which language a member reads: what they chose, or else Discord's for them. */
import type { Author } from '../../entities/member.js';
import type { Clock } from '../../platform/clock.js';
import type { GuildService } from '../guilds/index.js';
import type { LanguageStore, MemberLanguages } from './language-store.js';

/** How long a choice made in another process may go unnoticed (ms). */
const freshForMs = 30_000;

/** Members whose languages are kept in memory at most. */
const knownAtMost = 10_000;

export class LanguageService {
  private readonly known = new Map<string, MemberLanguages & { readAt: number }>();

  constructor(
    private readonly store: Pick<LanguageStore, 'choose' | 'find' | 'saw'>,
    private readonly guilds: Pick<GuildService, 'settings'>,
    private readonly clock: Clock,
  ) {}

  /** What the member chose, at most half a minute old; null if they follow Discord's. */
  async chosenBy(guildId: string, memberId: string): Promise<string | null> {
    return (await this.languagesOf(guildId, memberId)).language;
  }

  /** Sets what this member alone sees; null makes it follow Discord's language again. */
  async choose(guildId: string, author: Author, language: string | null): Promise<void> {
    await this.store.choose(guildId, author, language, this.clock());
    this.known.delete(keyOf(guildId, author.id));
  }

  /** Discord's language for a member who is here right now, stored when it is news. */
  async saw(guildId: string, memberId: string, locale: string): Promise<void> {
    const known = await this.languagesOf(guildId, memberId);
    if (known.locale === locale) return;
    await this.store.saw(guildId, memberId, locale);
    known.locale = locale;
  }

  /** What a direct message to the member is written in: the first of these that the bot speaks. */
  async languagesFor(guildId: string, memberId: string): Promise<readonly (string | null)[]> {
    const [{ language, locale }, settings] = await Promise.all([
      this.store.find(guildId, memberId),
      this.guilds.settings(guildId),
    ]);
    return [language, locale, settings.language];
  }

  private async languagesOf(guildId: string, memberId: string): Promise<MemberLanguages> {
    const key = keyOf(guildId, memberId);
    const known = this.known.get(key);
    if (known && performance.now() - known.readAt < freshForMs) return known;
    const languages = await this.store.find(guildId, memberId).catch((error: unknown) => {
      // While the database is away, what was last known still tells in which language to say so.
      if (known) return known;
      throw error;
    });
    if (this.known.size >= knownAtMost) this.known.clear();
    const read = { language: languages.language, locale: languages.locale, readAt: performance.now() };
    this.known.set(key, read);
    return read;
  }
}

const keyOf = (guildId: string, memberId: string) => `${guildId} ${memberId}`;
