/** The page's address says who one is and where, and leads back there. */
import { describe, expect, it } from 'vitest';
import type { PlaceChannel, PlaceGuild, PlacesView } from '../../../sandbox/client/places.js';
import { addressOf, readAddress, spotOf, writeAddress } from '../../../sandbox/web/state/address.js';

const can = {
  send: true,
  manageMessages: false,
  addReactions: true,
  attachFiles: true,
  useCommands: true,
  createThreads: true,
};

function channel(id: string, name: string, more: Partial<PlaceChannel> = {}): PlaceChannel {
  return {
    id,
    name,
    type: 0,
    topic: null,
    parentId: null,
    position: Number(id),
    lastMessageId: null,
    can,
    ...more,
  };
}

function guild(id: string, channels: PlaceChannel[]): PlaceGuild {
  return {
    id,
    name: `Guild ${id}`,
    ownerId: '1',
    roles: [],
    members: [],
    channels,
    emojis: [],
    permissions: [],
  };
}

function places(guilds: PlaceGuild[], bots: PlacesView['bots'] = []): PlacesView {
  return { person: { id: '1', username: 'amina', displayName: null, locale: 'en-GB' }, guilds, bots };
}

const welcome = channel('11', 'welcome');
const talk = channel('12', 'talk', { lastMessageId: '99' });
const thread = channel('13', 'about it', { type: 11, parentId: '12' });
const direct = channel('14', '', { type: 1, botId: '7' });
const bot = { id: '7', name: 'Bot', connected: true, channel: direct };
const one = places([guild('1', [welcome, talk, thread])], [bot]);
const two = places([guild('1', [welcome, talk, thread]), guild('2', [channel('21', 'talk')])], [bot]);

describe('an address', () => {
  it.each([
    ['', {}],
    ['?as=amina', { as: 'amina' }],
    ['?as=amina&channel=talk&thread=13', { as: 'amina', channel: 'talk', thread: '13' }],
    ['?other=1&as=', {}],
  ])('%s is read', (search, address) => {
    expect(readAddress(search)).toEqual(address);
  });

  it('is written as it is read, whatever is in a name', () => {
    const address = { as: 'a&b=c', channel: 'naïve #1' };
    expect(readAddress(writeAddress(address).slice(1))).toEqual(address);
    expect(writeAddress({})).toBe('/');
  });

  it.each([
    ['a channel', one, { guild: one.guilds[0], channel: welcome }, '/?as=amina&channel=welcome'],
    ['a thread', one, { guild: one.guilds[0], channel: talk, thread }, '/?as=amina&channel=talk&thread=13'],
    ['direct messages', one, { bot, channel: direct }, '/?as=amina&channel=dm'],
    [
      'one of two guilds, where a name is not enough',
      two,
      { guild: two.guilds[1], channel: two.guilds[1]?.channels[0] },
      '/?as=amina&guild=2&channel=21',
    ],
  ])('leads back to %s', (_name, view, spot, written) => {
    const address = writeAddress(addressOf(view, 'amina', spot));
    expect(address).toBe(written);
    expect(spotOf(view, readAddress(address.slice(1)))).toEqual(spot);
  });

  it.each([
    ['nothing named: where something was written', {}, talk],
    ['a channel the person does not see', { channel: 'moderators' }, talk],
    ['an id', { channel: '11' }, welcome],
  ])('leads somewhere with %s', (_name, address, expected) => {
    expect(spotOf(one, address).channel).toEqual(expected);
  });

  it('leads nowhere without guilds and bots', () => {
    expect(spotOf(places([]), { channel: 'talk' })).toEqual({});
  });

  it('finds a thread by its own id, beside its channel', () => {
    expect(spotOf(one, { channel: '13' })).toMatchObject({ channel: talk, thread });
  });
});
