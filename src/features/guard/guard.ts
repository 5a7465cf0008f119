/** The input guard: checks everything a member writes before any of it is stored or posted. */

import type { CohortChannelOf, GuildSettings } from '../../entities/guild.js';
import type { Author } from '../../entities/member.js';
import type { Clock } from '../../platform/clock.js';
import { messageLink } from '../../platform/discord-links.js';
import { cleanLine, cleanText, shortened } from '../../platform/text.js';
import { UserError } from '../../platform/user-error.js';
import type { GuildService } from '../guilds/index.js';
import { type FoundSecret, refuseSecret, type Texts } from '../secrets/index.js';
import type { AutoModeration } from './auto-moderation.js';
import { type Duplicate, duplicateOf, type Offered } from './duplicates.js';
import { type Inspector, portioned } from './inspection.js';
import { likenessOf } from './likeness.js';
import { reachedLimit } from './limits.js';
import { Pace } from './pace.js';
import { holdsInvitation, mentionsAtMost, mentionsMany } from './pings.js';
import type { RecentStore } from './recent-store.js';
import { type GuildWork, RecentWork, type Work, wordsOfWork } from './recent-work.js';

/** Who writes. */
export interface Contributor extends Author {
  isModerator?: boolean;
  /** Has Manage Server: Discord's AutoMod lets those through as well. */
  isManager?: boolean;
  roleIds?: readonly string[];
  /** Where the card of what they write is shown. */
  cardChannelId?: string;
}

/** An author whose texts don't count towards the limits. */
export type Writer = Pick<Contributor, 'id' | 'roleIds' | 'isManager'>;

/** An entry as it would be stored. */
export interface NewWork {
  type: 'learning' | 'challenge' | 'solution';
  title: string | null;
  body: string;
  challengeNumber: number | null;
  draftId?: string;
}

/** A contribution that counts already, while it is being stored. */
export interface Reservation {
  /** It is stored under this number. */
  stored(number: number): void;
  /** It was not stored, so it does not count. */
  release(): void;
}

export interface GuardParts {
  guilds: Pick<GuildService, 'settings'>;
  recent: Pick<RecentStore, 'since' | 'placeOf'>;
  autoModeration: Pick<AutoModeration, 'stopping'>;
  inspector: Inspector;
  cohortChannelOf: CohortChannelOf;
  clock: Clock;
}

type Paced = Pick<Contributor, 'id' | 'isModerator'>;

export class Guard {
  private readonly work: RecentWork;
  private readonly pace = new Pace();

  constructor(private readonly parts: GuardParts) {
    this.work = new RecentWork(parts.recent);
  }

  /**
   * Whether texts may be shown, whatever becomes of them. Give them as they will be stored; as they were typed, the
   * verdict is the same.
   * @throws UserError `secret-found`, `mass-mention`, `invite-link`, `auto-moderated`, `text-too-slow`
   */
  async inspect(guildId: string, author: Writer, texts: Texts): Promise<void> {
    const [refusal] = await this.verdicts(guildId, author, [texts]);
    if (refusal) throw refusal;
  }

  /**
   * Whether a member may post once more what is there already: five times in ten minutes.
   * @throws UserError `too-often`
   */
  requirePace(guildId: string, author: Paced): void {
    const freeAt = this.takePace(guildId, author);
    if (freeAt !== undefined) throw new UserError('too-often', { freeAt: Math.ceil(freeAt / 1_000) });
  }

  /** The same for what is done in any case: whether it may ping somebody as well. */
  mayPing(guildId: string, author: Paced): boolean {
    return this.takePace(guildId, author) === undefined;
  }

  /** Undefined when it was taken, else when (ms) it is free again; moderators have no pace. */
  private takePace(guildId: string, { id, isModerator = false }: Paced): number | undefined {
    return isModerator ? undefined : this.pace.take(`${guildId}:${id}`, this.parts.clock().getTime());
  }

  /** For each of the texts of a file whether `inspect` would refuse them: the others are taken. */
  async refusedAmong(guildId: string, author: Writer, texts: readonly Texts[]): Promise<boolean[]> {
    return (await this.verdicts(guildId, author, texts)).map((refusal) => refusal !== undefined);
  }

  /**
   * Refuses a file of which nothing is kept when it holds a secret: as it came, or as it was read.
   * @throws UserError `secret-in-file`, `readme-too-heavy`
   */
  async inspectFile(name: string, raw: string, read: unknown): Promise<void> {
    const found = await this.parts.inspector
      .inspect({ kind: 'file', name, raw, read })
      .catch(() => Promise.reject(new UserError('readme-too-heavy', {})));
    if (found) throw new UserError('secret-in-file', found);
  }

