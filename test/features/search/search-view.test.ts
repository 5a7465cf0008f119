/** Lists and leaderboards: what they say, within Discord's limits for the longest texts, and unable to mislead. */
import { describe, expect, it } from 'vitest';
import { refusalOf } from '../../../sandbox/server/validation/index.js';
import { messageBody } from '../../../src/discord/message/message-body.js';
import type { MessageView } from '../../../src/discord/message/message-view.js';
import type { Listed, SearchResult } from '../../../src/features/search/search-model.js';
import { searchView } from '../../../src/features/search/search-view.js';
import type { Standing } from '../../../src/features/stats/leaderboard-model.js';
import { leaderboardView } from '../../../src/features/stats/leaderboard-view.js';
import { en } from '../../../src/locales/en/index.js';

const id = '00000000-0000-4000-8000-000000000000';
const guildId = '1234567890123456789';

const result = (changes: Partial<SearchResult> = {}): SearchResult => ({
  number: 12,
  type: 'learning',
  kind: 'concept',
  title: 'Docker volumes',
  snippet: 'A docker volume outlives its container.',
  snippetMatches: [[2, 8]],
  tags: ['docker'],
  authorId: '1234567890123456789',
  authorName: 'Amina',
  helpfulCount: 3,
  createdAt: new Date('2026-03-02T08:00:00Z'),
  solved: false,
  solutionCount: 2,
  challengeNumber: null,
  card: { channelId: '2', messageId: '3' },
  learners: { count: 1, first: [] },
  ...changes,
});

const listed = (
  changes: Partial<Listed['page']> = {},
  criteria: Listed['criteria'] = { query: 'docker' },
  kept = true,
): Listed => ({
  id: kept ? id : null,
  criteria,
  page: { results: [result()], page: 0, pageCount: 3, total: 12, totalIsCapped: false, ...changes },
});

/** The message as text, and each of its buttons as `label (custom id)`. */
function shown(view: MessageView): { text: string; buttons: string[] } {
  const text: string[] = [];
  const buttons: string[] = [];
  const visit = (part: unknown): void => {
    if (Array.isArray(part)) part.forEach(visit);
    else if (typeof part === 'object' && part !== null) {
      const { content, label, custom_id, disabled, components } = part as Record<string, unknown>;
      if (typeof content === 'string') text.push(content);
      if (typeof label === 'string') buttons.push(`${label}${disabled ? ' off' : ''} (${custom_id})`);
      visit(components);
    }
  };
  visit(view.components);
  return { text: text.join('\n'), buttons };
}

function expectAccepted(view: MessageView) {
  const body = JSON.parse(JSON.stringify(messageBody(view).body));
  expect(refusalOf({ method: 'POST', route: '/channels/{channel_id}/messages', body })).toBeUndefined();
}

