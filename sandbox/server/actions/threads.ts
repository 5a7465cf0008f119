/** Threads: opened from a message or alone, joined, left, archived and brought back. */

import { GatewayIntentBits } from 'discord-api-types/v10';
import type { JsonObject } from '../json.js';
import { publishChannel, publishMessage } from '../publish.js';
import type { Sandbox } from '../sandbox.js';
import { type ChannelRecord, ChannelTypes, MessageFlag, type MessageRecord } from '../state/records.js';
import { discordTime } from '../views/people.js';
import { channelView, threadMemberView } from '../views/places.js';
import { permissionsIn } from './access.js';
import { channelChanged } from './channels.js';
import { createMessage } from './messages.js';

/** Minutes after which a thread is archived unless its maker says otherwise. */
const ARCHIVE_AFTER = 4_320;
const MINUTE = 60_000;
const THREAD_CREATED = 18;
const THREAD_STARTER = 21;

export interface NewThread {
  parent: ChannelRecord;
  ownerId: string;
  name: string;
  type?: number;
  autoArchiveDuration?: number;
  invitable?: boolean;
  rateLimitPerUser?: number;
  /** The message it hangs on; the thread then has that message's id. */
  message?: MessageRecord;
  /** Ids of the tags of a forum's post. */
  appliedTags?: string[];
}

export function openThread(sandbox: Sandbox, wanted: NewThread): ChannelRecord {
  const { state, ids, clock } = sandbox;
  const { parent, message } = wanted;
  const now = new Date(clock.now()).toISOString();
  const inAnnouncements = parent.type === ChannelTypes.announcement;
  const thread: ChannelRecord = {
    id: message?.id ?? ids.next(),
    type: wanted.type ?? (inAnnouncements ? ChannelTypes.announcementThread : ChannelTypes.publicThread),
    guildId: parent.guildId,
    name: wanted.name,
    topic: null,
    parentId: parent.id,
    position: 0,
    nsfw: parent.nsfw,
    rateLimitPerUser: wanted.rateLimitPerUser ?? parent.defaultThreadRateLimit ?? 0,
    overwrites: [],
    lastMessageId: null,
    thread: {
      ownerId: wanted.ownerId,
      archived: false,
      locked: false,
      invitable: wanted.invitable ?? true,
      autoArchiveDuration: wanted.autoArchiveDuration ?? parent.defaultAutoArchiveDuration ?? ARCHIVE_AFTER,
      archiveTimestamp: now,
      createTimestamp: now,
      members: [{ userId: wanted.ownerId, joinedAt: now }],
      messageCount: 0,
      totalSent: 0,
      appliedTags: wanted.appliedTags ?? [],
      isPinned: false,
    },
  };
  state.channels.set(thread.id, thread);
  if (message) {
    message.threadId = thread.id;
    message.flags |= MessageFlag.hasThread;
  }
  state.changed();
  publishChannel(sandbox, 'THREAD_CREATE', thread);
  if (message) publishMessage(sandbox, 'message-update', parent, message);
  sandbox.gateway.emit({
    name: 'THREAD_CREATE',
    intent: GatewayIntentBits.Guilds,
    guildId: thread.guildId,
    only: (application) => permissionsIn(sandbox, application.id, thread) !== 0n,
    data: (application) => {
      const member = threadMemberView(thread, application.id);
      return { ...channelView(state, thread), newly_created: true, ...(member && { member }) };
    },
  });
  if (message)
    createMessage(sandbox, {
      channel: thread,
      authorId: wanted.ownerId,
      body: {},
      type: THREAD_STARTER,
      referenceId: message.id,
    });
  else if (thread.type !== ChannelTypes.privateThread && parent.type !== ChannelTypes.forum)
    createMessage(sandbox, {
      channel: parent,
      authorId: wanted.ownerId,
      body: { content: wanted.name },
      type: THREAD_CREATED,
    });
  return thread;
}

export function joinThread(sandbox: Sandbox, thread: ChannelRecord, userId: string): void {
  const members = thread.thread?.members;
  if (!members || members.some((member) => member.userId === userId)) return;
  members.push({ userId, joinedAt: new Date(sandbox.clock.now()).toISOString() });
  const added = threadMemberView(thread, userId);
  // A bot that comes into a private thread hears of the thread itself for the first time.
  if (thread.type === ChannelTypes.privateThread && sandbox.state.applications.has(userId))
    sandbox.gateway.emit({
      name: 'THREAD_CREATE',
      intent: GatewayIntentBits.Guilds,
      guildId: thread.guildId,
      only: (application) => application.id === userId,
      data: () => ({ ...channelView(sandbox.state, thread), ...(added && { member: added }) }),
    });
  dispatchThreadMembers(sandbox, thread, { added_members: added ? [added] : [], removed_member_ids: [] });
}

export function leaveThread(sandbox: Sandbox, thread: ChannelRecord, userId: string): boolean {
  const data = thread.thread;
  if (!data?.members.some((member) => member.userId === userId)) return false;
  data.members = data.members.filter((member) => member.userId !== userId);
  dispatchThreadMembers(sandbox, thread, { added_members: [], removed_member_ids: [userId] });
  return true;
}

/** Brings an archived thread back, as posting in it does. */
export function reviveThread(sandbox: Sandbox, thread: ChannelRecord): void {
  setArchived(sandbox, thread, false);
  channelChanged(sandbox, thread);
}

export function setArchived(sandbox: Sandbox, channel: ChannelRecord, archived: boolean): void {
  if (!channel.thread || channel.thread.archived === archived) return;
  channel.thread.archived = archived;
  channel.thread.archiveTimestamp = new Date(sandbox.clock.now()).toISOString();
}

/** Archives the threads in which nothing happened for as long as they say; a pinned post of a forum stays. */
export function archiveQuietThreads(sandbox: Sandbox): void {
  const now = sandbox.clock.now();
  for (const channel of [...sandbox.state.channels.values()]) {
    const { thread } = channel;
    if (!thread || thread.archived || thread.isPinned) continue;
    const lastMessage =
      channel.lastMessageId === null ? undefined : sandbox.state.messages.get(channel.lastMessageId);
    const lastActivity = Math.max(
      Date.parse(thread.archiveTimestamp),
      lastMessage ? Date.parse(lastMessage.timestamp) : 0,
    );
    if (lastActivity + thread.autoArchiveDuration * MINUTE > now) continue;
    setArchived(sandbox, channel, true);
    channelChanged(sandbox, channel);
  }
}

export function threadMembersView(thread: ChannelRecord): JsonObject[] {
  return (thread.thread?.members ?? []).map((member) => ({
    id: thread.id,
    user_id: member.userId,
    join_timestamp: discordTime(member.joinedAt),
    flags: 1,
  }));
}

function dispatchThreadMembers(sandbox: Sandbox, thread: ChannelRecord, change: JsonObject): void {
  sandbox.state.changed();
  publishChannel(sandbox, 'THREAD_MEMBERS_UPDATE', thread);
  sandbox.gateway.emit({
    name: 'THREAD_MEMBERS_UPDATE',
    intent: GatewayIntentBits.Guilds,
    guildId: thread.guildId,
    only: (application) => permissionsIn(sandbox, application.id, thread) !== 0n,
    data: () => ({
      id: thread.id,
      guild_id: thread.guildId,
      member_count: thread.thread?.members.length ?? 0,
      ...change,
    }),
  });
}
