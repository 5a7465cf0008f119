/** The benchmark's interactions, as Discord would send them: every bot gets the same. */
import { learningKinds } from '../src/entities/entry.js';
import { between, type Chance, oneOf, seededChance } from './chance.js';
import {
  bodyOf,
  type Cohort,
  cohortChannelId,
  guildId,
  makeCohort,
  memberCount,
  memberId,
  tagsOf,
  titleOf,
} from './cohort.js';

export const parts = ['share', 'search', 'autocomplete', 'view', 'leaderboard'] as const;
export type Part = (typeof parts)[number];

export type Payload = Record<string, unknown>;

/** How often each occurs in a mixed load. */
const mixture: Record<Part, number> = {
  share: 0.1,
  search: 0.3,
  autocomplete: 0.4,
  view: 0.2,
  leaderboard: 0,
};

const ownWordCount = 6;

const command = 2;
const autocomplete = 4;
const subcommandOption = 1;
const stringOption = 3;

/** Payloads without id, token and application, which the sandbox adds. */
export function payloadsOf(part: Part | 'mixed', count: number): Payload[] {
  const cohort = makeCohort();
  // Nobody shares what somebody else did: each kind of load draws for itself.
  const chance = seededChance(20_260_106 + [...parts, 'mixed'].indexOf(part));
  return Array.from({ length: count }, () =>
    payload(part === 'mixed' ? drawn(chance) : part, cohort, chance),
  );
}

function drawn(chance: Chance): Part {
  let left = chance();
  for (const part of parts) {
    left -= mixture[part];
    if (left < 0) return part;
  }
  return 'view';
}

function payload(part: Part, cohort: Cohort, chance: Chance): Payload {
  switch (part) {
    case 'share':
      return interaction(chance, command, {
        id: '1200000000000000011',
        name: 'share',
        options: [
          string('kind', oneOf(chance, learningKinds)),
          string('title', titleOf(cohort.words, chance)),
          string('body', `${bodyOf(cohort.words, chance)} ${ownWords(cohort, chance)}.`),
          string('tags', tagsOf(chance).join(' ') || 'git'),
        ],
      });
    case 'search':
      return interaction(chance, command, {
        id: '1200000000000000012',
        name: 'search',
        options: [string('query', queryOf(cohort, chance))],
      });
    case 'autocomplete':
      return interaction(
        chance,
        autocomplete,
        viewCommand({ ...string('entry', typedOf(cohort, chance)), focused: true }),
      );
    case 'view':
      return interaction(
        chance,
        command,
        viewCommand(string('entry', `#${between(chance, 1, cohort.entries.length)}`)),
      );
    case 'leaderboard':
      return interaction(chance, command, {
        id: '1200000000000000014',
        name: 'leaderboard',
        options: [string('period', oneOf(chance, ['week', 'month', 'all']))],
      });
  }
}

/** Words by which what is shared is told from everything that was shared before. */
const ownWords = ({ words }: Cohort, chance: Chance): string =>
  Array.from({ length: ownWordCount }, () => words.rare(chance)).join(' ');

/**
 * One to three words, drawn by frequency: half of the longer queries use words of one entry, the others independent
 * ones. One in five ends in the middle of a word, one in ten has a word that hardly any entry has.
 */
export function queryOf(cohort: Cohort, chance: Chance): string {
  const { words, entries } = cohort;
  const length = between(chance, 1, 3);
  const entry = oneOf(chance, entries);
  const said = `${entry.title ?? ''} ${entry.body}`.toLowerCase().split(' ').filter(words.isTelling);
  const isOfOneEntry = chance() < 0.5 && said.length > 0;
  const query = Array.from({ length }, () => (isOfOneEntry ? oneOf(chance, said) : words.telling(chance)));
  if (chance() < 0.1) query[0] = words.rare(chance);
  const last = query.at(-1) ?? '';
  if (chance() < 0.2) query[query.length - 1] = last.slice(0, Math.max(3, last.length - 2));
  return query.join(' ');
}

/** What a member has typed so far: the start of a word in a title, sometimes after a whole one, or a number. */
export function typedOf({ words }: Cohort, chance: Chance): string {
  if (chance() < 0.1) return String(between(chance, 1, 999));
  const beginning = words.telling(chance).slice(0, between(chance, 2, 6));
  return chance() < 0.25 ? `${words.telling(chance)} ${beginning}` : beginning;
}

const string = (name: string, value: string) => ({ type: stringOption, name, value });

const viewCommand = (option: Payload): Payload => ({
  id: '1200000000000000013',
  name: 'entry',
  options: [{ type: subcommandOption, name: 'view', options: [option] }],
});

/** One member would quickly reach the limit per minute: each entry is shared by someone else. */
let sharers = memberCount;

function interaction(chance: Chance, type: number, data: Payload): Payload {
  const drawn = between(chance, 0, memberCount - 1);
  const index = data['name'] === 'share' ? sharers++ : drawn;
  return {
    type,
    version: 1,
    guild_id: guildId,
    guild: { id: guildId, locale: 'en-US', features: [] },
    guild_locale: 'en-US',
    channel_id: cohortChannelId,
    channel: {
      id: cohortChannelId,
      type: 0,
      guild_id: guildId,
      name: 'prodevprojectnexus',
      position: 0,
      permission_overwrites: [],
      permissions: '2248473465835073',
    },
    member: {
      user: {
        id: memberId(index),
        username: `learner${index}`,
        discriminator: '0',
        global_name: `Learner ${index}`,
        avatar: null,
        public_flags: 0,
      },
      nick: null,
      avatar: null,
      roles: [],
      joined_at: '2026-01-04T08:00:00.000000+00:00',
      premium_since: null,
      deaf: false,
      mute: false,
      flags: 0,
      pending: false,
      communication_disabled_until: null,
      permissions: '2248473465835073',
    },
    locale: 'en-US',
    app_permissions: '2251799813685247',
    entitlements: [],
    entitlement_sku_ids: [],
    authorizing_integration_owners: { 0: guildId },
    context: 0,
    attachment_size_limit: 10_485_760,
    data: { type: 1, ...data },
  };
}
