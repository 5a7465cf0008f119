/** The list of first steps: once a member, after their first use of the bot. */
import type { Author } from '../../entities/member.js';
import type { Clock } from '../../platform/clock.js';
import type { StepsDone } from './welcome-model.js';
import type { WelcomeStore } from './welcome-store.js';

/** Members who are known to have the list, kept in memory at most. */
const knownAtMost = 10_000;

export class WelcomeService {
  private readonly known = new Set<string>();

  constructor(
    private readonly store: Pick<WelcomeStore, 'claim' | 'isWelcomed' | 'steps'>,
    private readonly clock: Clock,
  ) {}

  /** The steps, once a member in all processes; undefined for those who got them before. */
  async firstUse(guildId: string, member: Author): Promise<StepsDone | undefined> {
    const key = `${guildId} ${member.id}`;
    if (this.known.has(key)) return undefined;
    const isNew =
      !(await this.store.isWelcomed(guildId, member.id)) &&
      (await this.store.claim(guildId, member, this.clock()));
    if (this.known.size >= knownAtMost) this.known.clear();
    this.known.add(key);
    return isNew ? this.store.steps(guildId, member.id) : undefined;
  }

  /** What the member has done by now. */
  async steps(guildId: string, userId: string): Promise<StepsDone> {
    return this.store.steps(guildId, userId);
  }
}
