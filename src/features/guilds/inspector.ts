/** What the rules ask of Discord about the bot itself: its channels, its permissions, its commands, its connection. */
import type { NeededPermission, OptionalPermission } from './checkup-model.js';

/** The guild as Discord knows it at this moment. */
export interface GuildInspection {
  /** What the bot lacks in each of the channels asked for; a channel that is not listed does not exist any more. */
  missing: ReadonlyMap<string, readonly NeededPermission[]>;
  /** What the bot can do without and lacks in the cohort's channel, or in the guild when there is none. */
  missingOptional: readonly OptionalPermission[];
  /** Undefined when the role asked for does not exist any more, or none was asked for. */
  moderatorRole: { seesAdmin: boolean } | undefined;
  /** Until when the bot may not write anywhere, because somebody put it in time-out. */
  timedOutUntil: Date | null;
}

export interface Inspector {
  /** What the bot lacks in a channel; undefined when the guild has no such channel. As recent as the gateway is. */
  missingIn(guildId: string, channelId: string): Promise<readonly NeededPermission[] | undefined>;
  /** Those of the ids that are channels or roles of the guild. As recent as the gateway is. */
  existing(guildId: string, ids: readonly string[]): Promise<ReadonlySet<string>>;
  /** Whether everybody in the guild can read the channel; true for one that is gone. As recent as the gateway is. */
  isForEveryone(guildId: string, channelId: string): Promise<boolean>;
  /** Whether a ping of ours reaches the role; true for one that is gone. As recent as the gateway is. */
  mayPing(guildId: string, roleId: string): Promise<boolean>;
  /** Asks Discord again about the channels and the moderator role. */
  inspectGuild(
    guildId: string,
    channelIds: readonly string[],
    about: { moderatorRoleId: string | null; cohortId: string | undefined },
  ): Promise<GuildInspection>;
  /** Intents that the bot needs and did not connect with, by their names in Discord's API. */
  missingIntents(): readonly string[];
  /** Whether Discord has the commands as this version defines them. */
  commandsAreCurrent(): Promise<boolean>;
  /** How far this machine's clock is ahead of Discord's (ms, good to half a second); negative when behind. */
  clockAheadOfDiscord(): Promise<number>;
  /** The gateway's last round trip (ms); undefined when it has not been measured yet. */
  gatewayPing(guildId: string): number | undefined;
}
