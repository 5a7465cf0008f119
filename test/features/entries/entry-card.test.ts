/** Cards and forms stay inside Discord's limits for the longest texts that are allowed, in every state. */
import { describe, expect, it } from 'vitest';
import { callbackRefusalOf, refusalOf } from '../../../sandbox/server/validation/index.js';
import { messageBody } from '../../../src/discord/message/message-body.js';
import type { FormView, MessageView } from '../../../src/discord/message/message-view.js';
import { pictureBounds } from '../../../src/entities/picture.js';
import type { SimilarChallenge } from '../../../src/features/challenges/similar-model.js';
import { similarView } from '../../../src/features/challenges/similar-view.js';
import { errorView } from '../../../src/features/drafts/error-view.js';
import { entryCard } from '../../../src/features/entries/entry-card.js';
import { challengeForm, editForm, shareForm, solveForm } from '../../../src/features/entries/entry-forms.js';
import type { EntryDetails } from '../../../src/features/entries/entry-model.js';
import { entryInFull as inFull, moreView } from '../../../src/features/entries/entry-view.js';
import { historyView } from '../../../src/features/entries/history-view.js';
import { noPictures, type ShownPictures } from '../../../src/features/pictures/index.js';
import { en } from '../../../src/locales/en/index.js';

/** As its author sees it, who has the most buttons. */
const author = { id: '1234567890123456789', isModerator: true };
const entryInFull = (words: typeof en, entry: EntryDetails, options?: { above: string }) =>
  inFull(words, entry, author, options);

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
    source: null,
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
    accepted: { number: 2_147_483_646, body, authorId: '1234567890123456789', authorName: 'A', card: null },
  }),
  'accepted solution': entryOf({
    type: 'solution',
    kind: null,
    title: null,
    body,
    acceptedAt: new Date(),
    challengeNumber: 1,
    challenge: {
      number: 2_147_483_645,
      title: '*'.repeat(120),
      authorId: '1',
      visible: true,
      isSolved: true,
      card: null,
    },
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
    expectAccepted(moreView(en, entry, author));
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
      challenge: {
        number: 41,
        title: 'My secret question',
        authorId: '1',
        visible,
        isSolved: false,
        card: null,
      },
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

describe('pictures', () => {
  const alt = '𝄞'.repeat(pictureBounds.alt / 2);
  const names = ['picture-1.png', 'picture-2.webp', 'SPOILER_picture-3.gif', 'picture-4.jpg'];
  const uploaded: ShownPictures = {
    ...noPictures,
    items: names.map((name) => ({
      url: `attachment://${name}`,
      alt,
      isSpoiler: name.startsWith('SPOILER_'),
    })),
    files: names.map((name) => ({ name, content: Buffer.from('bytes'), description: alt })),
  };
  const addressed = {
    ...noPictures,
    items: uploaded.items.map((item) => ({ ...item, url: `https://cdn.discordapp.com/${'x'.repeat(400)}` })),
  };
  const media = (view: MessageView) => JSON.stringify(view.components).match(/attachment:\/\/[\w.-]+/g);

  it.each(Object.entries(bodies))('fit on every card and in every view, with %s', (_name, body) => {
    for (const entry of Object.values(states(body))) {
      expectAccepted(entryCard(en, entry, uploaded));
      expectAccepted(inFull(en, entry, author, { above: 'x'.repeat(200), pictures: addressed }));
    }
  });

  it('are shown with what they show, and hidden where their author hid them', () => {
    const view = entryCard(en, entryOf(), uploaded);
    expect(media(view)).toEqual(names.map((name) => `attachment://${name}`));
    expect(JSON.stringify(view.components).match(/"spoiler":true/g)).toHaveLength(1);
    expect(messageBody(view).body.attachments).toEqual(
      names.map((filename, id) => ({ id: String(id), filename, description: alt })),
    );
  });

  it('stay unseen on the card of an entry that is hidden or deleted', () => {
    const kept = { ...noPictures, items: uploaded.items, kept: [{ id: '5', name: 'picture-1.png' }] };
    for (const state of ['deleted', 'hidden'] as const) {
      const card = entryCard(en, states('')[state] as EntryDetails, kept);
      expect(media(card)).toBeNull();
      expect(messageBody(card).body.attachments).toEqual([{ id: '5', filename: 'picture-1.png' }]);
    }
  });

  it('that are gone leave a line', () => {
    const card = (shown: Partial<ShownPictures>) =>
      JSON.stringify(entryCard(en, entryOf(), { ...noPictures, ...shown }).components);
    expect(card({ gone: 1 })).toContain('The picture is gone');
    expect(card({ gone: 3 })).toContain('3 pictures are gone');
    expect(card({ unreachable: 1 })).toContain('right now');
    expect(card({})).not.toContain('🖼️');
  });
});
