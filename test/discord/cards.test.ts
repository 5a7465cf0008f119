/** Cards over REST: which refusals are tried again at once, later, or never. */
import { DiscordAPIError, type REST } from 'discord.js';
import { pino } from 'pino';
import { describe, expect, it } from 'vitest';
import { Cards } from '../../src/discord/cards.js';
import type { EntryService } from '../../src/services/entry-service.js';
import type { GuildService, GuildSettings } from '../../src/services/guild-service.js';

const card = {
  messageId: '910000000000000001',
  channelId: '510000000000000001',
  guildId: '700000000000000001',
  entryNumber: 1,
  postedAt: new Date(0),
  staleSince: new Date(0),
};

/** Cards whose every request comes to this. */
function cardsOver(answer: () => Promise<unknown>) {
  const entry = { deletedAt: new Date(0), number: 1 };
  const entries = { any: async () => entry } as unknown as Pick<EntryService, 'any'>;
  const guilds: Pick<GuildService, 'settings'> = {
    settings: async () => ({ language: 'en' }) as GuildSettings,
  };
  return new Cards({ patch: answer } as unknown as REST, entries, guilds, pino({ level: 'silent' }));
}

const refused = (code: number, status: number) => async () => {
  throw new DiscordAPIError({ code, message: 'refused' }, code, status, 'PATCH', '/channels', { body: {} });
};

describe('a card that is brought up to date', () => {
  it.each([
    ['whose message was deleted', refused(10_008, 404), 'gone'],
    ['in a channel closed to the bot', refused(50_001, 403), 'closed'],
    ['in an archived thread', refused(50_083, 400), 'closed'],
    ['that Discord does not take', refused(50_035, 400), 'closed'],
    ['while Discord is in trouble', refused(0, 503), 'failed'],
    ['without an answer', () => Promise.reject(new Error('aborted')), 'failed'],
    ['as it should', async () => ({}), 'updated'],
  ])('%s', async (_name, answer, result) => {
    expect(await cardsOver(answer).updateCard(card)).toBe(result);
  });
});
