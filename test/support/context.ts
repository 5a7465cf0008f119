/** What a handler gets, with just the services it asks for: each method may give the part of its result that matters. */
import type { Context } from '../../src/discord/define.js';
import { Guild } from '../../src/entities/guild.js';
import { en } from '../../src/locales/en/index.js';

type Part<T> = T extends Date | readonly unknown[] ? T : T extends object ? Partial<T> : T;
type PartOf<Result> = Result extends Promise<infer T> ? Promise<Part<T>> : Part<Result>;
type Fake<T> = T extends (...args: infer Args) => infer Result
  ? (...args: Args) => PartOf<Result>
  : { [Key in keyof T]: Fake<T[Key]> };

/**
 * The context of a learner in a guild with the default settings. The handler it is handed to says which services it
 * must have: `command.run(interaction, contextWith({ digests: { status: async () => ({ nextDueAt }) } }))`.
 */
export function contextWith<Services extends object>(
  services: Fake<NoInfer<Services>>,
  changed: Partial<Omit<Context, 'services'>> = {},
): Context<Services> {
  const guildId = '700000000000000001';
  return {
    guildId,
    channelId: '510000000000000001',
    cohortChannelId: '510000000000000001',
    actor: {
      id: '800000000000000001',
      displayName: 'Amina',
      isModerator: false,
      isManager: false,
      roleIds: [],
      isBot: false,
      cardChannelId: '510000000000000001',
    },
    settings: Object.assign(new Guild(), { id: guildId, timezone: 'Africa/Nairobi', language: 'en' }),
    words: en,
    cohortWords: en,
    locale: 'en-US',
    discordLocale: 'en-US',
    // Fakes give parts of results; which parts matter is the test's to know.
    services: services as unknown as Services,
    ...changed,
  };
}
