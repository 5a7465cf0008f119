/** Profiles and their forms: inside Discord's limits at their longest, and what they show to whom. */
import { describe, expect, it } from 'vitest';
import { buttonsOf, textOf } from '../../../sandbox/client.js';
import { callbackRefusalOf } from '../../../sandbox/server/validation/index.js';
import { messageBody } from '../../../src/discord/message/message-body.js';
import type { FormView, MessageView } from '../../../src/discord/message/message-view.js';
import { entryBounds } from '../../../src/entities/entry.js';
import { type Profile, profileBounds, type SharedFigures } from '../../../src/entities/profile.js';
import { badges } from '../../../src/features/badges/badge-model.js';
import { filledFromProfile, linksForm, projectForm } from '../../../src/features/profiles/profile-forms.js';
import { profileView, type ShownProfile } from '../../../src/features/profiles/profile-view.js';
import { en } from '../../../src/locales/en/index.js';

const id = '18446744073709551615';
const at = new Date('2026-03-02T08:00:00Z');
const longLink = (index: number) =>
  `https://${'a'.repeat(60)}.example/${index}`.padEnd(entryBounds.link, 'x');

/** Every field at its bound, of characters that are escaped or wide. */
const longest = (character: string): Profile => ({
  guildId: id,
  userId: id,
  track: 'frontend',
  projectName: character.repeat(profileBounds.projectName / character.length),
  summary: character.repeat(profileBounds.summary / character.length),
  repository: longLink(0),
  objective: character.repeat(profileBounds.objective / character.length),
  links: [1, 2, 3, 4, 5].map(longLink),
  linksShownAt: null,
  remindersSince: null,
  savingRefusedAt: null,
  projectNamedAt: null,
  editedAt: at,
});

const figures: SharedFigures = {
  learnings: 12,
  challenges: 1,
  solutions: 4,
  accepted: 2,
  helpful: 9,
  firstSharedAt: at,
};

const earned = {
  badges: badges.map((badge) => ({ badge, at })),
  streak: { now: 104, longest: 260 },
};

const shown = (changes: Partial<ShownProfile> = {}) =>
  profileView(en, { userId: id, profile: longest('x'), figures, earned, isOwn: true, ...changes });

const refusal = (view: MessageView) =>
  callbackRefusalOf({
    body: { type: 4, data: messageBody(view, true).body },
    interactionType: 2,
    fromComponent: false,
  });
const formRefusal = (form: FormView) =>
  callbackRefusalOf({ body: { type: 9, data: form }, interactionType: 2, fromComponent: false });
const text = (view: MessageView) => textOf({ components: view.components } as never);

describe('a profile', () => {
  it.each(['x', '*', '字', '🎉', '\n'])('stays inside Discord’s limits, full of %j', (character) => {
    expect(refusal(shown({ profile: longest(character), above: en.profile.saved }))).toBeUndefined();
  });

  it('names what there is, and nothing else', () => {
    const view = shown({ profile: undefined, figures: { ...figures, solutions: 0, accepted: 0 } });
    expect(text(view)).toContain('12 learnings · 1 challenge · 👍 9');
    expect(text(view)).toContain('Press Edit project');
    const nobody = { ...figures, firstSharedAt: null };
    const other = shown({ profile: undefined, figures: nobody, isOwn: false });
    expect(text(other)).toContain('hasn’t filled in a profile yet');
    expect(text(other)).toContain('Nothing shared yet');
  });

  it('shows badges with their dates, and the weeks in a row from the second on', () => {
    const said = text(shown({ earned: { ...earned, streak: { now: 3, longest: 3 } } }));
    expect(said).toContain('3 weeks in a row');
    expect(said).not.toContain('longest');
    expect(said).toContain('🌉 Bridge builder: solved a challenge from another track · <t:1772438400:D>');
    expect(text(shown())).toContain('longest: 260');
    const none = text(shown({ earned: { badges: [], streak: { now: 1, longest: 1 } } }));
    expect(none).not.toMatch(/Badges|in a row/);
  });

  it('gives buttons, and the hint that links are hidden, to its owner alone', () => {
    const message = (isOwn: boolean) => ({ components: shown({ isOwn }).components }) as never;
    expect(buttonsOf(message(true))).toEqual([
      'Edit project',
      'Edit links',
      'Ask me about challenges',
      'Notifications',
      'Don’t save my messages',
    ]);
    expect(buttonsOf(message(false))).toEqual([]);
    expect(text(shown())).toContain('Only you see your links');
    expect(text(shown({ isOwn: false }))).not.toContain('Only you see');
  });

  it('shows no mark or mention that a member wrote as if it were ours', () => {
    const profile = {
      ...longest('x'),
      projectName: '# **big** <@1>',
      summary: '@everyone [bank](https://evil.example)',
    };
    const said = text(shown({ profile }));
    expect(said).not.toMatch(/@everyone|(?<!\\)\[bank\]\(/);
    expect(said).toContain('\\*\\*big\\*\\*');
  });
});

describe('the forms', () => {
  it.each(['x', '🎉'])('open inside Discord’s limits, full of %j', (character) => {
    const filled = filledFromProfile(longest(character));
    expect(formRefusal(projectForm(en, filled))).toBeUndefined();
    expect(formRefusal(linksForm(en, filled))).toBeUndefined();
  });

  it('open empty for a member without a profile, with private links as the default', () => {
    const filled = filledFromProfile(undefined);
    expect(formRefusal(projectForm(en, filled))).toBeUndefined();
    expect(JSON.stringify(linksForm(en, filled))).toMatch(/"value":"hidden","default":true/);
  });
});
