/** Delivering cards and threads when an answer got lost on its way, or a card was deleted by hand. */
import { DiscordAPIError, MessageFlags, type REST } from 'discord.js';
import { pino } from 'pino';
import { describe, expect, it } from 'vitest';
import { Cards } from '../../src/discord/cards.js';
import type { Context } from '../../src/discord/define.js';
import { deliverCard, deliverThread } from '../../src/discord/deliver.js';
import { Reply } from '../../src/discord/reply.js';
import type { CardPlace, EntryDetails } from '../../src/entities/entry-details.js';
import { en } from '../../src/locales/en/index.js';
import { note } from '../../src/views/blocks.js';

const guildId = '700000000000000001';
const channelId = '510000000000000001';
const log = pino({ level: 'silent' });

/** Discord, as far as it is told what to answer: by the beginning of `METHOD /route`. */
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
  const entries = { any: async () => undefined, view: async () => details() };
  const cards = {
    record: async (_guildId: string, _number: number, place: CardPlace) => void recorded.push(place),
    forget: async (messageId: string) => void forgotten.push(messageId),
  };
  const context = {
    guildId,
    channelId,
    cohortChannelId: channelId,
    words: en,
    services: { cards, entries },
  } as unknown as Context;
  const reply = new Reply(rest, {
    id: '910000000000000009',
    token: 'token',
    applicationId: '920000000000000001',
  });
  const parts = {
    cards: new Cards(rest, entries as never, { settings: async () => ({}) as never }, log),
    log,
  };
  return { recorded, forgotten, context, reply, parts };
}

describe('a card that is the answer', () => {
  const outcome = { kind: 'card', number: 12, isNew: true, view: note('The card') } as const;
  const lost = () => {
    throw new Error('aborted');
  };
  const original = 'GET /webhooks';

  it('and arrived although Discord’s word of it was lost is not posted once more', async () => {
    const { rest, asked } = discord({
      'POST /interactions': lost,
      [original]: () => ({ id: '900000000000000001', channel_id: channelId }),
    });
    const { recorded, context, reply, parts } = deliveryOver(rest);
    await deliverCard(parts, reply, outcome, 'public', context);
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
    const { recorded, context, reply, parts } = deliveryOver(rest);
    await deliverCard(parts, reply, outcome, 'public', context);
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

  it('on an entry whose first card was deleted by hand forgets that one and takes the next', async () => {
    const { rest } = discord({
      [`POST /channels/${channelId}/messages/900000000000000003`]: refuse(10_008, 404),
      [`POST /channels/${channelId}/messages/900000000000000004`]: () => ({ id: '900000000000000004' }),
      'POST /interactions': () => undefined,
    });
    const { forgotten, context, reply, parts } = deliveryOver(rest, () => entryWith('900000000000000004'));
    await deliverThread(parts, reply, { kind: 'thread', entry }, context);
    expect(forgotten).toEqual(['900000000000000003']);
  });

  it('without any other card says so', async () => {
    const { rest } = discord({ 'POST /channels': refuse(10_008, 404) });
    const { forgotten, context, reply, parts } = deliveryOver(rest, () => entryWith(undefined));
    await expect(deliverThread(parts, reply, { kind: 'thread', entry }, context)).rejects.toMatchObject({
      code: 'no-card',
    });
    expect(forgotten).toEqual(['900000000000000003']);
  });
});
