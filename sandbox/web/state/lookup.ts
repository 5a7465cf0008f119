/** Names of people and places for the components, made from what the viewer sees of the world. */
import { computed, type ReadonlySignal } from '@preact/signals';
import type { PlaceBot, PlaceChannel, PlaceGuild, PlaceMember, PlacesView } from '../../client/places.js';
import type { Channel, Lookup, Person, Role } from '../model.js';
import { words } from '../words/words.js';
import { isCategory, type Spot } from './address.js';
import { byPosition } from './order.js';

/** What a lookup is made from. */
interface Sources {
  places: ReadonlySignal<PlacesView | undefined>;
  spot: ReadonlySignal<Spot>;
  now: ReadonlySignal<number>;
}

interface Names {
  viewer: Person;
  people: Map<string, Person>;
  channels: Map<string, Channel>;
  roles: Map<string, Role>;
}

const NO_EMOJIS: Lookup['emojis'] = [];
const NOBODY: Omit<Person, 'name'> = { id: '0', username: 'nobody', isBot: false, roleIds: [] };

/** One lookup for the page's life; what is read of it follows the place and the clock. */
export function createLookup({ places, spot, now }: Sources): Lookup {
  const names = computed((): Names => {
    const view = places.value;
    if (!view)
      return {
        viewer: { ...NOBODY, name: words().somebody },
        people: new Map(),
        channels: new Map(),
        roles: new Map(),
      };
    return namesIn(view, spot.value.guild);
  });
  // The minute does not render lists again, and a message in a channel does not either: each list has its own signal.
  const people = computed(() => [...names.value.people.values()]);
  const channels = computed(() => [...names.value.channels.values()]);
  const roles = computed(() => [...names.value.roles.values()]);
  return {
    get viewer() {
      return names.value.viewer;
    },
    person: (id) => names.value.people.get(id),
    channel: (id) => names.value.channels.get(id),
    role: (id) => names.value.roles.get(id),
    get people() {
      return people.value;
    },
    get channels() {
      return channels.value;
    },
    get roles() {
      return roles.value;
    },
    get emojis() {
      return spot.value.guild?.emojis ?? NO_EMOJIS;
    },
    get now() {
      return now.value;
    },
  };
}

function namesIn(view: PlacesView, guild: PlaceGuild | undefined): Names {
  // In direct messages everybody the viewer shares a guild with has a name.
  const members = (guild ? [guild] : view.guilds).flatMap((one) =>
    one.members.map((member) => personOf(one, member)),
  );
  const bots = view.bots.map(({ id, name }) => ({ id, name, username: name, isBot: true, roleIds: [] }));
  const { id, username, displayName } = view.person;
  const self: Person = { id, name: displayName ?? username, username, isBot: false, roleIds: [] };
  const people = new Map<string, Person>();
  for (const person of [...members.sort(byName), ...bots, self])
    if (!people.has(person.id)) people.set(person.id, person);
  const channels = guild
    ? inOrder(guild.channels)
    : view.guilds.flatMap((one) => inOrder(one.channels)).concat(view.bots.flatMap(directChannelOf));
  const roles = (guild?.roles ?? []).map(({ id, name, color }) => ({ id, name, color: colorOf(color) }));
  return {
    viewer: people.get(id) ?? self,
    people,
    channels: new Map(channels.map((channel) => [channel.id, channel])),
    roles: new Map(roles.map((role) => [role.id, role])),
  };
}

/** A direct channel has the name of who is at its other end. */
function directChannelOf(bot: PlaceBot): PlaceChannel[] {
  return bot.channel ? [{ ...bot.channel, name: bot.name }] : [];
}

/** A member with the colour of their highest coloured role. */
export function personOf(guild: PlaceGuild, member: PlaceMember): Person {
  const coloured = guild.roles.find((role) => role.color !== 0 && member.roles.includes(role.id));
  return {
    id: member.userId,
    name: member.name,
    username: member.username,
    isBot: member.bot,
    color: coloured && colorOf(coloured.color),
    roleIds: member.roles,
  };
}

/** CSS's word for 0xRRGGBB; 0 is none. */
function colorOf(color: number): string | undefined {
  return color === 0 ? undefined : `#${color.toString(16).padStart(6, '0')}`;
}

/** As the channel list shows them: those of no category first, each category before its channels. */
export function inOrder(channels: readonly PlaceChannel[]): PlaceChannel[] {
  const sorted = [...channels].sort(byPosition);
  const within = (parentId: string): PlaceChannel[] =>
    sorted.filter((one) => one.parentId === parentId).flatMap((one) => [one, ...within(one.id)]);
  const known = new Set(sorted.map((one) => one.id));
  const roots = sorted.filter((one) => one.parentId === null || !known.has(one.parentId));
  return [...roots.filter((one) => !isCategory(one)), ...roots.filter(isCategory)].flatMap((one) => [
    one,
    ...within(one.id),
  ]);
}

function byName(first: Person, second: Person): number {
  return first.name.localeCompare(second.name, undefined, { sensitivity: 'base' });
}
