/** Telling members what became of what they contributed: by direct message, or else at their next command. */

import { createHash, randomUUID } from 'node:crypto';
import type { EntityManager } from 'typeorm';
import { formerMember } from '../../entities/member.js';
import { catalogueFor } from '../../locales/catalogue.js';
import { deliverableForMs } from '../../outbox/backoff.js';
import { enqueue } from '../../outbox/enqueue.js';
import { defineTopic, lanes, type Topic } from '../../outbox/topic.js';
import type { LanguageService } from '../languages/index.js';
import type { NoticePayload, ToldNotice } from './notice-model.js';
import { noticesView } from './notices-view.js';

export const noticeTopicName = 'notice';

/** Notices of one message at most. */
export const noticeLimit = 5;

export type NewNotice = Omit<NoticePayload, 'facts'> & {
  guildId: string;
  memberId: string;
  createdAt: Date;
  facts?: NoticePayload['facts'];
};

/** Owes the notice; nobody is told what they did themselves, which is for the caller to see to. */
export async function leaveNotice(
  manager: Pick<EntityManager, 'query'>,
  { guildId, memberId, createdAt: at, kind, entryNumber, facts = {} }: NewNotice,
): Promise<void> {
  if (memberId === formerMember) return;
  const payload: NoticePayload = { kind, entryNumber, facts };
  await enqueue(manager, { guildId, topic: noticeTopicName, key: randomUUID(), memberId, payload, at });
}

export interface NoticeTopicParts {
  languages: Pick<LanguageService, 'languagesFor'>;
  /** What the notices of these rows say, in their order. */
  read(ids: readonly string[]): Promise<ToldNotice[]>;
  /** @throws what Discord answers when the guild cannot be read */
  nameOf(guildId: string): Promise<string>;
  /** Something waits for a member's next command. */
  onParked(): void;
}

export function noticeTopic({ languages, read, nameOf, onParked }: NoticeTopicParts): Topic<NoticePayload> {
  return defineTopic<NoticePayload>({
    name: noticeTopicName,
    lane: lanes.direct,
    linksEntries: true,
    bundle: noticeLimit,
    expiresAfterMs: deliverableForMs,
    isParked: true,
    nonce({ all }) {
      const keys = all.map(({ key }) => key).join(' ');
      return `n${createHash('sha256').update(keys).digest('hex').slice(0, 20)}`;
    },
    async prepare({ guildId, memberId, all }) {
      if (!memberId) return { drop: 'nobody' };
      const notices = await read(all.map(({ id }) => id));
      const words = catalogueFor(...(await languages.languagesFor(guildId, memberId)));
      const view = noticesView(words, notices, await nameOf(guildId));
      return { userId: memberId, view };
    },
    async dropped() {
      onParked();
    },
  });
}
