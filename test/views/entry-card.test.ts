/** Cards and forms stay inside Discord's limits for the longest texts that are allowed, in every state. */
import { describe, expect, it } from 'vitest';
import { callbackRefusalOf, refusalOf } from '../../sandbox/server/validation/index.js';
import { messageBody } from '../../src/discord/message-body.js';
import type { EntryDetails } from '../../src/entities/entry-details.js';
import type { SimilarChallenge } from '../../src/entities/similar-challenge.js';
import { en } from '../../src/locales/en/index.js';
import { entryCard, entryInFull } from '../../src/views/entry-card.js';
import { challengeForm, editForm, shareForm, solveForm } from '../../src/views/entry-forms.js';
import { errorView } from '../../src/views/error-view.js';
import { historyView } from '../../src/views/history-view.js';
import type { FormView, MessageView } from '../../src/views/message-view.js';
import { similarView } from '../../src/views/similar-view.js';

const draft = '00000000-0000-4000-8000-000000000000';

const bodies = {
  'plain words': 'word '.repeat(800).trim(),
  'marks that must be escaped': '*_`~|[](https://x.y)<@1>@everyone'.repeat(200).slice(0, 4000),
  emoji: '👩🏽‍💻'.repeat(571),
  'four-byte characters': '𒀀'.repeat(2000),
  'right-to-left': 'تعلمت '.repeat(660),
  fences: '```\n'.repeat(1000),
};

function entryOf(changes: Partial<EntryDetails> = {}): EntryDetails {
  return {
    guildId: '1234567890123456789',
    number: 2_147_483_647,
    type: 'learning',
    kind: 'goal',
    title: '*'.repeat(120),
    body: '',
    link: `https://example.org/${'x'.repeat(980)}`,
    tags: Array.from({ length: 5 }, (_, index) => `${index}`.repeat(32)),
    authorId: '1234567890123456789',
    challengeNumber: null,
    acceptedAt: null,
    acceptedBy: null,
    doneAt: new Date(),
    revision: 2,
    createdAt: new Date(),
    editedAt: new Date(),
    deletedAt: null,
    deletedBy: null,
    hiddenAt: null,
    held: false,
    authorName: 'A'.repeat(100),
    helpfulCount: 99_999,
    card: { channelId: '1234567890123456789', messageId: '1234567890123456789' },
    challenge: null,
    solutionCount: 0,
    accepted: null,
    ...changes,
  };
}

const states = (body: string): Record<string, EntryDetails> => ({
  learning: entryOf({ body }),
  'open challenge': entryOf({ type: 'challenge', kind: null, body, solutionCount: 9_999 }),
  'solved challenge': entryOf({
    type: 'challenge',
    kind: null,
    body,
    accepted: { number: 2_147_483_646, body, authorId: '1234567890123456789', authorName: 'A' },
  }),
  'accepted solution': entryOf({
    type: 'solution',
    kind: null,
    title: null,
    body,
    acceptedAt: new Date(),
    challengeNumber: 1,
    challenge: { number: 2_147_483_645, title: '*'.repeat(120), authorId: '1', visible: true },
  }),
  deleted: entryOf({ body, deletedAt: new Date(), deletedBy: '1' }),
  hidden: entryOf({ body, hiddenAt: new Date() }),
});

function expectAccepted(view: MessageView) {
  const { body, files = [] } = messageBody(view);
  const refusal = refusalOf({
    method: 'POST',
    route: '/channels/{channel_id}/messages',
    body: JSON.parse(JSON.stringify(body)),
    files: files.map(({ name, data }) => ({ name, size: Buffer.byteLength(data as Buffer) })),
  });
  expect(refusal).toBeUndefined();
}

function expectFormAccepted(form: FormView) {
  const body = JSON.parse(JSON.stringify({ type: 9, data: form }));
  expect(callbackRefusalOf({ body, interactionType: 2, fromComponent: false })).toBeUndefined();
}

