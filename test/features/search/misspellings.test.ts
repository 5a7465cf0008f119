/** Of 100 misspelt searches in a cohort of some 400 entries, how many have what was looked for among the first three. */
import { describe, expect, it } from 'vitest';
import { timeline } from '../../../scripts/cohort/timeline.js';
import { tokensOf } from '../../../src/features/words/index.js';
import { amina, guildId } from '../../support/cohort.js';
import { useSearch } from '../../support/search.js';

const cohort = useSearch();

/** A small generator of its own (mulberry32), so that every run asks the same. */
function randomFrom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

const parts = {
  tool: 'Docker,PostgreSQL,Redis,Celery,Django,GraphQL,Kubernetes,Nginx,RabbitMQ,TypeScript,React,Next.js,Tailwind,Jest,Playwright,Terraform,Elasticsearch,Webpack,Prisma,Express'.split(
    ',',
  ),
  thing:
    'migrations,indexes,volumes,websockets,pagination,serializers,permissions,webhooks,middleware,caching,transactions,components,environment variables,fixtures,background tasks,rate limits,uploads,sessions,snapshots,deployments'.split(
      ',',
    ),
  lesson:
    'explained with a drawing,without losing data,when the network is slow,for complete beginners,step by step,and what it costs,in production,that surprised me,on a small laptop,before the demo'.split(
      ',',
    ),
  body: 'I tried this with my team during the second week and wrote down what worked|The documentation helped more than the videos did|We measured before and after and kept the simpler version|My reviewer asked for a test first, which showed the mistake at once|It took an afternoon to understand and five minutes to mend'.split(
    '|',
  ),
};

/** One or two letters left out, doubled, exchanged or swapped with their neighbour; never in very short words. */
function misspelt(word: string, random: () => number): string {
  const letters = [...word];
  for (let times = word.length > 7 && random() < 0.4 ? 2 : 1; times > 0; times--) {
    const at = 1 + Math.floor(random() * (letters.length - 2));
    const kind = random();
    if (kind < 0.35) letters.splice(at, 2, letters[at + 1] ?? '', letters[at] ?? '');
    else if (kind < 0.6) letters.splice(at, 1);
    else if (kind < 0.8) letters.splice(at, 0, letters[at] ?? '');
    else letters[at] = 'abcdefghijklmnopqrstuvwxyz'[Math.floor(random() * 26)] ?? 'x';
  }
  return letters.join('');
}

describe('misspelt searches', () => {
  it('find the wanted entry among the first three at least 90 times in 100', {
    timeout: 60_000,
  }, async () => {
    const random = randomFrom(20_260_302);
    const pick = <T>(values: readonly T[]): T => values[Math.floor(random() * values.length)] as T;
    const titles = new Map<number, string>();
    for (const act of timeline) {
      if (act.act === 'share') {
        titles.set(
          await cohort.share({ title: act.title, body: act.body, tags: act.tags?.join(',') ?? '' }),
          act.title,
        );
      } else if (act.act === 'challenge') {
        titles.set(
          await cohort.ask(act.title, amina, { body: act.details, tags: act.tags?.join(',') ?? '' }),
          act.title,
        );
      }
    }
    const known = new Set<string>();
    while (titles.size < 400) {
      const title = `${pick(parts.tool)} ${pick(parts.thing)} ${pick(parts.lesson)}`;
      if (known.has(title)) continue;
      known.add(title);
      const body = `${pick(parts.body)}. ${pick(parts.tool)}: ${pick(parts.thing)}.`;
      titles.set(await cohort.share({ title, body }), title);
    }

    const search = cohort.newSearch();
    const numbers = [...titles.keys()];
    const missed: string[] = [];
    for (let asked = 0; asked < 100; ) {
      const wanted = pick(numbers);
      const words = tokensOf(titles.get(wanted) ?? '')
        .map(({ word }) => word)
        .filter((word) => word.length > 2);
      const long = words.filter((word) => word.length > 4 && /^[a-z]+$/.test(word));
      const wrong = pick(long);
      const misspelling = wrong && misspelt(wrong, random);
      if (!wrong || misspelling === wrong) continue;
      // People type some of the words they remember, in no order of ours: the misspelt one, and most others.
      const query = words
        .map((word) => (word === wrong ? misspelling : word))
        .slice(0, 6)
        .join(' ');
      if (!query.includes(misspelling)) continue;
      asked++;
      const { results, correctedTo } = await search.search(guildId, { query });
      if (!results.slice(0, 3).some(({ number }) => number === wanted)) {
        missed.push(`${query} (${wrong}), corrected to ${correctedTo}`);
      }
    }
    console.log(
      `Of 100 misspelt searches among ${titles.size} entries, ${100 - missed.length} found what was wanted.`,
    );
    expect(missed.length, missed.join('\n')).toBeLessThanOrEqual(10);
  });

  it('find a word of one entry alone, misspelt, nine times in ten', { timeout: 60_000 }, async () => {
    const random = randomFrom(7);
    const search = cohort.newSearch();
    const rows = await cohort.database.query<{ word: string; number: number }>(
      `SELECT word, min(number)::integer AS number FROM search_documents, unnest(tsvector_to_array(words)) AS word
        WHERE word ~ '^[a-z]{5,14}$' GROUP BY word HAVING count(*) = 1 ORDER BY word`,
    );
    let found = 0;
    const asked = 100;
    const missed: string[] = [];
    for (let index = 0; index < asked; index++) {
      const { word, number } = rows[Math.floor(random() * rows.length)] ?? { word: '', number: 0 };
      const query = misspelt(word, random);
      const { results, correctedTo } = await search.search(guildId, { query });
      if (results.slice(0, 3).some((result) => result.number === number)) found++;
      else missed.push(`${query} (${word}), corrected to ${correctedTo}`);
    }
    console.log(`Of ${asked} rare words of ${rows.length}, misspelt and alone, ${found} found their entry.`);
    expect(found, missed.join('\n')).toBeGreaterThanOrEqual(90);
  });
});
