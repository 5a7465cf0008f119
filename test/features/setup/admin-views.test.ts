/** The views of set-up, settings, check-up and help: inside Discord's limits at their longest, and what they show. */
import { describe, expect, it } from 'vitest';
import { textOf } from '../../../sandbox/client.js';
import { callbackRefusalOf } from '../../../sandbox/server/validation/index.js';
import { messageBody } from '../../../src/discord/message/message-body.js';
import type { MessageView } from '../../../src/discord/message/message-view.js';
import { badges } from '../../../src/entities/badge-role.js';
import { type Digest, digestReasons } from '../../../src/entities/digest.js';
import { digestSections, type Guild, reviewModes } from '../../../src/entities/guild.js';
import { digestPanel } from '../../../src/features/digest/digest-panel.js';
import {
  type Finding,
  type FindingFacts,
  findingOrder,
  neededPermissions,
} from '../../../src/features/guilds/checkup-model.js';
import { helpView, topicOf } from '../../../src/features/help/help-view.js';
import { doctorView } from '../../../src/features/setup/doctor-view.js';
import { safetyPanel } from '../../../src/features/setup/safety-panel.js';
import { settingsView } from '../../../src/features/setup/settings-view.js';
import { setupDoneView } from '../../../src/features/setup/setup-done-view.js';
import { refusalText, setupPanel, timezoneForm } from '../../../src/features/setup/setup-panel.js';
import type { Catalogue } from '../../../src/locales/catalogue.js';
import { helpTopics } from '../../../src/locales/en/help.js';
import { en } from '../../../src/locales/en/index.js';
import { fr } from '../../../src/locales/fr/index.js';

/** The longest id Discord can give. */
const id = '18446744073709551615';
const at = new Date('9999-12-31T23:59:59Z');
const uses = ['cohort', 'digest', 'log'] as const;

const guild: Guild = {
  id,
  lastNumber: 2_147_483_647,
  channelId: id,
  logChannelId: id,
  moderatorRoleId: id,
  language: 'en',
  timezone: 'America/Argentina/ComodRivadavia',
  setUpAt: at,
  setupHintAt: at,
  digestWeekday: 3,
  digestTime: '23:59:00',
  digestChannelId: id,
  digestPausedAt: null,
  digestNudges: true,
  digestHidden: [],
  digestRoleId: id,
  digestTroubleToldAt: at,
  digestPeriodStart: at,
  digestDueAt: at,
  leftAt: null,
  review: 'off',
  reviewBelow: 3,
  invitesAllowed: false,
  hourlyLimit: 20,
  dailyLimit: 60,
  createdAt: at,
};

/** Each finding with its longest facts. */
const longest: { [Code in keyof FindingFacts]: FindingFacts[Code] } = {
  'channel-deleted': { channelId: id, uses },
  'channel-closed': { channelId: id, uses },
  'no-channel': {},
  'timed-out': { until: at },
  'database-away': {},
  'permissions-missing': { channelId: id, uses, missing: neededPermissions },
  'digest-overdue': { dueAt: at },
  'messages-undelivered': { count: 2, oldest: at, reason: 'no-history' },
  'digest-failing': { reason: 'no-permission', periodEnd: at, retryAt: at },
  'migrations-pending': { count: 1_000 },
  'moderator-role-deleted': { roleId: id },
  'timezone-unknown': { timezone: 'x'.repeat(60) },
  'clock-off': { seconds: -1_000_000 },
  'commands-differ': {},
  'gateway-slow': { milliseconds: 1_000_000 },
  'check-failed': { part: 'server' },
  'digest-not-scheduled': {},
  'digest-paused': { since: at },
  'digest-skipped': { reason: 'no-permission', periodEnd: at },
  'channel-by-name': { channelId: id },
  'moderators-cannot-see-admin': { roleId: id },
  'digest-role-deleted': { roleId: id },
  'permissions-optional': { missing: ['CreatePrivateThreads', 'CreateEvents'] },
  'automod-unreadable': {},
  'automod-partly': { presets: 5, unknown: 60, tooLarge: 60 },
  'automod-slow': {},
  'digest-role-quiet': { roleId: id },
  'badge-role-stuck': { roleId: id, problem: 'powerful' },
  'badge-role-refused': { roleId: id, count: 1_000 },
  'channel-for-some': { channelId: id },
  'database-old': { version: '14.99' },
  'database-compiles': {},
  'intents-missing': { missing: ['Guilds'] },
  'queue-waiting': { count: 1_000, oldest: at },
  'no-log-channel': {},
};
const findings = findingOrder.map((code) => ({ code, facts: longest[code] }) as Finding);