describe('searchView', () => {
  it('shows what each entry is, links to its card, and marks the words', () => {
    const { text, buttons } = shown(searchView(en, guildId, listed()));
    expect(text).toContain('Results for “docker”');
    expect(text).toContain('12 results · page 1 of 3');
    expect(text).toContain(`[**#12**](https://discord.com/channels/${guildId}/2/3) **Docker volumes**`);
    expect(text).toContain('Concept · by <@1234567890123456789> · <t:1772438400:R> · 👍 3');
    expect(text).toContain('A **docker** volume outlives');
    expect(buttons).toEqual([
      'View (n1:view:12)',
      'Read 2 solutions (n1:solutions:12)',
      'Show in channel (n1:show-in-channel:12)',
      `Previous off (n1:listing:${id}:0)`,
      `Next (n1:listing:${id}:1)`,
    ]);
    expectAccepted(searchView(en, guildId, listed()));
  });

  it('isolates a snippet from right to left as a whole, whatever is marked in it', () => {
    const snippet = 'عندي docker compose مرتين';
    const { text } = shown(
      searchView(en, guildId, listed({ results: [result({ snippet, snippetMatches: [[5, 11]] })] })),
    );
    expect(text).toContain('\u2068عندي **docker** compose مرتين\u2069');
  });

  it('leaves addresses unmarked, which would lead elsewhere', () => {
    const snippet = 'Docker says http://127.0.0.1:8000 for docker.';
    const marks = [
      [0, 6],
      [19, 22],
      [38, 44],
    ] as const;
    const { text } = shown(
      searchView(en, guildId, listed({ results: [result({ snippet, snippetMatches: marks })] })),
    );
    expect(text).toContain('**Docker** says http://127.0.0.1:8000 for **docker**');
  });

  it('has no next page on the last one, and no buttons to turn with for a single one', () => {
    expect(shown(searchView(en, guildId, listed({ page: 2 }))).buttons.slice(3)).toEqual([
      `Previous (n1:listing:${id}:1)`,
      `Next off (n1:listing:${id}:3)`,
    ]);
    expect(shown(searchView(en, guildId, listed({ pageCount: 1 }, {}, false))).buttons).toHaveLength(3);
  });

  it('says what a query was corrected to, and when words are missing', () => {
    const { text } = shown(
      searchView(en, guildId, listed({ correctedTo: 'docker', hasAnyWord: true, totalIsCapped: true })),
    );
    expect(text).toContain('Showing results for **docker**');
    expect(text).toContain('No entry has all of these words');
    expect(text).toContain('12+ results');
  });

  it('shows a technology of many with how many learned it, and who did last', () => {
    const technology = result({
      kind: 'technology',
      title: 'Django',
      learners: { count: 41, first: ['11', '12', '13'] },
    });
    const { text } = shown(searchView(en, guildId, listed({ results: [technology] })));
    expect(text).toContain('**Django** · 41 learners');
    expect(text).toContain('by <@11>, <@12>, <@13> and 38 more');
    expect(text).not.toContain(technology.authorId.concat('>'));
  });

  it('says of what it is the newest, as a name that means nothing else', () => {
    const { text } = shown(
      searchView(
        en,
        guildId,
        listed({ results: [result({ imported: { others: 22, fileName: '**my** README.md' } })] }, {}),
      ),
    );
    expect(text).toContain('imported from \\*\\*my\\*\\* README.md with 22 more');
  });

  it('names solutions by their challenge, and not by one that is gone', () => {
    const solution = (title: string | null) =>
      shown(
        searchView(
          en,
          guildId,
          listed({ results: [result({ type: 'solution', title, challengeNumber: 7, solved: true })] }),
        ),
      ).text;
    expect(solution('Celery')).toContain('Solution to #7 · Celery');
    expect(solution('Celery')).toContain('Accepted solution');
    expect(solution(null)).toContain('Solution to a deleted challenge');
  });

  it.each([
    ['a query', { query: 'xyzzy' }, /nothing for “xyzzy”.*\/challenge post/],
    ['saved entries', { savedBy: '1' }, /Save/],
    ['open challenges', { kind: 'challenge', status: 'open', isChallengeList: true }, /\/challenge post/],
    ['a tag', { tag: 'x' }, /tag/],
    ['anything', {}, /\/share/],
  ] as const)('says what to do when there is nothing of %s', (_, criteria, wanted) => {
    const view = searchView(en, guildId, listed({ results: [], total: 0, pageCount: 0 }, criteria, false));
    expect(shown(view).text).toMatch(wanted);
    expectAccepted(view);
  });

  it('offers to ask and to share what was not found, and says which filters were on', () => {
    const criteria = { query: 'xyzzy', kind: 'concept', tag: 'docker', authorId: '7' } as const;
    const empty = listed({ results: [], total: 0, pageCount: 0 }, criteria, false);
    const view = searchView(en, guildId, empty, { drafts: { ask: id, share: id.replace('4000', '4001') } });
    const { text, buttons } = shown(view);
    expect(text).toMatch(/Filters on: kind Concept · tag docker · by <@7>/);
    expect(buttons.map((button) => button.split(' ')[0])).toEqual(['Ask', 'Share']);
    expectAccepted(view);
  });

  it('shows moderators which synonyms were looked for, and nobody else', () => {
    const page = listed({ synonyms: ['kubernetes', 'kubectl'] });
    expect(shown(searchView(en, guildId, page, { showsSynonyms: true })).text).toContain(
      'Synonyms: kubernetes, kubectl',
    );
    expect(shown(searchView(en, guildId, page)).text).not.toContain('kubectl');
  });

  it.each([
    ['marks', '*_`~|[](https://x.y)<@1>@everyone'.repeat(8)],
    ['emoji', '👩🏽‍💻'.repeat(34)],
    ['four-byte characters', '𒀀'.repeat(80)],
    ['right-to-left', 'تعلمت '.repeat(30)],
    ['plain words', 'word '.repeat(40)],
  ])('stays within the limits for %s', (_, long) => {
    const results = Array.from({ length: 5 }, (_unused, index) =>
      result({
        number: 2_147_483_640 + index,
        title: long.slice(0, 120),
        snippet: long.slice(0, 160),
        snippetMatches: Array.from({ length: 30 }, (_each, place) => [place * 5, place * 5 + 4] as const),
        helpfulCount: 99_999,
        card: { channelId: guildId, messageId: guildId },
      }),
    );
    const page = {
      results,
      page: 98,
      pageCount: 100,
      total: 99_999,
      totalIsCapped: true,
      correctedTo: long,
      hasAnyWord: true,
    };
    expectAccepted(searchView(en, guildId, listed(page, { query: long.repeat(20) })));
  });

  it('shows pictures beside results, as many as a message has room for', () => {
    const results = Array.from({ length: 5 }, (_, index) =>
      result({ type: 'challenge', kind: null, number: index + 1, solved: false, solutionCount: 3 }),
    );
    const thumbnail = { url: 'https://cdn.discordapp.com/a.png', alt: 'x'.repeat(500), isSpoiler: true };
    const thumbnails = new Map(results.map(({ number }) => [number, thumbnail]));
    const full = searchView(en, guildId, listed({ results }), { thumbnails });
    expectAccepted(full);
    expect(JSON.stringify(full).match(/"media":/g)?.length).toBeGreaterThanOrEqual(2);
    const one = searchView(en, guildId, listed({ results }), { thumbnails: new Map([[4, thumbnail]]) });
    expectAccepted(one);
    expect(JSON.stringify(one).match(/"media":/g)).toHaveLength(1);
    const few = searchView(en, guildId, listed({ results: results.slice(0, 3) }, {}, false), { thumbnails });
    expect(JSON.stringify(few).match(/"media":/g)).toHaveLength(3);
  });

  it('does not let a title or a query ping, or fake a link', () => {
    const title = 'x](https://evil.example) @everyone <@123>';
    const { text } = shown(
      searchView(
        en,
        guildId,
        listed({ results: [result({ title, snippet: title, snippetMatches: [] })] }, { query: title }),
      ),
    );
    expect(text).not.toContain('@everyone');
    expect(text).not.toMatch(/(?<!\\)\]\(https:\/\/evil/);
    expect(text).not.toContain('<@123>');
  });
});

