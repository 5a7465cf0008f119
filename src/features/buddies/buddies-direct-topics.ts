/** What members get by direct message: their group where there is no thread, that they have none, and contacts. */
import { accents, container, text } from '../../discord/message/blocks.js';
import { catalogueFor } from '../../locales/catalogue.js';
import { deliverableForMs } from '../../outbox/backoff.js';
import { defineTopic, lanes, type Topic } from '../../outbox/topic.js';
import type { GroupTopicParts } from './buddies-group-topic.js';
import { stillHere } from './buddies-group-topic.js';
import { aloneView, contactLines, groupView } from './buddies-group-view.js';
import { type GroupPayload, groupKeyOf, topicNames } from './buddies-told-store.js';

interface AlonePayload {
  /** The round's ISO instant. */
  round: string;
  /** Their buddies can't take part after all. */
  isFewer?: boolean;
}

export interface AloneParts {
  /** Whether the member still takes part. */
  takesPart(guildId: string, userId: string): Promise<boolean>;
  participants(guildId: string): Promise<number>;
}

/** Their group, to each of its members. */
export function buddiesDirectTopic(parts: GroupTopicParts): Topic<GroupPayload> {
  const { store, told, languages, nameOf } = parts;
  return defineTopic<GroupPayload>({
    name: topicNames.direct,
    lane: lanes.direct,
    expiresAfterMs: deliverableForMs,
    async prepare({ guildId, payload, memberId }, now) {
      const group = await store.group(groupKeyOf(guildId, payload), now);
      if (!group || !memberId) return { drop: 'gone' };
      const here = await stillHere(parts, group);
      if (!here.some(({ id }) => id === memberId)) return { drop: 'left' };
      if (here.length < 2) return { drop: 'too-few' };
      const words = catalogueFor(...(await languages.languagesFor(guildId, memberId)));
      const direct = { guildName: await nameOf(guildId), readerId: memberId };
      const view = groupView(words, { ...group, members: here }, { direct });
      return { userId: memberId, view };
    },
    async settled(manager, { guildId, payload, memberId }, _place, now) {
      if (memberId) await told.oweQuestion(manager, groupKeyOf(guildId, payload), memberId, now);
    },
    async dropped(manager, { guildId, payload, memberId }, reason, now) {
      if (reason !== 'too-few' || !memberId) return;
      await told.dissolve(manager, groupKeyOf(guildId, payload), [memberId], now);
    },
  });
}

/** Its key is the round and the member. */
export function buddiesAloneTopic(
  { languages, nameOf }: Pick<GroupTopicParts, 'languages' | 'nameOf'>,
  { takesPart, participants }: AloneParts,
): Topic<AlonePayload> {
  return defineTopic<AlonePayload>({
    name: topicNames.alone,
    lane: lanes.direct,
    expiresAfterMs: deliverableForMs,
    async prepare({ guildId, payload, memberId }) {
      if (!memberId || !(await takesPart(guildId, memberId))) return { drop: 'left' };
      const words = catalogueFor(...(await languages.languagesFor(guildId, memberId)));
      const isSingle = !payload.isFewer && (await participants(guildId)) < 2;
      const why = payload.isFewer ? 'fewer' : isSingle ? 'single' : 'leftOver';
      return { userId: memberId, view: aloneView(words, why, await nameOf(guildId)) };
    },
  });
}

/** Everybody in the group agreed: each gets the others' links. */
export function buddiesContactTopic({ store, languages }: GroupTopicParts): Topic<GroupPayload> {
  return defineTopic<GroupPayload>({
    name: topicNames.contact,
    lane: lanes.direct,
    expiresAfterMs: deliverableForMs,
    async prepare({ guildId, payload, memberId }, now) {
      const group = await store.group(groupKeyOf(guildId, payload), now);
      const others = group?.members.filter(({ id, sharesContact }) => id !== memberId && sharesContact) ?? [];
      if (!memberId || others.length === 0) return { drop: 'gone' };
      const words = catalogueFor(...(await languages.languagesFor(guildId, memberId)));
      const told = [words.buddies.answered.contactHeading, ...contactLines(words, others)];
      return { userId: memberId, view: { components: [container(accents.solution, text(told.join('\n')))] } };
    },
  });
}
