/** How soon what was just written is found, and that nobody waits long for it. */
import { beforeEach, describe, expect, it } from 'vitest';
import { ListingStore } from '../../../src/features/drafts/index.js';
import { SearchIndex } from '../../../src/features/search/search-index-store.js';
import { SearchService } from '../../../src/features/search/search-service.js';
import { SearchStore } from '../../../src/features/search/search-store.js';
import { WordFinder } from '../../../src/features/search/word-finder.js';
import { WordStore } from '../../../src/features/search/word-store.js';
import { amina, kofi, typed } from '../../support/cohort.js';
import { useSearch } from '../../support/search.js';

const cohort = useSearch();
const index = () => new SearchIndex(cohort.dataSource());

/** The search of a process whose index is kept up to date in that way. */
function searchWith(
  catchUp: (guildId: string) => Promise<void>,
  store = new SearchStore(cohort.dataSource()),
): SearchService {
  const dataSource = cohort.dataSource();
  const finder = new WordFinder(new WordStore(dataSource), { catchUp });
  return new SearchService(store, finder, new ListingStore(dataSource), () => cohort.time.now);
}

/** As while another process holds the guild's lock for long. */
const never = () => new Promise<void>(() => undefined);
const failing = () => Promise.reject(new Error('the connection was lost'));

let guildId: string;
let guilds = 0;
beforeEach(() => {
  guilds += 1;
  guildId = `7000000000000001${guilds}`;
});

const share = (title: string, author = amina, tags = '') =>
  cohort.share({ title, body: 'Said in other words.', tags }, author, guildId);

describe('a search', () => {
  it('finds what was written a moment ago', async () => {
    const number = await share('Cursors page through rows');
    const page = await searchWith((guild) => index().catchUp(guild)).search(guildId, { query: 'cursors' });
    expect(page.results.map((result) => result.number)).toEqual([number]);
  });

  it.each([
    ['cannot be made', failing],
    ['never ends', never],
  ])('answers from what is indexed when the index %s', async (_, catchUp) => {
    const known = await share('Cursors page through rows');
    await index().catchUp(guildId);
    await share('Cursors close themselves', kofi);
    const begun = performance.now();
    const page = await searchWith(catchUp).search(guildId, { query: 'cursors' });
    expect(page.results.map((result) => result.number)).toEqual([known]);
    expect(performance.now() - begun).toBeLessThan(2_000);
  });

  it('finds documents of the version before until they are made again, then ranks them by what their words say', async () => {
    const inTitle = await share('Cursors page through rows');
    const inText = await cohort.share(
      { title: 'Rows of a page', body: 'Cursors go through them.' },
      amina,
      guildId,
    );
    await index().catchUp(guildId);
    const dataSource = cohort.dataSource();
    await dataSource.query('UPDATE search_documents SET strengths = NULL, version = 1 WHERE guild_id = $1', [
      guildId,
    ]);
    const found = async () => {
      const page = await searchWith(() => Promise.resolve()).search(guildId, { query: 'cursors' });
      return page.results.map(({ number }) => number);
    };
    expect(new Set(await found())).toEqual(new Set([inText, inTitle]));
    const renewing = index();
    expect(await renewing.renewOutdated()).toBeGreaterThanOrEqual(2);
    // All documents are read for it: not every few seconds.
    expect(await renewing.renewOutdated()).toBe(0);
    await index().catchUp(guildId);
    expect(await found()).toEqual([inTitle, inText]);
    const [{ unmade }] = await dataSource.query(
      'SELECT count(*)::integer AS unmade FROM search_documents WHERE guild_id = $1 AND strengths IS NULL',
      [guildId],
    );
    expect(unmade).toBe(0);
  });
});

describe('what is offered while typing', () => {
  it('waits for no index, and has what was just written', async () => {
    const known = await share('Cursors page through rows');
    await index().catchUp(guildId);
    const fresh = await share('Cursors close themselves', kofi);
    const { number: challenge } = await cohort.entries.post(
      guildId,
      kofi,
      typed({ title: 'Cursor leaks memory', tags: '' }),
    );
    const search = searchWith(never);
    const offered = async (text: string, filter: 'any' | 'challenge' = 'any') =>
      (await search.suggest(guildId, text, filter, amina.id)).map(({ number }) => number);
    expect(await offered('curs')).toEqual([challenge, fresh, known]);
    expect(await offered('cursors clo')).toEqual([fresh, known]);
    expect(await offered('curs', 'challenge')).toEqual([challenge]);
    // A number goes first, whatever is newer.
    expect((await offered(`#${known}`))[0]).toBe(known);
  });

  it('offers nothing that was hidden before it was indexed', async () => {
    await share('Cursors page through rows');
    await cohort.database.query('UPDATE entries SET hidden_at = now() WHERE guild_id = $1', [guildId]);
    expect(await searchWith(never).suggest(guildId, 'curs', 'any', amina.id)).toEqual([]);
  });

  it('has what is not indexed yet indexed meanwhile', async () => {
    await share('Cursors page through rows');
    let caughtUp: Promise<void> | undefined;
    await searchWith((guild) => (caughtUp = index().catchUp(guild))).suggest(
      guildId,
      'curs',
      'any',
      amina.id,
    );
    await caughtUp;
    expect(await cohort.database.query('SELECT FROM search_changes WHERE guild_id = $1', [guildId])).toEqual(
      [],
    );
  });

  it('offers tags without waiting', async () => {
    await share('Cursors', amina, 'sql');
    await index().catchUp(guildId);
    await share('Locks', kofi, 'sqlite');
    expect(await searchWith(never).suggestTags(guildId, 'sq')).toEqual([{ tag: 'sql', entries: 1 }]);
  });
});

it('a name is found when its entry is indexed between the look at its words and the look for entries', async () => {
  /** Another process indexes the guild at that very moment. */
  class Overtaken extends SearchStore {
    override async unindexed(...asked: Parameters<SearchStore['unindexed']>) {
      await index().catchUp(guildId);
      return super.unindexed(...asked);
    }
  }
  const number = await share('Bloom filters');
  const search = searchWith(async () => undefined, new Overtaken(cohort.dataSource()));
  const found = await search.suggest(guildId, 'bloom filters', 'any', kofi.id);
  expect(found.map((one) => one.number)).toEqual([number]);
});
