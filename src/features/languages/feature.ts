/** Languages: what each member reads. */
import type { Core } from '../../core.js';
import { defineFeature } from '../../discord/feature.js';
import type { GuildService } from '../guilds/index.js';
import { LanguageService } from './language-service.js';
import { LanguageStore } from './language-store.js';

interface Needs extends Core {
  guilds: GuildService;
}

export default defineFeature({
  name: 'languages',
  hooks: {
    afterAnswer: (_answered, { guildId, actor, discordLocale, services }) =>
      services.languages.saw(guildId, actor.id, discordLocale),
  },
  services: ({ clock, dataSource, guilds }: Needs) => ({
    languages: new LanguageService(new LanguageStore(dataSource), guilds, clock),
  }),
});
