/** The digest's message: what it says, and Discord's limits whatever the entries hold. */
import { describe, expect, it } from 'vitest';
import { refusalOf } from '../../../sandbox/server/validation/index.js';
import { heartOf } from '../../../src/discord/message/excerpt.js';
import { messageBody } from '../../../src/discord/message/message-body.js';
import type { MessageView } from '../../../src/discord/message/message-view.js';
import { badges } from '../../../src/features/badges/badge-model.js';
import type { Person, WeekPage } from '../../../src/features/digest/digest-content-model.js';
import { digestView } from '../../../src/features/digest/digest-view.js';
import { digestWeekView } from '../../../src/features/digest/digest-week-view.js';
import { en } from '../../../src/locales/en/index.js';
import { card, end, person, week } from '../../support/digest-content.js';

const loneSurrogate = /\p{Surrogate}/u;

function textsOf(value: unknown): string[] {
  if (Array.isArray(value)) return value.flatMap(textsOf);
  if (typeof value !== 'object' || value === null) return [];
  const { content, components } = value as { content?: string; components?: unknown };
  return [...(content === undefined ? [] : [content]), ...textsOf(components)];
}

function countOf(value: unknown): number {
  if (Array.isArray(value)) return value.reduce((sum: number, each) => sum + countOf(each), 0);
  if (typeof value !== 'object' || value === null) return 0;
  const { components, accessory } = value as { components?: unknown; accessory?: unknown };
  return 1 + countOf(components) + countOf(accessory);
}

function expectWithinLimits(view: MessageView): void {
  const all = textsOf(view.components).join('');
  expect(countOf(view.components)).toBeLessThanOrEqual(40);
  expect(all.length).toBeLessThanOrEqual(4_000);
  expect(Buffer.byteLength(all)).toBeLessThan(8_000);
  expect(all).not.toMatch(loneSurrogate);
  const { body } = messageBody(view);
  expect(refusalOf({ method: 'POST', route: '/channels/{channel_id}/messages', body })).toBeUndefined();
}

it('reads like this', () => {
  expect(textsOf(digestView(en, week()).components).join('\n')).toMatchInlineSnapshot(`
    "## Your cohort’s week
    -# <t:1773036000:D> to <t:1773640800:D>

    **12** learnings shared (+3) · **4** challenges asked · **1** challenge solved (±0) · **9** members active (+2)
    -# In brackets: more than the week before.
    ### 💡 Learned this week
    - **Indexes are not free** · [#12](https://discord.com/channels/100000000000000001/300000000000000001/700000000000000001) · by <@200000000000000001> · 👍 5
    - **Use \`docker compose watch\`** · #15 · by <@200000000000000002>
    -# and 10 more in the whole week
    ### 🧩 Solved together
    **CORS error only in production** · [#8](https://discord.com/channels/100000000000000001/300000000000000001/700000000000000001)
    -# asked by <@200000000000000003>, solved by <@200000000000000001>
    >>> The proxy dropped the header:
    \`\`\`nginx
    proxy_set_header Origin $http_origin;
    \`\`\`
    ### 👋 Can you help?
    **Jest hangs after tests** · [#4](https://discord.com/channels/100000000000000001/300000000000000001/700000000000000001)
    -# <@200000000000000002> asked <t:1772344800:R> · 2 solutions offered
    -# 2 more are open: \`/challenge list\`
    ### 🙏 Thank you
    <@200000000000000001> (1 challenge solved, 👍 5) and <@200000000000000002> (👍 1), for helping others.
    <@200000000000000001> (6 weeks in a row), for keeping at it.
    🏅 Congratulations to <@200000000000000001> (Teacher, Bridge builder).
    Welcome <@200000000000000004> and <@200000000000000005>: a first contribution is the hardest one.
    ### 🔎 Worth another look
    **Read the error from the bottom up** · [#3](https://discord.com/channels/100000000000000001/300000000000000001/700000000000000001) · by <@200000000000000006> · <t:1768197600:R> · 👍 4"
  `);
  expect(digestView(en, week())).toSatisfy((view: MessageView) => (expectWithinLimits(view), true));
});

