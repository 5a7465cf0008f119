/** The private thread of a project's owner and someone who is interested, in the cohort channel. */
import {
  type APIThreadChannel,
  ChannelType,
  type Client,
  type RESTGetAPIGuildThreadsResult,
  Routes,
  SnowflakeUtil,
  ThreadAutoArchiveDuration,
} from 'discord.js';
import { isChannelTrouble, isKind, isRefused } from '../../discord/errors.js';
import { cut } from '../../platform/text.js';

/** Discord's bound of a thread's name. */
const nameLimit = 100;

/** A clock of ours may be ahead of Discord's by this (ms). */
const clockSkewMs = 60_000;

export interface WantedThread {
  guildId: string;
  /** The channel it is in. */
  channelId: string;
  name: string;
  memberIds: readonly string[];
  /** No thread of ours from before this is the one. */
  since: Date;
}

export class DiscordProjectThreads {
  constructor(private readonly client: Pick<Client, 'rest'>) {}

  /**
   * Opens the thread, or finds the one that an earlier attempt opened; gives its id. Undefined when Discord doesn't let
   * the bot open one there.
   * @throws what Discord answers other than a refusal
   */
  async open(wanted: WantedThread): Promise<string | undefined> {
    try {
      const id = (await this.find(wanted)) ?? (await this.create(wanted));
      for (const memberId of wanted.memberIds) await this.add(id, memberId);
      return id;
    } catch (error) {
      if (isChannelTrouble(error) || isKind(error, 'threads-full')) return undefined;
      throw error;
    }
  }

  private async create({ channelId, name }: WantedThread): Promise<string> {
    const thread = (await this.client.rest.post(Routes.threads(channelId), {
      body: {
        name: cut(name, nameLimit),
        type: ChannelType.PrivateThread,
        invitable: false,
        auto_archive_duration: ThreadAutoArchiveDuration.OneWeek,
      },
    })) as APIThreadChannel;
    return thread.id;
  }

  /** A crash between opening a thread and noting it must not leave two. */
  private async find({ guildId, channelId, name, since }: WantedThread): Promise<string | undefined> {
    const { rest } = this.client;
    const { id: ownId } = (await rest.get(Routes.user())) as { id: string };
    const { threads } = (await rest.get(Routes.guildActiveThreads(guildId))) as RESTGetAPIGuildThreadsResult;
    return threads.find(
      (thread) =>
        'parent_id' in thread &&
        'owner_id' in thread &&
        thread.owner_id === ownId &&
        thread.parent_id === channelId &&
        thread.name === cut(name, nameLimit) &&
        SnowflakeUtil.timestampFrom(thread.id) >= since.getTime() - clockSkewMs,
    )?.id;
  }

  /** Someone who left or can't see the channel is mentioned all the same. */
  private async add(threadId: string, memberId: string): Promise<void> {
    await this.client.rest.put(Routes.threadMembers(threadId, memberId)).catch((error: unknown) => {
      if (!isRefused(error)) throw error;
    });
  }
}
