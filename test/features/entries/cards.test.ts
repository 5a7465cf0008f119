/** Cards over REST: which refusals are tried again at once, later, or never. */
import { DiscordAPIError, type REST } from 'discord.js';
import { pino } from 'pino';
import { describe, expect, it } from 'vitest';
import type { GuildSettings } from '../../../src/entities/guild.js';
import { Cards } from '../../../src/features/entries/cards.js';
import type { EntryService } from '../../../src/features/entries/entry-service.js';
import type { GuildService } from '../../../src/features/guilds/guild-service.js';
import { noPictures, onMessage } from '../../../src/features/pictures/index.js';

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
  const pictures = { onCard: async () => noPictures };
  return new Cards(
    { patch: answer } as unknown as REST,
    entries,
    guilds,
    pino({ level: 'silent' }),
    pictures,
  );
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

describe('a card with pictures', () => {
  const picture = { position: 1, fileName: 'picture-1.png', alt: null, sourceUrl: null };
  const attachments = [
    { id: '5', filename: 'picture-1.png', url: 'https://cdn/5' },
    { id: '6', filename: 'other.png', url: 'https://cdn/6' },
  ];

  async function updated(read: () => Promise<unknown>) {
    const sent: unknown[] = [];
    const rest = {
      get: read,
      patch: async (_route: string, { body }: { body: unknown }) => void sent.push(body),
    };
    const entry = { deletedAt: new Date(0), number: 1, pictures: [picture] };
    const result = await new Cards(
      rest as unknown as REST,
      { any: async () => entry as never },
      { settings: async () => ({ language: 'en' }) as GuildSettings },
      pino({ level: 'silent' }),
      { onCard: async (owner, found) => onMessage(owner, found) },
    ).updateCard(card);
    return { result, sent };
  }

  it('is read first, and its files are named in the edit, those of the entry alone', async () => {
    const { result, sent } = await updated(async () => ({ attachments }));
    expect(result).toBe('updated');
    expect(sent).toMatchObject([{ attachments: [{ id: '5', filename: 'picture-1.png' }] }]);
  });

  it('finds a file that only its gallery names', async () => {
    const media = { url: 'https://cdn/attachments/1/7/picture-1.png?ex=1', attachment_id: '7' };
    const components = [{ type: 17, components: [{ type: 12, items: [{ media }] }] }];
    const { sent } = await updated(async () => ({ attachments: [], components }));
    expect(sent).toMatchObject([{ attachments: [{ id: '7', filename: 'picture-1.png' }] }]);
  });

  it('is not touched when it cannot be read', async () => {
    expect(await updated(refused(10_008, 404))).toEqual({ result: 'gone', sent: [] });
    expect(await updated(refused(0, 503))).toEqual({ result: 'failed', sent: [] });
  });
});