it('compares with nothing in a first week, and leaves out empty parts', () => {
  const none = { count: 0, before: 0 };
  const first = week({
    figures: {
      learnings: { count: 1, before: 0 },
      challenges: none,
      solved: none,
      members: { count: 1, before: 0 },
    },
    learnings: [{ number: 1, title: 'First!', author: person(1), helpful: 0, card: null }],
    pairs: [],
    waiting: [],
    waitingInAll: 0,
    thanks: { helpers: [], newcomers: [person(1)], moreNewcomers: 3, streaks: [], badges: [], moreBadges: 0 },
    older: null,
  });
  expect(textsOf(digestView(en, first).components).join('\n')).toMatchInlineSnapshot(`
    "## Your cohort’s week
    -# <t:1773036000:D> to <t:1773640800:D>

    **1** learning shared · **1** member active
    ### 💡 Learned this week
    - **First!** · #1 · by <@200000000000000001>
    ### 🙏 Thank you
    Welcome <@200000000000000001> and 3 more: a first contribution is the hardest one."
  `);
});

it('marks learnings and pairs that have a picture, and shows none', () => {
  const { learnings, pairs } = week();
  const pictured = <Entry extends object>([first, ...rest]: Entry[]) => [
    { ...(first as Entry), hasPicture: true },
    ...rest,
  ];
  const view = digestView(en, week({ learnings: pictured(learnings), pairs: pictured(pairs) }));
  expect(
    textsOf(view.components)
      .join('\n')
      .match(/\*\* 🖼️ ·/g),
  ).toHaveLength(2);
  expect(textsOf(digestView(en, week()).components).join('\n')).not.toContain('🖼️');
});

it('keeps the period’s end in the ids of its buttons, each id once', () => {
  const ids = JSON.stringify(digestView(en, week())).match(/"custom_id":"([^"]+)"/g) ?? [];
  expect(ids).toHaveLength(2);
  expect(new Set(ids).size).toBe(2);
  for (const id of ids) expect(id).toContain(end.getTime().toString(36));
});

