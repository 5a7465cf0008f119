/** The panel developer tools: which lines the journal becomes, in which words, and what is copied of them. */
import { describe, expect, test } from 'vitest';
import type { JournalEntry } from '../../../sandbox/client/types.js';
import { curlOf } from '../../../sandbox/web/devtools/copied.js';
import { type Filter, gatewayRows, requestRows, routesIn } from '../../../sandbox/web/devtools/rows.js';
import { ruleWords, troublesOf } from '../../../sandbox/web/devtools/troubles.js';
import {
  gistOf,
  type Names,
  outcomeWords,
  routeWords,
  statusWords,
} from '../../../sandbox/web/devtools/words.js';

const CHANNEL = '812004417280901122';
const MESSAGE = '812004417280905678';
const names: Names = {
  channel: (id) =>
    id === CHANNEL
      ? {
          id,
          name: 'general',
          type: 0,
          parentId: null,
          can: { send: true, manageMessages: false, addReactions: true },
        }
      : undefined,
  person: () => undefined,
};
const any: Filter = { text: '', status: 'all', route: '' };
const none = new Set<string>();
const START = Date.parse('2026-03-09T10:00:00Z');

let count = 0;
function entry(kind: JournalEntry['kind'], afterMs: number, facts: Partial<JournalEntry>): JournalEntry {
  count += 1;
  return { number: count, at: new Date(START + afterMs).toISOString(), kind, ...facts };
}

function share(at: number, facts: { outcome?: string; type?: number } = {}): JournalEntry[] {
  const interaction = `i${at}`;
  return [
    entry('interaction', at, {
      phase: 'started',
      interaction,
      who: 'ada',
      what: '/share',
      channel: 'general',
      type: facts.type ?? 2,
    }),
    entry('gateway', at, { what: 'dispatched', event: 'INTERACTION_CREATE', interaction }),
    callback(at + 20, { type: 5 }, interaction),
    entry('interaction', at + 40, {
      phase: 'settled',
      interaction,
      outcome: facts.outcome ?? 'message',
      tookMs: 40,
    }),
  ];
}

function callback(at: number, body: unknown, interaction: string): JournalEntry {
  const route = '/interactions/{interaction_id}/{interaction_token}/callback';
  return entry('request', at, {
    method: 'POST',
    path: `/interactions/${MESSAGE}/…/callback`,
    route,
    status: 204,
    ms: 2,
    body,
    interaction,
  });
}

function post(at: number, facts: Partial<JournalEntry> = {}): JournalEntry {
  return entry('request', at, {
    method: 'POST',
    path: `/channels/${CHANNEL}/messages`,
    route: '/channels/{channel_id}/messages',
    status: 200,
    ms: 4,
    body: { content: 'Hello' },
    ...facts,
  });
}

const shown = (entries: JournalEntry[], filter = any, turned: ReadonlySet<string> = none) =>
  requestRows(entries, filter, turned, names).map((row) =>
    row.kind === 'group'
      ? `${String(row.entry.what)}: ${outcomeWords(row.settled).text}`
      : `${row.isInside ? (row.isMeanwhile ? '  ~ ' : '  ') : ''}${row.entry.method} ${row.entry.status}`,
  );

describe('requests', () => {
  test('stand below the interaction they answer, and those made meanwhile beside them', () => {
    const entries = [post(0), ...share(1_000), post(1_030), post(9_000, { status: 403 })];
    expect(shown(entries)).toEqual([
      'POST 200',
      '/share: answered',
      '  POST 204',
      '  ~ POST 200',
      'POST 403',
    ]);
  });

  test('of a completion are folded until they are asked for', () => {
    const entries = share(0, { type: 4, outcome: 'autocomplete' });
    expect(shown(entries)).toEqual(['/share: offered choices']);
    expect(shown(entries, any, new Set(['group i0']))).toEqual(['/share: offered choices', '  POST 204']);
  });

  test('are found by what they say, by how they ended, and by route', () => {
    const failed = share(5_000, { outcome: 'failed' });
    const entries = [...share(0), ...failed, post(20_000, { ms: 900 }), post(30_000, { status: 429 })];
    expect(shown(entries, { ...any, text: 'hello' })).toEqual(['POST 200', 'POST 429']);
    expect(shown(entries, { ...any, text: 'ADA' })).toHaveLength(4);
    expect(shown(entries, { ...any, text: '#general' })).toEqual(['POST 200', 'POST 429']);
    expect(shown(entries, { ...any, status: 'bad' })).toEqual(['/share: failed', 'POST 429']);
    expect(shown(entries, { ...any, status: 'slow' })).toEqual(['POST 200']);
    const [route] = routesIn(entries);
    expect(route).toBe('POST /channels/{channel_id}/messages');
    expect(shown(entries, { ...any, route: route ?? '' })).toEqual(['POST 200', 'POST 429']);
  });

  test('thousand at once become lines in little time', () => {
    const entries = Array.from({ length: 250 }, (_, index) => share(index * 10)).flat();
    const started = process.cpuUsage();
    for (let round = 0; round < 10; round += 1) requestRows(entries, { ...any, text: 'a' }, none, names);
    expect(process.cpuUsage(started).user / 1000 / 10).toBeLessThan(50);
  });
});

