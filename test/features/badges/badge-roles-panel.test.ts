/** The page for roles that come with badges stays inside Discord's limits in each language, and says what is wrong. */
import { expect, it } from 'vitest';
import { callbackRefusalOf } from '../../../sandbox/server/validation/index.js';
import { messageBody } from '../../../src/discord/message/message-body.js';
import { badges } from '../../../src/entities/badge-role.js';
import type { TyingRefusal, TyingResult } from '../../../src/features/badges/badge-role-model.js';
import { badgeRolesPanel } from '../../../src/features/badges/badge-roles-panel.js';
import { en } from '../../../src/locales/en/index.js';
import { fr } from '../../../src/locales/fr/index.js';

const ids = Array.from({ length: 9 }, (_, index) => `10000000000000000${index}`);
const tied = badges.map((badge, index) => ({ badge, roleId: ids[index] as string }));
const former = ids.slice(5).map((roleId) => ({ roleId, members: 99_999 }));
const reasons = Object.keys(en.badges.panel.refusals) as TyingRefusal[];
const results: TyingResult[] = [
  ...reasons.map((reason) => ({ outcome: 'refused', reason, roleId: ids[0] as string }) as const),
  { outcome: 'tied', roleId: null },
  { outcome: 'untied', roleId: null },
  { outcome: 'taken', roleId: null },
  { outcome: 'unchanged', roleId: null },
];

it.each([
  ['English', en],
  ['French', fr],
])('stays inside Discord’s limits with everything on it, in %s', (_language, words) => {
  const problems = new Map(ids.map((id) => [id, 'powerful'] as const));
  for (const result of results) {
    const view = badgeRolesPanel(words, { tied, former, problems, canGive: false }, result);
    const body = { type: 7, data: messageBody(view, true).body };
    expect(callbackRefusalOf({ body, interactionType: 3, fromComponent: true })).toBeUndefined();
    expect(JSON.stringify(view)).not.toMatch(/undefined|null|NaN|\[object/);
  }
});

it('shows a deleted role as none, and says once that the bot can’t manage roles', () => {
  const shown = (problem: 'gone' | 'no-permission' | 'above-me') =>
    JSON.stringify(
      badgeRolesPanel(en, {
        tied: tied.slice(0, 1),
        former: [],
        problems: new Map([[ids[0] as string, problem]]),
        canGive: problem !== 'no-permission',
      }),
    );
  expect(shown('gone')).toContain('Its role was deleted');
  expect(shown('gone')).not.toContain(ids[0]);
  expect(shown('above-me')).toContain('Drag mine above it in Server Settings');
  expect(shown('no-permission').match(/not allowed to manage roles/g)).toHaveLength(1);
  expect(shown('no-permission')).toContain(ids[0]);
});
