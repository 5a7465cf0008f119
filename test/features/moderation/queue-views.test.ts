/** The moderators' queue inside Discord's limits at its longest, and what it shows and leaves out. */
import { describe, expect, it } from 'vitest';
import { textOf } from '../../../sandbox/client.js';
import { callbackRefusalOf, refusalOf } from '../../../sandbox/server/validation/index.js';
import { routes } from '../../../src/components/routes.js';
import { note } from '../../../src/discord/message/blocks.js';
import { messageBody } from '../../../src/discord/message/message-body.js';
import type { FormView, MessageView } from '../../../src/discord/message/message-view.js';
import { queueOutcomes } from '../../../src/entities/queue-item.js';
import { reportReasons } from '../../../src/entities/report.js';
import type { EntryDetails } from '../../../src/features/entries/entry-model.js';
import { entryInFull } from '../../../src/features/entries/entry-view.js';
import { declineForm } from '../../../src/features/moderation/decline-form.js';
import { erasedCard, queueCard } from '../../../src/features/moderation/queue-card.js';
import { queueListView } from '../../../src/features/moderation/queue-list-view.js';
import type { QueueDetails } from '../../../src/features/moderation/queue-model.js';
import { reportForm } from '../../../src/features/moderation/report-form.js';
import { en } from '../../../src/locales/en/index.js';

const id = '18446744073709551615';
const item = '00000000-0000-4000-8000-000000000000';
const at = new Date('9999-12-31T23:59:59Z');

const texts = {
  'plain words': 'word '.repeat(800).trim(),
  'marks that must be escaped': '*_`~|[](https://x.y)<@1>@everyone'.repeat(200).slice(0, 4_000),
  emoji: '👩🏽‍💻'.repeat(571),
  'four-byte characters': '𒀀'.repeat(2_000),
  'right-to-left': 'تعلمت '.repeat(660),
  fences: '```\n'.repeat(1_000),
};

const entryOf = (changes: Partial<EntryDetails> = {}): EntryDetails => ({
  guildId: id,
  number: 2_147_483_647,
  type: 'challenge',
  kind: null,
  title: '*'.repeat(120),
  body: '',
  link: `https://example.org/${'x'.repeat(980)}`,
  tags: Array.from({ length: 5 }, (_, index) => `${index}`.repeat(32)),
  authorId: id,
  challengeNumber: null,
  acceptedAt: null,
  acceptedBy: null,
  doneAt: null,
  revision: 1,
  createdAt: at,
  editedAt: at,
  deletedAt: null,
  deletedBy: null,
  hiddenAt: null,
  held: false,
  authorName: 'A',
  helpfulCount: 1,
  card: { channelId: id, messageId: id },
  challenge: null,
  solutionCount: 0,
  accepted: null,
  source: null,
  ...changes,
});

const itemOf = (changes: Partial<QueueDetails> = {}): QueueDetails => ({
  guildId: id,
  id: item,
  isReview: false,
  openedAt: at,
  verdict: null,
  entry: entryOf(),
  import: null,
  reports: [],
  author: {
    id,
    displayName: 'A'.repeat(100),
    publishedCount: 99_999,
    hiddenCount: 99,
    removedCount: 99,
    upheldCount: 99,
    muted: { until: at },
    firstSeenAt: at,
  },
  ...changes,
});

const reportsOf = (count: number, note: string) =>
  Array.from({ length: count }, (_, index) => ({
    reporterId: String(BigInt(id) - BigInt(index)),
    reason: reportReasons[index % reportReasons.length] ?? 'other',
    note: index % 2 ? null : note,
    reportedAt: at,
  }));

const importOf = (text: string, count = 400): QueueDetails['import'] => ({
  id: item,
  fileName: '_'.repeat(100),
  memberId: id,
  entries: Array.from({ length: count }, (_, index) => ({
    number: index + 1,
    type: index % 3 ? 'learning' : 'challenge',
    kind: index % 3 ? 'concept' : null,
    title: text.slice(0, 120),
    body: text,
    link: null,
    tags: ['a'],
  })),
});

const refusal = (view: MessageView) =>
  refusalOf({ method: 'POST', route: '/channels/{channel_id}/messages', body: messageBody(view).body }) ??
  callbackRefusalOf({
    body: { type: 4, data: messageBody(view, true).body },
    interactionType: 2,
    fromComponent: false,
  });
const formRefusal = (form: FormView) =>
  callbackRefusalOf({ body: { type: 9, data: form }, interactionType: 2, fromComponent: false });
const shown = (view: MessageView) => textOf({ components: view.components } as never);