describe('words', () => {
  test('name channels in a route and leave out what says nothing', () => {
    const at = (path: string) => routeWords(post(0, { path }), names);
    expect(at(`/channels/${CHANNEL}/messages/${MESSAGE}`)).toBe('#general/messages/…5678');
    expect(at(`/webhooks/${MESSAGE}/…/messages/%40original`)).toBe('/webhooks/…/messages/@original');
    expect(at('/interactions/1/…/callback')).toBe('/interactions/…/callback');
    expect(at('/users/@me')).toBe('/users/@me');
  });

  test('say what a request does', () => {
    expect(gistOf(callback(0, { type: 4, data: { flags: 64, content: '**Saved**' } }, 'x'))).toBe(
      'answers, for one alone, “Saved**”',
    );
    expect(gistOf(callback(0, { type: 9, data: { title: 'Share' } }, 'x'))).toBe('opens a form “Share”');
    expect(gistOf(post(0))).toBe('says “Hello”');
  });

  test('say why one was refused, where, and what befell it', () => {
    const reasons = [{ path: ['data', 'components', '0', 'label'], code: 'X', message: 'Too long.' }];
    expect(gistOf(post(0, { status: 400, reasons }))).toBe('Too long. (data.components[0].label)');
    expect(gistOf(post(0, { status: 429, limited: { retry_after: 1.5, global: false } }))).toContain('1.5 s');
    expect(statusWords(post(0, { trouble: ['delay', 'lost'] }))).toEqual({ tone: 'lost', text: 'no answer' });
    expect(statusWords(post(0, { status: 404 }))).toEqual({ tone: 'refused', text: '404 not found' });
    expect(statusWords(post(0, { status: 502 }))).toEqual({ tone: 'failed', text: '502 failed' });
  });

  test('find gateway events', () => {
    const entries = [
      entry('gateway', 0, { what: 'dispatched', event: 'MESSAGE_CREATE', data: { content: 'hi' } }),
      entry('gateway', 1, { what: 'received', op: 2 }),
      post(2),
    ];
    expect(gatewayRows(entries, '')).toHaveLength(2);
    expect(gatewayRows(entries, 'identify').map((row) => row.entry.op)).toEqual([2]);
  });

  test('tell what is out of order', () => {
    const rules = [
      { id: '1', name: 'errors', kind: 'error', status: 500 } as const,
      { id: '2', kind: 'lost', method: 'POST', route: '/channels/*', times: 2 } as const,
    ];
    const off = { name: 'moon', label: 'Moon down', description: '', isOn: false };
    expect(rules.map(ruleWords)).toEqual(['Answer 500', 'Lose answers: POST /channels/* (2 more)']);
    expect(troublesOf({ rules, deaf: true, switches: [off, { ...off, isOn: true }] })).toHaveLength(4);
    expect(troublesOf({ rules: [], deaf: false, switches: [off] })).toEqual([]);
  });
});

describe('a curl line', () => {
  test('repeats a request without its token, whatever is in it', () => {
    const line = curlOf(post(0, { body: { content: "it's" }, query: 'wait=true' }), 'http://127.0.0.1:4600');
    expect(line).toBe(
      [
        `curl -X POST 'http://127.0.0.1:4600/api/v10/channels/${CHANNEL}/messages?wait=true'`,
        `-H "Authorization: Bot $DISCORD_TOKEN"`,
        `-H 'content-type: application/json'`,
        String.raw`--data-raw '{"content":"it'\''s"}'`,
      ].join(' \\\n  '),
    );
  });

  test('sends files as a form', () => {
    const files = [{ name: 'a.txt', type: 'text/plain', size: 3 }];
    expect(curlOf(post(0, { files }), 'http://x')).toContain("-F 'files[0]=@a.txt'");
  });
});
