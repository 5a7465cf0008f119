/** Profiles: what members tell of themselves and their project, each of themselves alone. */

import type { Author } from '../../entities/member.js';
import {
  type MemberProject,
  type Profile,
  profileBounds,
  type SharedFigures,
  type Track,
  tracks,
} from '../../entities/profile.js';
import type { Clock } from '../../platform/clock.js';
import { cleanLine, cleanLink, cleanText, shortened } from '../../platform/text.js';
import { UserError } from '../../platform/user-error.js';
import type { ReadmeProfile } from '../../readme/document.js';
import type { MemberBadges } from '../badges/index.js';
import type { Guard, MuteCheck } from '../guard/index.js';
import type { ProfileStore } from './profile-store.js';

/** What a member typed of their project, untouched; empty takes away what was there. */
export interface TypedProject {
  track: string;
  projectName: string;
  repository: string;
  objective: string;
  summary: string;
}

/** A member as others see them. */
export interface MemberProfile {
  userId: string;
  profile: Profile | undefined;
  figures: SharedFigures;
  earned: MemberBadges;
  projects: MemberProject[];
}

export class ProfileService {
  constructor(
    private readonly store: Pick<ProfileStore, 'badges' | 'find' | 'write' | 'figures' | 'projects'>,
    private readonly clock: Clock,
    private readonly guard: Pick<Guard, 'inspect'>,
    private readonly mutes: MuteCheck,
  ) {}

  /** A member's profile and figures, to be shown to `viewerId`: links not agreed to are their owner's alone. */
  async view(guildId: string, userId: string, viewerId: string): Promise<MemberProfile> {
    const [profile, figures, earned, projects] = await Promise.all([
      this.store.find(guildId, userId),
      this.store.figures(guildId, userId),
      this.store.badges(guildId, userId, this.clock()),
      this.store.projects(guildId, userId),
    ]);
    const hidesLinks = profile && !profile.linksShownAt && userId !== viewerId;
    return { userId, figures, earned, projects, profile: hidesLinks ? { ...profile, links: [] } : profile };
  }

  /** The member's own profile, whole; undefined before they wrote one. */
  async own(guildId: string, userId: string): Promise<Profile | undefined> {
    return this.store.find(guildId, userId);
  }

  /** @throws UserError `muted`, `text-too-long`, `link-not-http`, `link-too-long`, and as `Guard.inspect` */
  async editProject(guildId: string, author: Author, typed: TypedProject): Promise<void> {
    await this.mutes.requireUnmuted(guildId, author.id);
    const changes = {
      track: trackOf(typed.track),
      projectName: bounded('projectName', cleanLine(typed.projectName)),
      repository: cleanLink(typed.repository),
      objective: bounded('objective', cleanText(typed.objective)),
      summary: bounded('summary', cleanText(typed.summary)),
    };
    const { projectName, repository, objective, summary } = changes;
    await this.guard.inspect(guildId, author, {
      projectName: projectName ?? '',
      repository: repository ?? '',
      objective: objective ?? '',
      summary: summary ?? '',
    });
    await this.store.write(guildId, author, changes, { at: this.clock() });
  }

  /**
   * Sets the links, one a line, and whether others may see them.
   * @throws UserError `muted`, `too-many-links`, `link-not-http`, `link-too-long`, and as `Guard.inspect`
   */
  async editLinks(
    guildId: string,
    author: Author,
    typed: { links: string; areShown: boolean },
  ): Promise<void> {
    await this.mutes.requireUnmuted(guildId, author.id);
    const links = [
      ...new Set(
        typed.links
          .split(/[\s,]+/)
          .map(cleanLink)
          .filter((link) => link !== null),
      ),
    ];
    if (links.length > profileBounds.links)
      throw new UserError('too-many-links', { limit: profileBounds.links });
    await this.guard.inspect(guildId, author, { links: links.join('\n') });
    const at = this.clock();
    const linksShownAt = typed.areShown && links.length > 0 ? at : null;
    await this.store.write(guildId, author, { links, linksShownAt }, { at });
  }

  /** Whether the member may be pinged about challenges that stay open and have tags they used. */
  async askAboutChallenges(guildId: string, author: Author, isWanted: boolean): Promise<void> {
    const at = this.clock();
    await this.store.write(guildId, author, { remindersSince: isWanted ? at : null }, { at });
  }

  /** Whether others may save the member's messages as entries. */
  async letOthersSave(guildId: string, author: Author, isAllowed: boolean): Promise<void> {
    const at = this.clock();
    await this.store.write(guildId, author, { savingRefusedAt: isAllowed ? null : at }, { at });
  }

  /**
   * Fills what is empty in the member's profile with what their document says; what they wrote themselves stays.
   * Nothing is refused: a text beyond its bounds is cut, an address that is none is left out.
   */
  async fill(guildId: string, author: Author, facts: ReadmeProfile): Promise<void> {
    const text = (name: 'projectName' | 'objective' | 'summary', clean: (raw: string) => string) =>
      shortened(clean(facts[name] ?? ''), profileBounds[name]) || null;
    const changes = {
      track: facts.track,
      projectName: text('projectName', cleanLine),
      repository: linkOrNothing(facts.repository ?? ''),
      objective: text('objective', cleanText),
      summary: text('summary', cleanText),
    };
    if (Object.values(changes).every((value) => value === null)) return;
    await this.store.write(guildId, author, changes, { at: this.clock(), keepFilled: true });
  }
}

function trackOf(typed: string): Track | null {
  return tracks.find((track) => track === typed) ?? null;
}

/** Null for an empty text. */
function bounded(field: 'projectName' | 'objective' | 'summary', text: string): string | null {
  const limit = profileBounds[field];
  if (text.length > limit) throw new UserError('text-too-long', { field, length: text.length, limit });
  return text || null;
}

function linkOrNothing(raw: string): string | null {
  try {
    return cleanLink(raw);
  } catch {
    return null;
  }
}
