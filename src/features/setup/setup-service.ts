/** Setting a guild up: what may be chosen, and that the digest is scheduled from then on. */

import type { DigestSection, GuildSettings, ReviewMode } from '../../entities/guild.js';
import { UserError } from '../../platform/user-error.js';
import { type DigestService, parseTime, parseTimezone } from '../digest/index.js';
import {
  type GuildService,
  type Inspector,
  type NeededPermission,
  type SetupRefusal,
  writingPermissions,
} from '../guilds/index.js';

/** What somebody chose; what is left out stays as it is. */
export interface SetupChanges {
  channelId?: string;
  /** Null for none. */
  logChannelId?: string | null;
  /** Null for none: then only members with Manage Server moderate. */
  moderatorRoleId?: string | null;
  language?: string;
  /** Zone or city as typed. */
  timezone?: string;
  /** ISO weekday, Monday = 1. */
  digestWeekday?: number;
  /** Time of day as typed. */
  digestTime?: string;
  /** Sections that the digest leaves out. */
  digestHidden?: DigestSection[];
  /** Whether an empty week brings a nudge. */
  digestNudges?: boolean;
  /** The role that a digest pings; null for none. */
  digestRoleId?: string | null;
  /** Whose entries a moderator looks at before others see them. */
  review?: ReviewMode;
  /** 1 to 50. */
  reviewBelow?: number;
  /** Whether entries may hold invitations to other servers. */
  invitesAllowed?: boolean;
  /** Contributions of one member: 1 to 500 in an hour, 1 to 1,000 in a day. */
  hourlyLimit?: number;
  dailyLimit?: number;
}

/** Who chooses. */
export interface Chooser {
  id: string;
  /** Has Manage Server, which handing out moderation takes. */
  isManager: boolean;
}

export interface SetupResult {
  /** The settings as they are now. */
  settings: GuildSettings;
  /** Not empty: nothing was changed, for these reasons. */
  refusals: readonly SetupRefusal[];
  /** Chosen channels and roles that have been deleted since. */
  gone: ReadonlySet<string>;
  /** The digest is to ping a role that a ping of the bot does not reach. */
  quietRole: boolean;
  /** Channels that were taken although the bot lacks something there. */
  lacking: readonly { channelId: string; missing: readonly NeededPermission[] }[];
  /** The channel that was chosen for the cohort, if not everybody in the guild can read it. */
  forSome: string | null;
}

export class SetupService {
  constructor(
    private readonly guilds: Pick<GuildService, 'settings' | 'change' | 'forget'>,
    private readonly digests: Pick<DigestService, 'schedule'>,
    private readonly inspector: Pick<Inspector, 'missingIn' | 'existing' | 'mayPing' | 'isForEveryone'>,
  ) {}

  /** Somebody opened the set-up: from now on the guild counts as set up and its digest is scheduled. */
  async begin(guildId: string, actor: Chooser): Promise<SetupResult> {
    const { setUpAt, digestDueAt } = await this.guilds.settings(guildId);
    if (!setUpAt || !digestDueAt) await this.digests.schedule(guildId, {}, actor.id);
    return this.present(guildId);
  }

  /** How things stand, without changing anything. */
  async present(guildId: string): Promise<SetupResult> {
    // The digest moves its own next instant: what is remembered of it may be half a minute old.
    this.guilds.forget(guildId);
    const settings = await this.guilds.settings(guildId);
    const { channelId, logChannelId, moderatorRoleId, digestRoleId } = settings;
    const chosen = [channelId, logChannelId, moderatorRoleId, digestRoleId].filter((id) => id !== null);
    const existing = await this.inspector.existing(guildId, chosen);
    const gone = new Set(chosen.filter((id) => !existing.has(id)));
    const quietRole = digestRoleId !== null && !(await this.inspector.mayPing(guildId, digestRoleId));
    return { settings, refusals: [], gone, quietRole, lacking: [], forSome: null };
  }

  /**
   * Takes all of the changes or none of them, and logs them. The digest is scheduled by what holds then, and one that
   * waited for a channel is tried again.
   * @throws UserError `needs-manage-server` for the moderator role and the log channel, `unknown-timezone`,
   *   `invalid-time`; then nothing has changed
   */
  async change(guildId: string, changes: SetupChanges, actor: Chooser): Promise<SetupResult> {
    const { timezone, digestWeekday: weekday, digestTime: time, ...direct } = changes;
    const handsOutPower = changes.moderatorRoleId !== undefined || changes.logChannelId !== undefined;
    if (handsOutPower && !actor.isManager) throw new UserError('needs-manage-server', {});
    if (timezone !== undefined) parseTimezone(timezone);
    if (time !== undefined) parseTime(time);
    const { refusals, lacking } = await this.examine(guildId, changes);
    if (refusals.length > 0) return { ...(await this.present(guildId)), refusals };
    if (Object.values(direct).some((value) => value !== undefined)) {
      await this.guilds.change(guildId, direct, actor.id);
    }
    await this.digests.schedule(guildId, { timezone, weekday, time }, actor.id);
    const { channelId } = changes;
    const isForSome = channelId !== undefined && !(await this.inspector.isForEveryone(guildId, channelId));
    return { ...(await this.present(guildId)), lacking, forSome: isForSome ? channelId : null };
  }

  /**
   * Whether the bot may write in a channel that somebody chose.
   * @throws UserError `channel-gone`, `channel-closed`
   */
  async requireWritable(guildId: string, channelId: string): Promise<void> {
    const { refusals } = await this.examine(guildId, { channelId });
    if (refusals.some(({ code }) => code === 'channel-gone')) throw new UserError('channel-gone', {});
    if (refusals.length > 0) throw new UserError('channel-closed', { channelId });
  }

  private async examine(
    guildId: string,
    { channelId, logChannelId, moderatorRoleId, digestRoleId }: SetupChanges,
  ) {
    const refusals: SetupRefusal[] = [];
    const lacking: { channelId: string; missing: readonly NeededPermission[] }[] = [];
    for (const id of new Set([channelId, logChannelId])) {
      if (!id) continue;
      const missing = await this.inspector.missingIn(guildId, id);
      if (!missing) refusals.push({ code: 'channel-gone', channelId: id });
      else if (missing.some((permission) => writingPermissions.includes(permission))) {
        refusals.push({ code: 'channel-closed', channelId: id, missing });
      } else if (missing.length > 0) lacking.push({ channelId: id, missing });
    }
    // The role everybody has bears the guild's own id.
    if (moderatorRoleId === guildId) refusals.push({ code: 'everyone-as-moderators' });
    if (digestRoleId === guildId) refusals.push({ code: 'everyone-as-digest-role' });
    return { refusals, lacking };
  }
}