  private async verdicts(
    guildId: string,
    author: Writer,
    typed: readonly Texts[],
  ): Promise<(UserError | undefined)[]> {
    const { guilds, inspector } = this.parts;
    const texts = typed.map(cleaned);
    const secrets: (FoundSecret | null)[] = [];
    for (const portion of portioned(texts)) {
      const found = await inspector
        .inspect({ kind: 'secrets', texts: portion })
        .catch(() => Promise.reject(new UserError('text-too-slow', {})));
      secrets.push(...found);
    }
    const { invitesAllowed } = await guilds.settings(guildId);
    const stopped = author.isManager
      ? []
      : await this.stoppedByAutoModeration(guildId, author.roleIds ?? [], texts);
    return texts.map((one, index) => {
      const written = Object.values(one);
      const message = stopped[index];
      try {
        refuseSecret(secrets[index]);
        if (written.some(mentionsMany)) throw new UserError('mass-mention', { limit: mentionsAtMost });
        if (!invitesAllowed && written.some(holdsInvitation)) throw new UserError('invite-link', {});
        if (message !== undefined)
          throw new UserError('auto-moderated', { message: message && plain(message) });
        return undefined;
      } catch (error) {
        if (error instanceof UserError) return error;
        throw error;
      }
    });
  }

  private async stoppedByAutoModeration(
    guildId: string,
    roleIds: readonly string[],
    texts: readonly Texts[],
  ): Promise<(string | null | undefined)[]> {
    const { guilds, autoModeration, cohortChannelOf } = this.parts;
    const settings = await guilds.settings(guildId);
    const channelId = settings.channelId ?? (await cohortChannelOf(guildId, settings));
    return autoModeration.stopping(guildId, texts, { roleIds, channelId });
  }

  /**
   * Whether an entry would be taken, without counting it.
   * @throws UserError `too-many-entries`, `duplicate-entry`, `duplicate-under-way`, `copied-entry`
   */
  async expect(guildId: string, author: Contributor, entry: NewWork): Promise<void> {
    await this.admit(guildId, author, workOf(entry), () => undefined);
  }

  /**
   * Counts an entry from now on, unless it is one too many or was there before. Its caller stores it, then says its
   * number, or releases it when that failed. It counts for the member who hands it in: its author, unless somebody saves it from
   * the chat.
   * @throws UserError as `expect`
   */
  async reserve(
    guildId: string,
    author: Contributor,
    entry: NewWork,
    handedInBy = author,
  ): Promise<Reservation> {
    return this.count(guildId, author, workOf(entry), handedInBy);
  }

  /**
   * The same for an import, which counts as one contribution however many entries it brings.
   * @throws UserError `too-many-entries`
   */
  async reserveImport(guildId: string, author: Contributor): Promise<Reservation> {
    return this.count(guildId, author, { type: 'import', challengeNumber: null, likeness: null });
  }

  private async count(
    guildId: string,
    author: Contributor,
    offered: Offered,
    handedInBy = author,
  ): Promise<Reservation> {
    const at = this.parts.clock().getTime();
    const work: Work = { ...offered, authorId: author.id, handedInBy: handedInBy.id, at, number: null };
    let recent: GuildWork | undefined;
    const enter = (all: GuildWork) => {
      recent = all;
      all.add(work);
    };
    await this.admit(guildId, author, offered, enter, handedInBy);
    return {
      stored(number) {
        work.number = number;
      },
      release: () => recent?.remove(work),
    };
  }

  /** Nothing is waited for between the last look and `enter`, so that no two pass by one gap. */
  private async admit(
    guildId: string,
    author: Contributor,
    offered: Offered,
    enter: (recent: GuildWork) => void,
    { id, isModerator = false } = author,
  ): Promise<void> {
    const settings = await this.parts.guilds.settings(guildId);
    for (;;) {
      const now = this.parts.clock().getTime();
      const recent = await this.work.of(guildId, now);
      if (!isModerator) requireRoom(recent.handedInBy(id), settings, now);
      const duplicate = duplicateOf(recent, author.id, offered);
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
    const link = place && messageLink(guildId, place.channelId, place.messageId);
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

const cleaned = (texts: Texts): Texts =>
  Object.fromEntries(Object.entries(texts).map(([name, text]) => [name, cleanText(text)]));

/** Moderators' own words, without what would be drawn as anything but words. */
function plain(message: string): string {
  return shortened(cleanLine(message), 150).replace(/[\\*_~`|<>@#[\]()]/g, '\\$&');
}
