/** The audit log and notices: every action and every notice in words, and inside Discord's limits at their longest. */
import { describe, expect, it } from 'vitest';
import { textOf } from '../../../sandbox/client.js';
import { callbackRefusalOf } from '../../../sandbox/server/validation/index.js';
import { messageBody } from '../../../src/discord/message/message-body.js';
import type { MessageView } from '../../../src/discord/message/message-view.js';
import { type AuditActionName, auditActions } from '../../../src/entities/audit-action.js';
import type { AuditLine, AuditPage } from '../../../src/features/audit/audit-line-model.js';
import { auditPostView, auditView } from '../../../src/features/audit/audit-view.js';
import { auditedSettings } from '../../../src/features/audit/audited-settings-model.js';
import type { ToldNotice } from '../../../src/features/notifications/notice-model.js';
import { noticeKinds } from '../../../src/features/notifications/notice-model.js';
import { noticesView } from '../../../src/features/notifications/notices-view.js';
import { en } from '../../../src/locales/en/index.js';

/** The longest id Discord can give. */
const id = '18446744073709551615';
const at = new Date('9999-12-31T23:59:59Z');
const uuid = '00000000-0000-4000-8000-000000000000';
const scripts = {
  marks: '*_`~|[](https://x.y)<@1>@everyone',
  emoji: '👩🏽‍💻',
  'four bytes': '𒀀',
  words: 'word ',
};

const line = (changes: Partial<AuditLine> = {}): AuditLine => ({
  id: '1',
  action: 'entry-hidden',
  actorId: id,
  subjectId: id,
  entryNumber: 2_147_483_647,
  before: null,
  after: null,
  reason: null,
  at,
  card: { channelId: id, messageId: id },
  ...changes,
});
const page = (lines: AuditLine[]): AuditPage => ({
  id: uuid,
  criteria: { memberId: id, action: 'settings-changed', until: id },
  lines,
  page: 1,
  pageCount: 99_999,
  total: 799_999,
});
const accepted = (view: MessageView) => {
  expect(
    callbackRefusalOf({
      body: { type: 4, data: messageBody(view, true).body },
      interactionType: 2,
      fromComponent: false,
    }),
  ).toBeUndefined();
  return textOf({ components: view.components } as never);
};
const everySetting = Object.fromEntries(
  auditedSettings.map((name) => [
    name,
    name === 'language' ? 'en' : name === 'setUpAt' ? at.toISOString() : id,
  ]),
);

describe('at their longest', () => {
  it.each(Object.entries(scripts))('reasons of %s fit', (_name, text) => {
    const reason = text.repeat(500).slice(0, 500);
    const lines = Array.from({ length: 8 }, () => line({ reason }));
    expect(accepted(auditView(en, id, page(lines)))).toContain('Audit log');
    accepted(auditPostView(en, id, lines));
    const notices = noticeKinds.slice(0, 5).map((kind): ToldNotice => {
      return {
        id: uuid,
        kind,
        entryNumber: 2_147_483_647,
        title: text.repeat(120).slice(0, 120),
        facts: { reason },
        at,
      };
    });
    accepted(noticesView(en, notices, text.repeat(100).slice(0, 100)));
  });

  it('changes of every setting fit', () => {
    const lines = Array.from({ length: 8 }, () =>
      line({ action: 'settings-changed', before: everySetting, after: everySetting }),
    );
    accepted(auditView(en, id, page(lines)));
    accepted(auditPostView(en, id, lines));
  });
});

const said = (changes: Partial<AuditLine>) => accepted(auditPostView(en, id, [line(changes)]));

describe('a line', () => {
  it.each([...auditActions])('of %s says who, what and when', (action) => {
    const text = said({ action, after: { entries: 3, until: null, format: 'csv' } });
    expect(text).toContain(`<@${id}>`);
    expect(text).toContain('<t:253402300799:f>');
    expect(text).not.toMatch(/undefined|null|NaN|\[object/);
  });

  it.each<[AuditActionName, Partial<AuditLine>, string]>([
    ['entry-hidden', { actorId: '0', subjectId: '0' }, 'a former member hid [**#2147483647**]'],
    ['entry-removed', { card: null, subjectId: null, actorId: null }, 'Nexus removed **#2147483647** ·'],
    ['member-muted', { after: { until: '2026-03-02T08:00:00.000Z' } }, 'until <t:1772438400:f>'],
    ['tag-renamed', { after: { entries: 1 }, reason: 'js → javascript' }, 'renamed a tag on 1 entry'],
    [
      'settings-changed',
      {
        before: { logChannelId: null, digestWeekday: 1, digestHidden: [], invitesAllowed: false },
        after: { logChannelId: '5', digestWeekday: 5, digestHidden: ['chart'], invitesAllowed: true },
      },
      [
        'Log channel: none → <#5>',
        '-# Digest day: Monday → Friday',
        '-# Left out of the digest: nothing → Chart of recent weeks',
        '-# Invite links: off → on',
      ].join('\n'),
    ],
  ])('of %s with %j', (action, changes, expected) => {
    expect(said({ action, ...changes })).toContain(expected);
  });

  it('takes a moderator’s words as they are, and never as Markdown', () => {
    expect(said({ reason: '[free](https://x.y) @everyone' })).not.toContain('[free](');
  });
});

describe('a notice', () => {
  const told = (notice: Partial<ToldNotice>) =>
    accepted(
      noticesView(en, [
        { id: uuid, kind: 'entry-hidden', entryNumber: 7, title: 'A *title*', facts: {}, at, ...notice },
      ]),
    );

  it.each([...noticeKinds])('of %s says what happened', (kind) => {
    const text = told({ kind, facts: { until: null, reason: null } });
    expect(text.length).toBeGreaterThan(20);
    expect(text).not.toMatch(/undefined|null|NaN|\[object/);
  });

  it('says why, and which entry', () => {
    const text = told({ facts: { reason: 'Off topic' } });
    expect(text).toContain('**#7** “A \\*title\\*”');
    expect(text).toContain('Why: “Off topic”');
    expect(told({ kind: 'member-muted', facts: { until: at.toISOString() } })).toContain(
      '<t:253402300799:f>',
    );
  });
});
