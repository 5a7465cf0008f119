/** Telling a group of each other in its private thread, and later asking them whether they met. */
import type { PrivateThreads } from '../../discord/private-threads.js';
import type { CohortChannelOf } from '../../entities/guild.js';
import { catalogueFor } from '../../locales/catalogue.js';
import { deliverableForMs } from '../../outbox/backoff.js';
import { defineTopic, isChannelRefused, lanes, type Prepared, type Topic } from '../../outbox/topic.js';
import type { GuildService } from '../guilds/index.js';
import type { LanguageService } from '../languages/index.js';
import { groupView, questionView } from './buddies-group-view.js';
import type { BuddyGroupContent, GroupMember } from './buddies-model.js';
import type { BuddiesStore } from './buddies-store.js';
import {
  askedAfterMs,
  type BuddyToldStore,
  type GroupPayload,
  groupKeyOf,
  topicNames,
} from './buddies-told-store.js';

export interface GroupTopicParts {
  store: Pick<BuddiesStore, 'group' | 'leave'>;
  told: BuddyToldStore;
  guilds: Pick<GuildService, 'settings'>;
  languages: Pick<LanguageService, 'languagesFor'>;
  threads: PrivateThreads;
  cohortChannelOf: CohortChannelOf;
  /** Whether somebody is still a member of the guild; rejects when that can't be known at the moment. */
  isMember(guildId: string, userId: string): Promise<boolean>;
  nameOf(guildId: string): Promise<string>;
}

/** Its key is the round and the group's number. */
export function buddiesGroupTopic(parts: GroupTopicParts): Topic<GroupPayload> {
  const { store, told, guilds, threads, cohortChannelOf } = parts;
  return defineTopic<GroupPayload>({
    name: topicNames.group,
    lane: lanes.channels,
    expiresAfterMs: deliverableForMs,
    async prepare({ guildId, payload, attempt, createdAt }, now): Promise<Prepared<GroupPayload>> {
      const key = groupKeyOf(guildId, payload);
      const group = await store.group(key, now);
      if (!group) return { drop: 'gone' };
      const here = await stillHere(parts, group);
      if (here.length < 2) return { drop: 'too-few' };
      const settings = await guilds.settings(guildId);
      const channelId = settings.channelId ?? (await cohortChannelOf(guildId, settings));
      if (payload.isDirect || !channelId) return { drop: 'direct' };
      const words = catalogueFor(settings.language);
      const name = words.buddies.threadName(payload.round.slice(0, 10), payload.number);
      const since = attempt > 1 ? createdAt : undefined;
      const threadId = group.threadId ?? (await threads.open({ guildId, channelId, name, since }));
      if (!threadId) return { drop: 'direct' };
      if (!group.threadId) await told.recordThread(key, threadId);
      for (const { id } of here) if (!(await threads.add(threadId, id))) return { drop: 'direct' };
      return { channelId: threadId, view: groupView(words, withOnly(group, here)) };
    },
    settled: (manager, { guildId, payload }, place, now) =>
      told.told(manager, groupKeyOf(guildId, payload), place, now),
    async dropped(manager, { guildId, payload }, reason, now) {
      const key = groupKeyOf(guildId, payload);
      const group = await store.group(key, now);
      const ids = group?.members.filter(({ isIn }) => isIn).map(({ id }) => id) ?? [];
      if (reason === 'direct') await told.oweDirect(manager, key, ids, now);
      if (reason === 'too-few') await told.dissolve(manager, key, ids, now);
    },
    async failed(_manager, { payload }, failure) {
      return isChannelRefused(failure) && !payload.isDirect ? { isDirect: true } : undefined;
    },
  });
}

/** In the thread, or to one member by direct message where the row names one. */
export function buddiesQuestionTopic({
  store,
  told,
  guilds,
  languages,
}: GroupTopicParts): Topic<GroupPayload> {
  return defineTopic<GroupPayload>({
    name: topicNames.question,
    lane: lanes.direct,
    expiresAfterMs: askedAfterMs + deliverableForMs,
    async prepare({ guildId, payload, memberId }, now) {
      const key = groupKeyOf(guildId, payload);
      const group = await store.group(key, now);
      if (!group || (await told.hasAnswered(key, memberId))) return { drop: 'answered' };
      if (memberId && !group.members.some(({ id, isIn }) => id === memberId && isIn)) return { drop: 'left' };
      if (memberId) {
        const words = catalogueFor(...(await languages.languagesFor(guildId, memberId)));
        return { userId: memberId, view: questionView(words, group) };
      }
      const words = catalogueFor((await guilds.settings(guildId)).language);
      return group.threadId
        ? { channelId: group.threadId, view: questionView(words, group) }
        : { drop: 'no-thread' };
    },
  });
}

/** Those of a group who take part, aren't muted and are members; who left takes part no longer. */
export async function stillHere(
  { store, isMember }: Pick<GroupTopicParts, 'store' | 'isMember'>,
  group: BuddyGroupContent,
): Promise<GroupMember[]> {
  const here: GroupMember[] = [];
  for (const member of group.members) {
    if (!member.isIn) continue;
    if (await isMember(group.guildId, member.id)) here.push(member);
    else await store.leave(group.guildId, member.id);
  }
  return here;
}

function withOnly(group: BuddyGroupContent, members: GroupMember[]): BuddyGroupContent {
  return { ...group, members };
}
