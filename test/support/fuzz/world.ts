/** Guilds of several kinds and their members, for random interactions. */
import type { Somebody, Where } from '../stage/interactions.js';
import { makeScene, type Scene } from '../stage/scene.js';
import type { Stage, StageGuild } from '../stage/stage.js';
import type { Dice } from './dice.js';

export interface World {
  guilds: StageGuild[];
  scenes: Scene[];
  people: { id: string; name: string; isBot: boolean; rights: Rights }[];
}

/** Their role in the first guild; it is different in the next one. */
type Rights = (typeof allRights)[number];
const allRights = [
  'owner',
  'manager',
  'moderator',
  'messages',
  'learner',
  'learner',
  'learner',
  'muted',
  'bot',
] as const;

const names = [
  'Amina',
  'K',
  '@everyone',
  '\u202Eaminа',
  '學生',
  'Zoë 👩‍👩‍👧‍👦',
  '**bold** `code`',
  'a'.repeat(32),
  '\u200b',
];

/** One guild that is set up, one that isn't, and one that belongs to another shard. */
export async function makeWorld(stage: Stage): Promise<World> {
  const people = allRights.map((rights, index) => ({
    id: `80000000000000000${index + 1}`,
    name: names[index] as string,
    isBot: rights === 'bot',
    rights,
  }));
  const mutedIds = [(people[7] as { id: string }).id];
  const scenes = [
    await makeScene(stage, { mutedIds }),
    await makeScene(stage, { mutedIds, isCached: false }),
  ];
  const guilds = [scenes[0] as Scene, stage.addGuild((people[0] as { id: string }).id), scenes[1] as Scene];
  for (const guild of guilds) for (const { id } of people) stage.rest.members.add(`${guild.id}:${id}`);
  stage.rest.closedDms.add((people[4] as { id: string }).id);
  for (const guild of guilds) stage.rest.closedChannels.add(guild.channels.moderators);
  return { guilds, scenes, people };
}

/** A member, as they are in this guild. */
export function somebodyIn(world: World, guild: StageGuild, dice: Dice): Somebody {
  const person = dice.pick(world.people);
  const turn = world.guilds.indexOf(guild);
  const rights = person.isBot ? 'bot' : (allRights[(world.people.indexOf(person) + turn * 3) % 8] as Rights);
  const permissions = { owner: String((1n << 53n) - 1n), manager: '32', messages: '8192' } as Record<
    string,
    string
  >;
  return {
    id: person.id,
    name: person.name,
    permissions: permissions[rights] ?? '0',
    roles: rights === 'moderator' ? [guild.roles.moderator] : dice.chance(0.1) ? [guild.roles.helper] : [],
    isBot: person.isBot,
  };
}

/** Mostly the cohort channel; sometimes a thread, a channel closed to the bot, or a direct message. */
export function placeAtRandom(stage: Stage, guild: StageGuild, dice: Dice): Where {
  const { prodevprojectnexus, general, moderators } = guild.channels;
  switch (dice.weighted({ cohort: 60, general: 25, closed: 5, thread: 6, direct: 2 })) {
    case 'cohort':
      return { guildId: guild.id, channelId: prodevprojectnexus };
    case 'general':
      return { guildId: guild.id, channelId: general };
    case 'closed':
      return { guildId: guild.id, channelId: moderators };
    case 'thread':
      return { guildId: guild.id, channelId: stage.newId(), channelType: 11 };
    default:
      return { channelId: stage.newId() };
  }
}