describe('whatever the entries hold', () => {
  const nasty: Record<string, string> = {
    'the longest words': 'W'.repeat(4000),
    'marks of Markdown': '*_~`|[](x)#> '.repeat(400),
    'emoji of many parts': '👩🏽‍💻🏳️‍🌈👨‍👩‍👧‍👦'.repeat(200),
    'text right to left': 'شاركت اليوم درسا عن قواعد البيانات '.repeat(120),
    Chinese: '数据库索引并不是免费的'.repeat(400),
    'combining marks': 'Z͑ͫ̓ͪ̂ͫ̽͏̴̙̤̞͉͚̯̞̠͍A̴̵̜̰͔ͫ͗͢L̠ͨͧͩ͘'.repeat(80),
    code: `\`\`\`ts\n${'const a = 1;\n'.repeat(300)}\`\`\``,
    'an open fence': `\`\`\`\n${'x'.repeat(3900)}`,
    'a long link': `https://example.com/${'a'.repeat(1900)}`,
    'many lines': 'a\n'.repeat(2000),
    mentions: '@everyone <@200000000000000001> <@&1> '.repeat(100),
    angles: '<'.repeat(4000),
  };
  const cut = (text: string, length: number) => {
    let cutText = text.slice(0, length);
    while (loneSurrogate.test(cutText)) cutText = cutText.slice(0, -1);
    return cutText;
  };

  it.each(Object.keys(nasty))('%s', (name) => {
    const long = nasty[name] ?? '';
    const title = cut(long.replace(/\n/g, ' '), 120);
    const body = cut(long, 4000);
    const left = (index: number): Person => ({ ...person(index, cut(title, 32)), hasLeft: true });
    const content = week({
      learnings: [1, 2, 3, 4, 5].map((number) => ({
        number,
        title,
        author: left(number),
        helpful: 1234,
        card,
      })),
      pairs: [6, 7, 8].map((number) => ({
        number,
        title,
        asker: left(number),
        card,
        solution: { number: number + 10, body, author: left(number + 1) },
      })),
      waiting: [2_000_000_001, 2_000_000_002, 2_000_000_003].map((number) => ({
        number,
        title,
        asker: left(1),
        askedAt: end,
        card,
        solutions: 99,
      })),
      waitingInAll: 5000,
      thanks: {
        helpers: [1, 2, 3].map((index) => ({ person: left(index), helpful: 99, accepted: 99 })),
        newcomers: [1, 2, 3, 4, 5].map(left),
        moreNewcomers: 99,
        streaks: [1, 2, 3].map((index) => ({ person: left(index), weeks: 26 })),
        badges: [1, 2, 3].map((index) => ({ person: left(index), badges: [...badges] })),
        moreBadges: 99,
      },
      older: {
        number: 2_000_000_009,
        title,
        author: left(3),
        isSolved: true,
        createdAt: end,
        helpful: 1234,
        card,
      },
    });
    const view = digestView(en, content, {
      heading: en.digest.previewHeading,
      note: en.digest.previewNote('<t:1773640800:F>', '<t:1773640800:R>'),
      message: card,
      roleId: '2'.repeat(20),
      chart: { png: Buffer.from('png'), description: 'd'.repeat(1_024) },
      neighbours: { before: new Date(end.getTime() - 1), after: null },
    });
    expectWithinLimits(view);
    const [mention, ...texts] = textsOf(view.components);
    expect(mention).toBe(`<@&${'2'.repeat(20)}>`);
    for (const text of texts) {
      expect((text.match(/```/g)?.length ?? 0) % 2).toBe(0);
      expect(text).not.toMatch(/@everyone|(?<!\\)<@&/);
    }
    const page: WeekPage = {
      guildId: content.guildId,
      start: content.start,
      end,
      periodEnd: end,
      page: 1,
      pages: 3,
      entries: Array.from({ length: 15 }, (_, index) => ({
        number: 2_000_000_000 + index,
        type: 'solution',
        title,
        author: left(index),
        helpful: 999,
        isSolved: false,
        card,
      })),
    };
    expectWithinLimits(digestWeekView(en, page));
  });
});

describe('heartOf', () => {
  it('gives a short body whole', () => {
    expect(heartOf('Restart it.', 100)).toBe('Restart it.');
  });

  it('never cuts a link: it goes whole or not at all', () => {
    const body = `Look at https://example.com/a/very/long/address/that/goes/on and then restart everything.`;
    for (let limit = 30; limit < body.length; limit += 1) {
      const heart = heartOf(body, limit);
      if (heart.includes('http'))
        expect(heart).toContain('https://example.com/a/very/long/address/that/goes/on');
    }
    expect(heartOf(body, 40)).toBe('Look at…');
  });

  it('cuts code after whole lines and closes it', () => {
    const body = `Set it:\n\`\`\`sh\nexport A=1\nexport B=2\n${'export C=3\n'.repeat(50)}\`\`\`\nDone.`;
    expect(heartOf(body, 50)).toBe('Set it:\n```sh\nexport A=1\nexport B=2\n…\n```');
  });

  it('never cuts code within a line', () => {
    const body = 'In the workflow, use `actions/setup-python` with `cache: pip` and nothing else.';
    expect(heartOf(body, 60)).toBe('In the workflow, use `actions/setup-python` with…');
    expect(heartOf(body, 40)).toBe('In the workflow, use…');
  });

  it('leaves out code of which nothing would fit', () => {
    expect(heartOf(`Set it:\n\`\`\`\n${'x'.repeat(500)}\n\`\`\``, 60)).toBe('Set it: …');
  });

  it('closes a fence the author forgot', () => {
    expect(heartOf('```\nx = 1', 60)).toBe('```\nx = 1\n```');
  });

  it('cuts prose between characters as readers see them', () => {
    const family = '👨‍👩‍👧‍👦';
    expect(heartOf(family.repeat(20), 60)).toMatch(new RegExp(`^(?:${family})+…$`));
  });

  it('keeps headings small and long bodies to a few lines', () => {
    expect(heartOf('# Big\ntext', 60)).toBe('Big\ntext');
    expect(heartOf('a\n'.repeat(40), 400).split('\n').length).toBeLessThanOrEqual(8);
  });
});
