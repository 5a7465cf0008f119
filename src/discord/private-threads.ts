/** Private threads that the bot owes to some members: opened once in a channel, with the members in them. */
import {
  type APIThreadChannel,
  ChannelType,
  type Client,
  type REST,
  type RESTGetAPIGuildThreadsResult,
  Routes,
  SnowflakeUtil,
  ThreadAutoArchiveDuration,
} from 'discord.js';
import { cut } from '../platform/text.js';
import { isRefused } from './errors.js';

/** Discord's bound of a thread's name. */
const nameLimit = 100;

/** A clock of ours may be ahead of Discord's by this (ms). */
const clockSkewMs = 60_000;

export interface WantedThread {
  guildId: string;
  /** The channel it is in. */
  channelId: string;
  /** Cut to what Discord takes. */
  name: string;
  /** An earlier attempt may have opened it, since then: it is looked for first, so that a crash doesn't leave two. Undefined when none can have. */
  since: Date | undefined;
}

export interface PrivateThreads {
  /**
   * The thread's id. Undefined when Discord lets the bot open none there.
   * @throws when no answer came, or none that says whether there is one
   */
  open(wanted: WantedThread): Promise<string | undefined>;
  /**
   * Brings a member into a thread; false when they can't be brought in, as those who left or can't see the channel.
   * @throws when no answer came
   */
  add(threadId: string, userId: string): Promise<boolean>;
}

class DiscordPrivateThreads implements PrivateThreads {
  constructor(
    private readonly rest: Pick<REST, 'get' | 'post' | 'put'>,
    private readonly applicationId: () => string,
  ) {}

  async open(wanted: WantedThread): Promise<string | undefined> {
    const name = cut(wanted.name, nameLimit);
    const known = wanted.since && (await this.find(wanted, name, wanted.since));
    if (known) return known;
    try {
      const thread = (await this.rest.post(Routes.threads(wanted.channelId), {
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
      if (isRefused(error)) return false;
      throw error;
    }
  }

  private async find(
    { guildId, channelId }: WantedThread,
    name: string,
    since: Date,
  ): Promise<string | undefined> {
    const { threads } = (await this.rest.get(
      Routes.guildActiveThreads(guildId),
    )) as RESTGetAPIGuildThreadsResult;
    return threads.find(
      (thread) =>
        'parent_id' in thread &&
        'owner_id' in thread &&
        thread.owner_id === this.applicationId() &&
        thread.parent_id === channelId &&
        thread.name === name &&
        SnowflakeUtil.timestampFrom(thread.id) >= since.getTime() - clockSkewMs,
    )?.id;
  }
}

export const threadsOf = (client: Pick<Client, 'rest' | 'application' | 'user'>): PrivateThreads =>
  new DiscordPrivateThreads(client.rest, () => client.application?.id ?? client.user?.id ?? '');
