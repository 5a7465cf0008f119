/** The guard at the door: everything a member writes passes it before anything of it is stored or posted. */
import type { Author } from '../../stores/entry-store.js';
import type { RecentStore } from '../../stores/recent-store.js';
import type { Clock } from '../clock.js';
import type { GuildService, GuildSettings } from '../guild-service.js';
import type { CohortChannelOf } from '../publisher.js';
import { shortened } from '../search-terms.js';
import { cleanLine } from '../text.js';
import { UserError } from '../user-error.js';
import type { AutoModeration } from './auto-moderation.js';
import { type Duplicate, duplicateOf, type Offered } from './duplicates.js';
import { likenessOf } from './likeness.js';
import { reachedLimit } from './limits.js';
import { holdsInvitation, mentionsAtMost, mentionsMany } from './pings.js';
import { type GuildWork, RecentWork, type Work, wordsOfWork } from './recent-work.js';
import { requireNoSecret, type Texts } from './require-no-secret.js';

/** Who writes. */
export interface Contributor extends Author {
  isModerator?: boolean;
  /** Has Manage Server: Discord's AutoMod lets those through as well. */
  isManager?: boolean;
  roleIds?: readonly string[];
}

/** Whoever writes something that is not counted. */
export type Writer = Pick<Contributor, 'id' | 'roleIds' | 'isManager'>;

/** An entry as it would be kept. */
export interface NewWork {
  type: 'learning' | 'challenge' | 'solution';
  title: string | null;
  body: string;
  challengeNumber: number | null;
  draftId?: string;
}

export interface GuardParts {
  guilds: Pick<GuildService, 'settings'>;
  recent: Pick<RecentStore, 'since' | 'placeOf'>;
  autoModeration: Pick<AutoModeration, 'stopping'>;
  cohortChannelOf: CohortChannelOf;
  clock: Clock;
}

export class Guard {
  private readonly work: RecentWork;

  constructor(private readonly parts: GuardParts) {
    this.work = new RecentWork(parts.recent);
  }

  /**
   * Whether what was typed may be shown, whatever becomes of it.
   * @throws UserError `secret-found`, `mass-mention`, `invite-link`, `auto-moderated`
   */
  async inspect(guildId: string, author: Writer, texts: Texts): Promise<void> {
    requireNoSecret(texts);
    const written = Object.values(texts);
    if (written.some(mentionsMany)) throw new UserError('mass-mention', { limit: mentionsAtMost });
    if (written.some(holdsInvitation) && !(await this.parts.guilds.settings(guildId)).invitesAllowed) {
      throw new UserError('invite-link', {});
    }
    if (!author.isManager) await this.obeyAutoModeration(guildId, author.roleIds ?? [], texts);
  }

  private async obeyAutoModeration(guildId: string, roleIds: readonly string[], texts: Texts): Promise<void> {
    const { guilds, autoModeration, cohortChannelOf } = this.parts;
    const settings = await guilds.settings(guildId);
    const channelId = settings.channelId ?? (await cohortChannelOf(guildId, settings));
    const message = await autoModeration.stopping(guildId, texts, { roleIds, channelId });
    if (message !== undefined) throw new UserError('auto-moderated', { message: message && plain(message) });
  }

  /** Whether `inspect` would refuse the texts: for those of a file, whose other entries are taken. */
  async refuses(guildId: string, author: Writer, texts: Texts): Promise<boolean> {
    try {
      await this.inspect(guildId, author, texts);
      return false;
    } catch (error) {
      if (error instanceof UserError) return true;
      throw error;
    }
  }

  /**
   * Whether an entry would be taken, without counting it.
   * @throws UserError `too-many-entries`, `duplicate-entry`, `duplicate-under-way`, `copied-entry`
   */
  async expect(guildId: string, author: Contributor, entry: NewWork): Promise<void> {
    await this.admit(guildId, author, workOf(entry), () => undefined);
  }

  /**
   * Keeps an entry by `keep`, unless it is one too many or was there before. When it fails, it does not count.
   * @throws UserError as `expect`, and whatever `keep` throws
   */
  async keep<Kept extends { number: number }>(
    guildId: string,
    author: Contributor,
    entry: NewWork,
    keep: () => Promise<Kept>,
  ): Promise<Kept> {
    return this.count(guildId, author, workOf(entry), async (work) => {
      const kept = await keep();
      work.number = kept.number;
      return kept;
    });
  }

  /**
   * Imports by `keep`, which counts as one contribution however many entries it brings.
   * @throws UserError `too-many-entries`, and whatever `keep` throws
   */
  async import<Kept>(guildId: string, author: Contributor, keep: () => Promise<Kept>): Promise<Kept> {
    return this.count(guildId, author, { type: 'import', challengeNumber: null, likeness: null }, keep);
  }

  private async count<Kept>(
    guildId: string,
    author: Contributor,
    offered: Offered,
    keep: (work: Work) => Promise<Kept>,
  ): Promise<Kept> {
    const work: Work = { ...offered, authorId: author.id, at: this.parts.clock().getTime(), number: null };
    let recent: GuildWork | undefined;
    await this.admit(guildId, author, offered, (all) => {
      recent = all;
      all.add(work);
    });
    try {
      return await keep(work);
    } catch (error) {
      recent?.remove(work);
      throw error;
    }
  }

  /** Nothing is waited for between the last look and `enter`, so that no two pass by one gap. */
  private async admit(
    guildId: string,
    { id, isModerator = false }: Contributor,
    offered: Offered,
    enter: (recent: GuildWork) => void,
  ): Promise<void> {
    const settings = await this.parts.guilds.settings(guildId);
    for (;;) {
      const now = this.parts.clock().getTime();
      const recent = await this.work.of(guildId, now);
      if (!isModerator) requireRoom(recent.by(id), settings, now);
      const duplicate = duplicateOf(recent, id, offered);
      if (!duplicate) return enter(recent);
      await this.refuse(guildId, duplicate);
      // It was deleted or hidden since, so it is compared no more.
      recent.forgetWords(duplicate.work);
    }
  }

  /** @throws UserError, unless the entry that was there before is no longer to be seen */
  private async refuse(guildId: string, { work: { number }, likeness }: Duplicate): Promise<void> {
    if (number === null) throw new UserError('duplicate-under-way', {});
    const place = await this.parts.recent.placeOf(guildId, number);
    if (place === undefined) return;
    const link = place && `https://discord.com/channels/${guildId}/${place.channelId}/${place.messageId}`;
    if (likeness === 'of-another') throw new UserError('copied-entry', { number, link });
    throw new UserError('duplicate-entry', { number, link, isNear: likeness === 'near' });
  }
}

function workOf({ type, title, body, challengeNumber, draftId }: NewWork): Offered {
  return { type, challengeNumber, draftId, likeness: likenessOf(wordsOfWork(title, body)) };
}

function requireRoom(own: readonly Work[], settings: GuildSettings, now: number): void {
  const reached = reachedLimit(
    own.map(({ at }) => at),
    settings,
    now,
  );
  if (!reached) return;
  const { window, limit, freeAt } = reached;
  throw new UserError('too-many-entries', { window, limit, freeAt: Math.ceil(freeAt / 1_000) });
}

/** Moderators' own words, without what would be drawn as anything but words. */
function plain(message: string): string {
  return shortened(cleanLine(message), 150).replace(/[\\*_~`|<>@#[\]()]/g, '\\$&');
}
