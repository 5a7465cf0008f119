/** What is wired: every route has one owner, every command is offered once. */
import { expect, it } from 'vitest';
import { routes } from '../src/components/routes.js';
import { features } from '../src/features.js';

const { commands, components } = features;

it('every route has exactly one component', () => {
  const owned = components.map(({ route }) => route.name).sort();
  // Forms that came too late are opened by the dispatcher itself, which holds them.
  const expected = Object.values(routes)
    .map(({ name }) => name)
    .filter((name) => name !== routes.openForm.name)
    .sort();
  expect(owned).toEqual(expected);
});

it('every route gives ids that it reads back, of at most 100 characters', () => {
  const longest = {
    number: 2_147_483_647,
    mark: 'zzzzzz',
    page: 99_999,
    guildId: '18446744073709551615',
    draft: 'ffffffff-ffff-4fff-bfff-ffffffffffff',
    listing: 'ffffffff-ffff-4fff-bfff-ffffffffffff',
    form: 'ffffffff-ffff-4fff-bfff-ffffffffffff',
    periodEnd: new Date('2099-12-31T23:59:00Z'),
    period: 'month',
    item: 'ffffffff-ffff-4fff-bfff-ffffffffffff',
    action: 'publish',
    window: 'hour',
    import: 'ffffffff-ffff-4fff-bfff-ffffffffffff',
    place: 99_999,
    choice: 'without',
    state: 'off',
    as: 'challenge',
    member: '18446744073709551615',
    outcome: 'remove',
    kind: 'solution',
    step: 'rejoin',
    project: 'ffffffff-ffff-4fff-bfff-ffffffffffff',
    session: 'ffffffff-ffff-4fff-bfff-ffffffffffff',
    reply: 'decline',
    answer: 'yes',
    roundAt: new Date('2059-05-25T17:38:27.455Z'),
    group: 2_147_483_647,
    goesOn: 'close',
    decision: 'hide',
    picture: 'ffffffff-ffff-4fff-bfff-ffffffffffff',
    track: 'frontend',
    lookingFor: 'frontend',
    tag: 'x'.repeat(32),
    badge: 'bridge-builder',
    role: '18446744073709551615',
  };
  for (const route of Object.values(routes)) {
    const id = (route.id as (params: unknown) => string)(longest);
    expect(id.length).toBeLessThanOrEqual(100);
    expect(longest).toMatchObject(route.parse(id) ?? { route: 'does not read its own id' });
  }
});

it('commands have names of their own, and only moderators see /admin', () => {
  const definitions = commands.map(({ data }) => data.toJSON());
  expect(new Set(definitions.map(({ name }) => name)).size).toBe(definitions.length);
  const hidden = definitions.filter((definition) => definition.default_member_permissions);
  expect(hidden.map(({ name }) => name)).toEqual(['admin']);
});