describe.each(Object.entries(bodies))('a body of %s', (_name, body) => {
  it.each(Object.entries(states(body)))('fits the card of a %s entry', (_state, entry) => {
    expectAccepted(entryCard(en, entry));
    expectAccepted(entryInFull(en, entry));
  });

  it.each([400, 900, 1_500, 2_200, 2_990])('fits the whole text of an entry when cut to %i', (length) => {
    for (const entry of Object.values(states(body.slice(0, length).replace(/[\ud800-\udbff]$/, '')))) {
      expectAccepted(entryInFull(en, entry));
      expectAccepted(entryInFull(en, entry, { above: 'x'.repeat(150) }));
    }
  });

  it('fits every form it can be opened in', () => {
    const filled = {
      title: '*'.repeat(200),
      body,
      tags: 'x'.repeat(300),
      link: 'x'.repeat(3000),
      kind: 'goal',
    };
    expectFormAccepted(shareForm(en, filled));
    expectFormAccepted(challengeForm(en, filled));
    expectFormAccepted(solveForm(en, { number: 2_147_483_647 }, filled));
    for (const entry of Object.values(states(body))) expectFormAccepted(editForm(en, entry));
  });

  it('fits the error that gives it back', () => {
    const typed: Record<string, string>[] = [{ body }, { title: body.slice(0, 1400) }, { title: body, body }];
    for (const fields of typed) {
      expectAccepted(errorView(en, 'x'.repeat(500), { id: draft, fields }));
    }
  });

  it('fits the history and the similar challenges', () => {
    const revision = (number: number) => ({
      guildId: '1',
      entryNumber: 1,
      revision: number,
      kind: null,
      title: '*'.repeat(120),
      body,
      link: null,
      tags: [],
      editedBy: '1',
      writtenAt: new Date(),
    });
    expectAccepted(
      historyView(
        en,
        entryOf(),
        Array.from({ length: 50 }, (_, index) => revision(index + 1)),
      ),
    );
    const similar = (number: number): SimilarChallenge => ({
      number: 2_147_483_647,
      title: '*'.repeat(120),
      authorId: '1',
      solution: { number, body, authorId: '1' },
      card: null,
    });
    expectAccepted(similarView(en, draft, [similar(1), similar(2), similar(3)]));
  });
});

describe('a solution whose challenge is gone', () => {
  const solution = (visible: boolean) =>
    entryOf({
      type: 'solution',
      kind: null,
      title: null,
      body: 'Start the worker.',
      challengeNumber: 41,
      challenge: { number: 41, title: 'My secret question', authorId: '1', visible },
    });

  it.each([entryCard, entryInFull])('names it by its number alone, and cannot be accepted', (view) => {
    const shown = JSON.stringify(view(en, solution(true)).components);
    expect(shown).toContain('My secret question');
    expect(shown).toContain('"Accept"');
    const orphaned = JSON.stringify(view(en, solution(false)).components);
    expect(orphaned).toContain('Solution to #41');
    expect(orphaned).not.toContain('My secret question');
    expect(orphaned).not.toContain('"Accept"');
  });
});

describe('an error that gives text back', () => {
  it('offers no form for a solution to no challenge in particular', () => {
    const ofNone = JSON.stringify(
      errorView(en, 'No such entry.', { id: draft, fields: { number: '', body: 'Mine' } }),
    );
    expect(ofNone).toContain('Mine');
    expect(ofNone).not.toContain('custom_id');
    expect(JSON.stringify(errorView(en, 'No.', { id: draft, fields: { number: '3', body: '' } }))).toContain(
      'custom_id',
    );
  });

  it('can be shown without a draft', () => {
    const shown = JSON.stringify(errorView(en, 'Too old.', { fields: { body: 'Mine' } }));
    expect(shown).toContain('Mine');
    expect(shown).not.toContain('custom_id');
  });
});