describe('leaderboardView', () => {
  const standing = (place: number): Standing => ({
    place,
    userId: '1234567890123456789',
    displayName: 'A'.repeat(100),
    points: 99_999,
    accepted: 9_999,
    solutions: 9_999,
    learnings: 9_999,
    challenges: 9_999,
    helpful: 9_999,
  });
  const since = new Date('2026-03-02T08:00:00Z');

  it('shows medals, one’s own place below, and the other periods', () => {
    const standings = Array.from({ length: 10 }, (_, index) => standing(index + 1));
    const view = leaderboardView(en, {
      period: 'week',

      hasNone: false,
      since,
      until: null,
      standings,
      own: { ...standing(14), points: 1 },
    });
    const { text, buttons } = shown(view);
    expect(text).toMatch(
      /🥇 <@1234567890123456789> · \*\*99,999 points\*\*[\s\S]*🥈[\s\S]*🥉[\s\S]*\*\*10\.\*\*/,
    );
    expect(text).toMatch(/Your place:\n\*\*14\.\*\* .*\*\*1 point\*\*/);
    expect(buttons).toEqual([
      'This week off (n1:leaderboard:week)',
      'This month (n1:leaderboard:month)',
      'All time (n1:leaderboard:all)',
    ]);
    expectAccepted(view);
  });

  it('names the week that ended, while nobody has points in the new one', () => {
    const view = leaderboardView(en, {
      period: 'week',
      hasNone: true,
      since,
      until: new Date('2026-03-09T08:00:00Z'),
      standings: [standing(1)],
      own: null,
    });
    const { text } = shown(view);
    expect(text).toContain('Last week');
    expect(text).toContain('<t:1772438400:f> to <t:1773043200:f>');
    expect(text).toContain('You had no points that week');
    expectAccepted(view);
  });

  it('says how to be the first', () => {
    const view = leaderboardView(en, {
      period: 'all',

      hasNone: true,
      since: null,
      until: null,
      standings: [],
      own: null,
    });
    expect(shown(view).text).toContain('/share');
    expectAccepted(view);
  });
});
