/** What is found however it is asked: a floor under the figures of `npm run bench -- retrieval`. */
import { expect, it } from 'vitest';
import { measureRetrieval, readRetrievalSet } from '../../../bench/retrieval/set.js';
import { amina, guildId, kofi } from '../../support/cohort.js';
import { useSearch } from '../../support/search.js';

const cohort = useSearch();
const set = readRetrievalSet();
if (!set) console.warn('../shared/retrieval/set.json is missing: what is found is not measured.');

it.runIf(set)(
  'is found by other words, misspelt, and from an error message',
  { timeout: 120_000 },
  async () => {
    if (!set) return;
    const ids = new Map<number, string>();
    for (const { id, type, title, details, tags = '', kind = 'concept', solution } of set.entries) {
      if (type === 'learning') {
        ids.set(await cohort.share({ kind, title, body: details, tags }), id);
        continue;
      }
      const challenge = await cohort.ask(title, amina, { body: details, tags });
      ids.set(challenge, id);
      if (!solution) continue;
      const number = await cohort.solve(challenge, solution, kofi);
      ids.set(number, id);
      await cohort.challenges.accept(guildId, number, amina);
    }
    const search = cohort.newSearch();
    const idsOf = (found: readonly { number: number }[]) => found.map(({ number }) => ids.get(number) ?? '');
    const figures = await measureRetrieval(set, {
      async draft({ title, details, tags }) {
        const { strong, weak } = await search.similarSolved(guildId, { title, body: details, tags });
        return { shown: idsOf(strong), named: idsOf(weak) };
      },
      query: async (query) => idsOf((await search.search(guildId, { query })).results),
      typed: async (command, typed) =>
        idsOf(
          await search.suggest(
            guildId,
            typed,
            command === '/challenge solve' ? 'open-challenge' : 'any',
            amina.id,
          ),
        ),
    });
    console.log(figures);
    expect(figures.falseAlarms).toBeLessThanOrEqual(0.1);
    expect(figures.recallOfWords).toBeGreaterThanOrEqual(0.95);
    expect(figures.recallInterrupting).toBeGreaterThanOrEqual(0.65);
    expect(figures.recallWithNamed).toBeGreaterThanOrEqual(0.9);
    expect(figures.search).toBeGreaterThanOrEqual(0.95);
    expect(figures.autocomplete).toBeGreaterThanOrEqual(0.9);
  },
);
