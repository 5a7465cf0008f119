/** The sample cohort's world: its guild, channels, roles and people. */
import { INVITED_BOT_PERMISSIONS } from '../../sandbox/server/permissions.js';
import type { World, WorldMember } from '../../sandbox/server/world/world.js';
import type { Track, Username } from './types.js';

/** The cohort's time zone, for the times of the timeline. */
export const timeZone = 'Africa/Nairobi';

export const guildId = '812004417280901120';

export const channelIds = {
  welcome: '812004417280901121',
  cohort: '812004417280901122',
  help: '812004417280901123',
  moderators: '812004417280901124',
} as const;

export const roleIds = {
  moderator: '812004417280901130',
  backend: '812004417280901131',
  frontend: '812004417280901132',
} as const;

/** One person of the cohort: what the sandbox needs, and their profile. */
export interface Person {
  id: string;
  username: Username;
  displayName: string;
  track: Track;
  country: string;
  /** What they build, for their profile. */
  project: string;
  /** Their client's language. */
  locale: string;
  role?: 'owner' | 'moderator';
}

export const people: readonly Person[] = [
  {
    id: '341760522190848001',
    username: 'nyambura',
    displayName: 'Nyambura',
    track: 'other',
    country: 'Kenya',
    project: 'Running Cohort 7',
    locale: 'en-GB',
    role: 'owner',
  },
  {
    id: '387215904466944002',
    username: 'thabo',
    displayName: 'Thabo',
    track: 'backend',
    country: 'South Africa',
    project: 'Mentoring both tracks',
    locale: 'en-GB',
    role: 'moderator',
  },
  {
    id: '520934418837504003',
    username: 'amina',
    displayName: 'Amina',
    track: 'backend',
    country: 'Kenya',
    project: 'Job board API',
    locale: 'en-GB',
  },
  {
    id: '548812036530176004',
    username: 'chidi',
    displayName: 'Chidi',
    track: 'backend',
    country: 'Nigeria',
    project: 'Clinic booking service',
    locale: 'en-GB',
  },
  {
    id: '561407729909760005',
    username: 'selam',
    displayName: 'Selam',
    track: 'backend',
    country: 'Ethiopia',
    project: 'Marketplace with Chapa payments',
    locale: 'en-US',
  },
  {
    id: '577093315461120006',
    username: 'kwame',
    displayName: 'Kwame',
    track: 'backend',
    country: 'Ghana',
    project: 'E-commerce catalogue API',
    locale: 'en-GB',
  },
  {
    id: '603328841072640007',
    username: 'mugisha',
    displayName: 'Mugisha',
    track: 'backend',
    country: 'Rwanda',
    project: 'Bus ticket service',
    locale: 'en-GB',
  },
  {
    id: '619940127744000008',
    username: 'youssef',
    displayName: 'Youssef',
    track: 'backend',
    country: 'Morocco',
    project: 'GraphQL API for small ads',
    locale: 'fr',
  },
  {
    id: '634512093388800009',
    username: 'nour',
    displayName: 'Nour',
    track: 'backend',
    country: 'Egypt',
    project: 'Polls with live results',
    locale: 'en-US',
  },
  {
    id: '655701884928000010',
    username: 'zainab',
    displayName: 'Zainab',
    track: 'frontend',
    country: 'Nigeria',
    project: 'Fabric shop',
    locale: 'en-GB',
  },
  {
    id: '668290475212800011',
    username: 'lindiwe',
    displayName: 'Lindiwe',
    track: 'frontend',
    country: 'South Africa',
    project: 'Job board for the phone',
    locale: 'en-GB',
  },
  {
    id: '680119336550400012',
    username: 'abena',
    displayName: 'Abena',
    track: 'frontend',
    country: 'Ghana',
    project: 'Poll results dashboard',
    locale: 'en-GB',
  },
  {
    id: '697744281804800013',
    username: 'dawit',
    displayName: 'Dawit',
    track: 'frontend',
    country: 'Ethiopia',
    project: 'Marketplace storefront',
    locale: 'en-US',
  },
  {
    id: '715083620556800014',
    username: 'estelle',
    displayName: 'Estelle',
    track: 'frontend',
    country: 'Cameroon',
    project: 'Small ads, light enough for 3G',
    locale: 'fr',
  },
  {
    id: '731465907404800015',
    username: 'otieno',
    displayName: 'Otieno',
    track: 'frontend',
    country: 'Kenya',
    project: 'Bus ticket booking',
    locale: 'en-GB',
  },
];

const trackRoles = { backend: ['Backend'], frontend: ['Frontend'], other: [] };

function memberOf(person: Person): WorldMember {
  return {
    id: person.id,
    name: person.username,
    displayName: person.displayName,
    locale: person.locale,
    roles: [...(person.role === 'moderator' ? ['Moderator'] : []), ...trackRoles[person.track]],
  };
}

export const cohortWorld: World = {
  guilds: [
    {
      id: guildId,
      name: 'ALX ProDev · Cohort 7',
      description: 'Backend and frontend learners who build, get stuck and get unstuck together.',
      owner: 'nyambura',
      // With what is optional in the invitation, so that all of the bot is to be seen.
      botPermissions: [...INVITED_BOT_PERMISSIONS, 'CreatePrivateThreads', 'CreateEvents'],
      roles: [
        {
          id: roleIds.moderator,
          name: 'Moderator',
          permissions: ['MANAGE_MESSAGES', 'MANAGE_THREADS', 'MODERATE_MEMBERS', 'KICK_MEMBERS'],
          color: 0xe0a030,
          hoist: true,
          mentionable: true,
        },
        { id: roleIds.backend, name: 'Backend', color: 0x2f8f6b, mentionable: true },
        { id: roleIds.frontend, name: 'Frontend', color: 0x5b6ee1, mentionable: true },
      ],
      channels: [
        {
          id: channelIds.welcome,
          name: 'welcome',
          topic: 'Who we are, how we work together, and where to begin.',
        },
        {
          id: channelIds.cohort,
          name: 'prodevprojectnexus',
          topic: 'Share what you learned, ask when you are stuck, put the solution beside the challenge.',
        },
        { id: channelIds.help, name: 'help', topic: 'Quick questions and company while you debug.' },
        {
          id: channelIds.moderators,
          name: 'moderators',
          topic: 'Reports and notices for moderators.',
          overwrites: [
            { role: '@everyone', deny: ['VIEW_CHANNEL'] },
            { role: 'Moderator', allow: ['VIEW_CHANNEL'] },
            { bot: '*', allow: ['VIEW_CHANNEL'] },
          ],
        },
      ],
      members: people.map(memberOf),
    },
  ],
};