function refusal(view: MessageView) {
  return callbackRefusalOf({
    body: { type: 4, data: messageBody(view, true).body },
    interactionType: 2,
    fromComponent: false,
  });
}
const shown = (view: MessageView) => textOf({ components: view.components } as never);

describe('the check-up', () => {
  const well = {
    channels: [{ channelId: id, uses }],
    moderatorRoleId: id,
    digest: { nextDueAt: at, last: { periodEnd: at, state: 'skipped' } as Digest },
    database: { version: '18.12', bytes: 9e15, milliseconds: 20_000, ownsTables: false },
    commands: true as const,
    clock: true as const,
    ping: 999,
  };

  it('stays inside Discord’s limits with every problem at once, and says how much is left out', () => {
    const view = doctorView(en, { findings: [...findings, ...findings], well });
    expect(refusal(view)).toBeUndefined();
    const told = shown(view).match(/^(❌|💡)/gm)?.length ?? 0;
    expect(told).toBeGreaterThan(10);
    expect(shown(view)).toContain(`and ${2 * findings.length - told} more findings`);
  });

  it('gives every finding a sentence and a fix', () => {
    for (const finding of findings) {
      const view = doctorView(en, { findings: [finding], well: { channels: [] } });
      const lines = shown(view).split('\n');
      expect(lines).toHaveLength(3);
      expect(lines[1]).toMatch(/^(❌|💡) [A-Z\d].+\.$/);
      expect(lines[2]).toMatch(/^→ [A-Z].+[.]$/);
      expect(shown(view)).not.toMatch(/undefined|null|NaN|Invalid|\[object/);
      expect(refusal(view)).toBeUndefined();
    }
  });

  it('distinguishes advice from problems', () => {
    const [trouble] = findings;
    const hint = findings.find(({ code }) => code === 'digest-paused') as Finding;
    expect(shown(doctorView(en, { findings: [], well }))).toContain('Everything looks good');
    expect(shown(doctorView(en, { findings: [hint], well }))).toContain('with some advice');
    expect(shown(doctorView(en, { findings: [trouble as Finding, hint], well }))).toContain(
      '1 thing needs fixing',
    );
  });

  it('shows sizes in the units Postgres uses', () => {
    const size = (bytes: number) => en.admin.doctor.well.database('18.1', bytes, 3, true).split(', ')[1];
    expect([900, 8_500_000, 3 * 1024 ** 3].map(size)).toEqual(['900 bytes', '8.1 MB', '3.0 GB']);
  });
});

describe('the set-up', () => {
  const zones = Array.from({ length: 40 }, (_, index) => `America/Argentina/Somewhere_${index}`);
  const refusals = [
    { code: 'channel-closed', channelId: id, missing: neededPermissions },
    { code: 'channel-gone', channelId: id },
    { code: 'everyone-as-moderators' },
  ] as const;

  it('stays inside Discord’s limits at its longest, in each of its states', () => {
    const notice = refusalText(en, refusals);
    const states: Partial<Guild>[] = [
      {},
      { digestPausedAt: at },
      { digestTime: '09:30:00' },
      { channelId: null, logChannelId: null, moderatorRoleId: null, digestDueAt: null },
    ];
    for (const state of states) {
      const shownGuild = { ...guild, ...state };
      expect(refusal(setupPanel(en, { guild: shownGuild, cohortChannelId: id }))).toBeUndefined();
      const fullest = {
        guild: shownGuild,
        cohortChannelId: id,
        notice,
        timezones: zones,
        gone: new Set([id]),
      };
      expect(refusal(setupPanel(en, fullest))).toBeUndefined();
    }
  });

  it('opens its form whatever the time zone is called', () => {
    for (const filled of ['', 'Nairobi', 'x'.repeat(100)]) {
      const form = timezoneForm(en, filled);
      // Discord refuses to open a form whose text is longer than its field.
      const [field] = form.components as { component: { value?: string; max_length: number } }[];
      expect(field?.component.value?.length ?? 0).toBeLessThanOrEqual(field?.component.max_length ?? 0);
      const body = { type: 9, data: form };
      expect(callbackRefusalOf({ body, interactionType: 3, fromComponent: true })).toBeUndefined();
    }
  });

  it('stays inside Discord’s limits, and only shows the options that were given', () => {
    const changes = { channelId: id, logChannelId: id, moderatorRoleId: id, language: 'en', timezone: 'x' };
    const lacking = [
      { channelId: id, missing: neededPermissions },
      { channelId: id, missing: neededPermissions },
    ];
    expect(
      refusal(setupDoneView(en, { changes, guild, refusals: [], lacking, forSome: id })),
    ).toBeUndefined();
    expect(refusal(setupDoneView(en, { changes, guild, refusals, lacking, forSome: id }))).toBeUndefined();
    const one = shown(
      setupDoneView(en, { changes: { timezone: 'x' }, guild, refusals: [], lacking: [], forSome: null }),
    );
    expect(one).toContain(guild.timezone);
    expect(one).not.toMatch(/Cards|moderators do|I’ll use|whole server/);
    expect(shown(setupDoneView(en, { changes, guild, refusals: [], lacking: [], forSome: id }))).toContain(
      `Not everyone can read <#${id}>`,
    );
  });
});

describe('the settings', () => {
  it('stay inside Discord’s limits, whatever became of the last digest', () => {
    const states: Partial<Digest>[] = [
      { state: 'sent', messageId: id },
      { state: 'sent', messageId: null },
      { state: 'due', reason: null },
      ...digestReasons.flatMap((reason) => [
        { state: 'failed', reason } as const,
        { state: 'skipped', reason } as const,
      ]),
    ];
    const hiding = { ...guild, digestHidden: [...digestSections] };
    for (const state of states) {
      const lastDigest = { guildId: id, channelId: id, periodEnd: at, reason: null, ...state } as Digest;
      const recent = Array.from({ length: 5 }, () => lastDigest);
      const badgeRoles = badges.map((badge) => ({ badge, roleId: id }));
      const view = settingsView(en, {
        guild: hiding,
        cohortChannelId: id,
        recent,
        subscribers: 99_999,
        badgeRoles,
      });
      expect(refusal(view)).toBeUndefined();
      expect(shown(view)).not.toMatch(/undefined|null|NaN|Invalid/);
    }
  });

  it('link the last digest’s message', () => {
    const lastDigest = {
      guildId: '1',
      channelId: '2',
      messageId: '3',
      periodEnd: at,
      state: 'sent',
    } as Digest;
    expect(
      shown(
        settingsView(en, {
          guild,
          cohortChannelId: id,
          recent: [lastDigest],
          subscribers: 0,
          badgeRoles: [],
        }),
      ),
    ).toContain('[posted](https://discord.com/channels/1/2/3)');
  });
});

it('settings say what was left out before the last digest, and what the digest’s page holds', () => {
  const digest = { guildId: '1', channelId: '2', messageId: '3', periodEnd: at };
  const recent = [
    { ...digest, state: 'sent' },
    { ...digest, state: 'skipped', reason: 'missed' },
    { ...digest, state: 'skipped', reason: 'empty' },
  ] as Digest[];
  const set: Guild = { ...guild, digestHidden: ['chart', 'older'], digestRoleId: '4', digestNudges: true };
  const told = shown(
    settingsView(en, { guild: set, cohortChannelId: id, recent, subscribers: 2, badgeRoles: [] }),
  );
  expect(told.match(/I wasn’t running when it was due/g)).toHaveLength(1);
  expect(told).not.toContain('nothing was shared');
  expect(told).toContain('Chart of recent weeks, One older entry');
  expect(told).toContain('<@&4>');
  expect(told).toContain('a nudge, never two weeks in a row');
  expect(told).toContain('2 members');
  const plain: Guild = { ...guild, digestHidden: [], digestRoleId: null, digestNudges: false };
  const quiet = shown(
    settingsView(en, { guild: plain, cohortChannelId: id, recent: [], subscribers: 0, badgeRoles: [] }),
  );
  expect(quiet).toContain('nobody');
  expect(quiet).toContain('nothing is posted');
});

it('settings list the roles that come with badges, in the order of their page, in both languages', () => {
  const badgeRoles = [
    { badge: 'first-share', roleId: '8' },
    { badge: 'teacher', roleId: '9' },
  ] as const;
  const settings = { guild, cohortChannelId: id, recent: [], subscribers: 0 };
  const told = (words: Catalogue, tied: typeof badgeRoles | []) =>
    shown(settingsView(words, { ...settings, badgeRoles: tied }));
  expect(told(en, badgeRoles)).toContain('**Badge roles**: <@&9> for “Teacher”, <@&8> for “First share”');
  expect(told(en, [])).toContain('**Badge roles**: none');
  expect(told(fr, badgeRoles)).toMatch(/<@&9> pour «\sPédagogue\s», <@&8> pour/u);
});

describe('the digest’s page of the set-up', () => {
  it('fits with any settings', () => {
    for (const digestHidden of [[], [...digestSections]]) {
      for (const isRoleGone of [true, false]) {
        const state = { guild: { ...guild, digestHidden }, isRoleGone, isRoleQuiet: true };
        const view = digestPanel(en, {
          ...state,
          notice: refusalText(en, [{ code: 'everyone-as-digest-role' }]),
        });
        expect(refusal(view)).toBeUndefined();
        expect(shown(view)).toContain(isRoleGone ? 'was deleted' : 'My ping won’t reach');
      }
    }
  });
});

describe('the page for safety', () => {
  it('stays inside Discord’s limits in each of its states, and shows what is set though it is no choice', () => {
    for (const review of reviewModes) {
      for (const reviewBelow of [1, 7, 50]) {
        const view = safetyPanel(en, {
          guild: { ...guild, review, reviewBelow },
          notice: refusalText(en, [{ code: 'everyone-as-moderators' }]),
        });
        expect(refusal(view)).toBeUndefined();
      }
    }
    const view = safetyPanel(en, { guild: { ...guild, review: 'new', reviewBelow: 7 } });
    expect(JSON.stringify(view)).toContain(
      '"label":"Until they have 7 published entries","value":"7","default":true',
    );
  });
});

describe('what the page for safety says of limits and invitations', () => {
  it('fits for a limit that is no choice, and offers the other choice', () => {
    const view = safetyPanel(en, {
      guild: { ...guild, hourlyLimit: 33, dailyLimit: 999, invitesAllowed: true },
    });
    expect(refusal(view)).toBeUndefined();
    expect(JSON.stringify(view)).toContain('"label":"At most 33 an hour","value":"33","default":true');
    expect(JSON.stringify(view)).toContain('n1:setup-invites:off');
  });
});

describe('the help', () => {
  const known = new Map(
    ['share', 'challenge', 'search', 'entry', 'digest', 'leaderboard', 'help', 'admin'].map((name) => [
      name,
      id,
    ]),
  );

  it('stays inside Discord’s limits on each page, and short', () => {
    for (const topic of helpTopics) {
      const view = helpView(en, topic, { isModerator: true, commandIds: known });
      expect(refusal(view)).toBeUndefined();
      const plain = shown(helpView(en, topic, { isModerator: true, commandIds: new Map() }));
      expect(plain.length).toBeLessThan(1_400);
      expect(plain).not.toMatch(/[{}]/);
    }
  });

  it('links commands whose ids are known, and names the others', () => {
    const page = (commandIds: ReadonlyMap<string, string>) =>
      shown(helpView(en, 'challenges', { isModerator: false, commandIds }));
    expect(page(new Map([['challenge', '42']]))).toContain('</challenge post:42>');
    expect(page(new Map())).toContain('`/challenge post`');
    expect(page(new Map())).not.toContain('</');
  });

  it('keeps the moderators’ page for moderators', () => {
    expect(topicOf(en, 'moderators', true)).toBe('moderators');
    expect(topicOf(en, 'moderators', false)).toBeUndefined();
    expect(topicOf(en, 'nonsense', true)).toBeUndefined();
    expect(topicOf(en, ' your readme', false)).toBe('readme');
    const options = { commandIds: new Map<string, string>() };
    expect(shown(helpView(en, 'start', { ...options, isModerator: false }))).not.toContain('For moderators');
    expect(shown(helpView(en, 'start', { ...options, isModerator: true }))).toContain('For moderators');
  });
});
