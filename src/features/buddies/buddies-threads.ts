/** Private threads of groups: opened once in the cohort's channel, with the group in them. */
import { type APIThreadChannel, ChannelType, type REST, Routes, ThreadAutoArchiveDuration } from 'discord.js';
import { isKind, isRefused } from '../../discord/errors.js';

export interface BuddyThreads {
  /**
   * The thread of this name in the channel; with `mayExist` an earlier attempt's is looked for first. Undefined when Discord
   * lets the bot open none.
   * @throws when no answer came, or none that says whether there is one
   */
  open(
    place: { guildId: string; channelId: string },
    name: string,
    mayExist: boolean,
  ): Promise<string | undefined>;
  /**
   * Brings a member into a thread; false when they can't be brought in.
   * @throws when no answer came
   */
  add(threadId: string, userId: string): Promise<boolean>;
}

export class DiscordBuddyThreads implements BuddyThreads {
  constructor(
    private readonly rest: Pick<REST, 'get' | 'post' | 'put'>,
    private readonly applicationId: () => string,
  ) {}

  async open(
    { guildId, channelId }: { guildId: string; channelId: string },
    name: string,
    mayExist: boolean,
  ): Promise<string | undefined> {
    const known = mayExist ? await this.find(guildId, channelId, name) : undefined;
    if (known) return known;
    try {
      const thread = (await this.rest.post(Routes.threads(channelId), {
        body: {
          name,
          type: ChannelType.PrivateThread,
          invitable: false,
          auto_archive_duration: ThreadAutoArchiveDuration.OneWeek,
        },
      })) as APIThreadChannel;
      return thread.id;
    } catch (error) {
      if (isRefused(error)) return undefined;
      throw error;
    }
  }

  async add(threadId: string, userId: string): Promise<boolean> {
    try {
      await this.rest.put(Routes.threadMembers(threadId, userId));
      return true;
    } catch (error) {
      // Members who can't see the channel can't be brought in either.
      if (isKind(error, 'member-gone', 'no-access', 'no-permission')) return false;
      throw error;
    }
  }

  private async find(guildId: string, channelId: string, name: string): Promise<string | undefined> {
    const { threads } = (await this.rest.get(Routes.guildActiveThreads(guildId))) as {
      threads: APIThreadChannel[];
    };
    return threads.find(
      (thread) =>
        thread.parent_id === channelId && thread.name === name && thread.owner_id === this.applicationId(),
    )?.id;
  }
}
