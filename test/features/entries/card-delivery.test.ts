/** Delivering cards and threads when an answer got lost on its way, or a card was deleted by hand. */
import { DiscordAPIError, MessageFlags, type REST } from 'discord.js';
import { pino } from 'pino';
import { describe, expect, it } from 'vitest';
import { note } from '../../../src/discord/message/blocks.js';
import { Reply } from '../../../src/discord/reply.js';
import type { CardPlace } from '../../../src/entities/card.js';
import { deliverCard, deliverThread } from '../../../src/features/entries/card-delivery.js';
import { Cards } from '../../../src/features/entries/cards.js';
import type { EntryDetails } from '../../../src/features/entries/entry-model.js';
import { noPictures } from '../../../src/features/pictures/index.js';
import { contextWith } from '../../support/context.js';

const guildId = '700000000000000001';
const channelId = '510000000000000001';
const log = pino({ level: 'silent' });

/** A stand-in for Discord that answers by the beginning of `METHOD /route`. */
function discord(answers: Record<string, () => unknown>) {
  const asked: string[] = [];
  const ask = (method: string) => async (route: string) => {
    asked.push(`${method} ${route}`);
    const answer = Object.entries(answers).find(([beginning]) => `${method} ${route}`.startsWith(beginning));
    if (!answer) throw new Error(`nobody expected ${method} ${route}`);
    return answer[1]();
  };
  const rest = { get: ask('GET'), post: ask('POST'), patch: ask('PATCH'), delete: ask('DELETE') };
  return { rest: rest as unknown as REST, asked };
}

const refuse = (code: number, status: number) => () => {
  throw new DiscordAPIError({ code, message: 'refused' }, code, status, 'POST', '/', { body: {} });
};

function deliveryOver(rest: REST, details: () => EntryDetails | undefined = () => undefined) {
  const recorded: CardPlace[] = [];
  const forgotten: string[] = [];
  const entries = { any: async () => undefined, view: async () => details() as EntryDetails };
  const cards = {
    record: async (_guildId: string, _number: number, place: CardPlace) => void recorded.push(place),
    forget: async (messageId: string) => void forgotten.push(messageId),
  };
  const reply = new Reply(rest, {
    id: '910000000000000009',
    token: 'token',
    applicationId: '920000000000000001',
  });
  const guilds = { settings: async () => ({}) as never };
  const cardPublisher = new Cards(rest, entries as never, guilds, log, { onCard: async () => noPictures });
  const placed: unknown[] = [];
  const pictures = { placed: async (...given: unknown[]) => void placed.push(given) };
  const services = { cards, cardPublisher, entries, log, pictures };
  const context = {
    ...contextWith<object>({}, { guildId, channelId, cohortChannelId: channelId }),
    services,
  };
  return { recorded, forgotten, placed, context, reply };
}

describe('a card that is the answer', () => {
  const outcome = { number: 12, isNew: true, view: note('The card') };
  const lost = () => {
    throw new Error('aborted');
  };
  const original = 'GET /webhooks';

  it('says where its pictures lie, whether it is the answer or posted', async () => {
    const view = { ...note('The card'), files: [{ name: 'picture-1.png', content: 'bytes' }] };
    const message = {
      id: '900000000000000001',
      channel_id: channelId,
      attachments: [{ id: '5', filename: 'picture-1.png', url: 'https://cdn/5' }],
    };
    const place = { channelId, messageId: message.id };
    const expected = [
      '700000000000000001',
      12,
      place,
      [{ id: '5', name: 'picture-1.png', url: 'https://cdn/5' }],
    ];
    const answering = discord({
      'POST /interactions': () => ({ resource: { message } }),
      'POST /channels': () => message,
      'POST /webhooks': () => ({}),
    });
    for (const visibility of ['public', 'ephemeral'] as const) {
      const { placed, context, reply } = deliveryOver(answering.rest);
      await deliverCard({ ...outcome, view }, { reply, visibility }, context);
      expect(placed).toEqual([expected]);
    }
  });

  it('that arrived although Discord’s answer was lost is not posted again', async () => {
    const { rest, asked } = discord({
      'POST /interactions': lost,
      [original]: () => ({ id: '900000000000000001', channel_id: channelId }),
    });
    const { recorded, context, reply } = deliveryOver(rest);
    await deliverCard(outcome, { reply, visibility: 'public' }, context);
    expect(recorded).toEqual([{ channelId, messageId: '900000000000000001' }]);
    expect(asked.filter((request) => request.includes('/channels/'))).toEqual([]);
  });

  it.each([
    ['did not arrive', refuse(10_015, 404)],
    [
      'left no more than a placeholder',
      () => ({ id: '9', channel_id: channelId, flags: MessageFlags.Loading }),
    ],
  ])('and %s is posted without the interaction', async (_name, answer) => {
    let callbacks = 0;
    const { rest } = discord({
      'POST /interactions': () => {
        callbacks += 1;
        if (callbacks === 1) throw new Error('aborted');
        return {};
      },
      [original]: answer,
      'POST /channels': () => ({ id: '900000000000000002' }),
    });
    const { recorded, context, reply } = deliveryOver(rest);
    await deliverCard(outcome, { reply, visibility: 'public' }, context);
    expect(recorded).toEqual([{ channelId, messageId: '900000000000000002' }]);
  });
});

describe('Discuss', () => {
  const entryWith = (messageId: string | undefined) =>
    ({
      number: 12,
      title: 'Volumes',
      card: messageId ? { channelId, messageId } : null,
    }) as EntryDetails;
  const entry = entryWith('900000000000000003');

  it('on an entry whose first card was deleted by hand forgets that card and uses the next', async () => {
    const { rest } = discord({
      [`POST /channels/${channelId}/messages/900000000000000003`]: refuse(10_008, 404),
      [`POST /channels/${channelId}/messages/900000000000000004`]: () => ({ id: '900000000000000004' }),
      'POST /interactions': () => undefined,
    });
    const { forgotten, context, reply } = deliveryOver(rest, () => entryWith('900000000000000004'));
    await deliverThread({ entry }, { reply }, context);
    expect(forgotten).toEqual(['900000000000000003']);
  });

  it('says so if there is no other card', async () => {
    const { rest } = discord({ 'POST /channels': refuse(10_008, 404) });
    const { forgotten, context, reply } = deliveryOver(rest, () => entryWith(undefined));
    await expect(deliverThread({ entry }, { reply }, context)).rejects.toMatchObject({
      code: 'no-card',
    });
    expect(forgotten).toEqual(['900000000000000003']);
  });
});
