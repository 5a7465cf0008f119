/** Notifications: members learn what became of their contributions. */
import type { Core } from '../../core.js';
import { defineFeature } from '../../discord/feature.js';
import { guildOf } from '../../discord/guild-channels.js';
import type { LanguageService } from '../languages/index.js';
import { NoticeService } from './notice-service.js';
import { NoticeStore } from './notice-store.js';
import { noticeTopic } from './notice-topic.js';
import { noticesView } from './notices-view.js';

interface Needs extends Core {
  languages: LanguageService;
}

export default defineFeature({
  name: 'notifications',
  hooks: {
    async afterAnswer({ tell }, { guildId, actor, words, services }) {
      await services.notices.tell(guildId, actor.id, (notices) => tell(noticesView(words, notices)));
    },
  },
  topics: ({ client, languages, notices }) => [
    noticeTopic({
      languages,
      read: (ids) => notices.read(ids),
      nameOf: async (guildId) => (await guildOf(client, guildId)).name,
      onParked: () => notices.forgetWaiting(),
    }),
  ],
  services: ({ dataSource }: Needs) => ({ notices: new NoticeService(new NoticeStore(dataSource)) }),
});