describe.each(Object.entries(texts))('with %s', (_name, text) => {
  const items: Record<string, QueueDetails> = {
    reported: itemOf({
      entry: entryOf({ body: text, title: text.slice(0, 120) }),
      reports: reportsOf(60, text.slice(0, 500)),
    }),
    held: itemOf({ isReview: true, entry: entryOf({ body: text, held: true, hiddenAt: at }) }),
    'a held solution': itemOf({
      isReview: true,
      entry: entryOf({
        type: 'solution',
        title: null,
        body: text,
        challenge: {
          number: 5,
          title: text.slice(0, 120),
          authorId: id,
          visible: true,
          isSolved: true,
          card: null,
        },
      }),
    }),
    'a held import': itemOf({ isReview: true, entry: null, import: importOf(text) }),
  };

  it.each(Object.entries(items))(
    '%s stays inside Discord’s limits, as a card and on a page',
    (_state, details) => {
      expect(refusal(queueCard(en, details))).toBeUndefined();
      const listed = {
        page: 9_998,
        count: 9_999,
        item: details,
        hasLogChannel: false,
        notice: en.queue.done.decline,
      };
      expect(refusal(queueListView(en, listed))).toBeUndefined();
      for (const outcome of queueOutcomes) {
        const decided = queueCard(en, { ...details, verdict: { outcome, at, byId: id } });
        expect(refusal(decided)).toBeUndefined();
        expect(decided.files ?? []).toEqual([]);
      }
    },
  );

  it('the entry that is held stays inside them for its author', () => {
    const view = entryInFull(en, entryOf({ body: text, held: true, hiddenAt: at, card: null }), {
      id: '1',
      isModerator: false,
    });
    expect(refusal(view)).toBeUndefined();
    expect(shown(view)).toContain('waiting for a moderator');
    expect(JSON.stringify(view)).not.toContain(routes.helpful.id({ number: 2_147_483_647 }));
  });

  it('the forms open filled in', () => {
    expect(formRefusal(reportForm(en, 2_147_483_647, { reportReason: 'spam', note: text }))).toBeUndefined();
    expect(
      formRefusal(declineForm(en, routes.queuePageDeclineForm.id({ item, page: 99_999 }), text)),
    ).toBeUndefined();
  });
});

describe('a card', () => {
  it('says why, by whom and how often, and what is known of the author', () => {
    const view = queueCard(
      en,
      itemOf({
        entry: entryOf({ number: 12, title: 'Buy this', body: 'Now' }),
        reports: [
          { reporterId: '1', reason: 'spam', note: 'again\n\n# and again', reportedAt: at },
          { reporterId: '2', reason: 'spam', note: null, reportedAt: at },
          { reporterId: '3', reason: 'off-topic', note: null, reportedAt: at },
        ],
      }),
    );
    expect(shown(view)).toContain('Reported: #12 Buy this');
    expect(shown(view)).toContain('**Why:** Spam × 2, Off topic');
    expect(shown(view)).toContain('> again # and again');
    expect(shown(view)).toContain('Reported by <@1>, <@2>, <@3>');
    expect(shown(view)).toContain('99 hidden before · 99 removed before · 99 reports upheld');
    expect(JSON.stringify(view)).toMatch(/"Keep".*"Hide".*"Remove"/);
    expect(messageBody(view).body.allowed_mentions).toEqual({ parse: [], users: [] });
  });

  it('holds nothing of the text once it is decided, and no buttons', () => {
    const view = queueCard(en, {
      ...itemOf({ entry: entryOf({ number: 12, title: 'A secret' }), reports: reportsOf(2, 'note') }),
      verdict: { outcome: 'hidden', byId: '5', at },
    });
    expect(shown(view)).toContain('**Hidden** by <@5>');
    expect(shown(view)).toContain('#12 by');
    expect(JSON.stringify(view)).not.toMatch(/A secret|custom_id|note/);
  });

  it('of something erased only says that', () => {
    expect(refusal(erasedCard(en))).toBeUndefined();
    expect(shown(erasedCard(en))).toContain('erased');
  });
});

it('an empty queue says so kindly, and where new items will appear', () => {
  const view = (hasLogChannel: boolean) =>
    queueListView(en, { page: 0, count: 0, item: null, hasLogChannel });
  expect(shown(view(true))).toContain('All clear');
  expect(shown(view(true))).not.toContain('log channel');
  expect(shown(view(false))).toContain('Choose a log channel');
  expect(refusal(view(false))).toBeUndefined();
});

it('the reminder is one line, whether one or many wait', () => {
  expect(en.queue.reminder(1, at)).toContain('Something is waiting');
  expect(en.queue.reminder(3, at)).toContain('3 things are waiting');
  expect(refusal(note(en.queue.reminder(99_999, at)))).toBeUndefined();
});
