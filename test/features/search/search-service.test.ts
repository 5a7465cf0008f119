/** What search finds and forgives, whose lists can be turned, and what is offered while typing. */
import { beforeAll, describe, expect, it } from 'vitest';
import { TagService } from '../../../src/features/entries/tag-service.js';
import { TagStore } from '../../../src/features/entries/tag-store.js';
import { UserError } from '../../../src/platform/user-error.js';
import {
  amina,
  atOnce,
  guildId,
  kofi,
  moderator,
  otherGuildId,
  typed,
  wanjiru,
} from '../../support/cohort.js';
import { useSearch } from '../../support/search.js';

const cohort = useSearch();
const search = () => cohort.newSearch();
const numbersOf = async (query: string, guild = guildId) =>
  (await search().search(guild, { query })).results.map(({ number }) => number);

let docker: number;
let mention: number;
let accents: number;
let long: number;
let tagged: number;
let solvedChallenge: number;
let openChallenge: number;
let solution: number;

beforeAll(async () => {
  const { entries, challenges, share, ask, solve } = cohort;
  docker = await share({ title: 'Docker volumes keep data', body: 'A named volume outlives its container.' });
  mention = await share({ title: 'Tidy laptops', body: 'I removed every docker image I no longer need.' });
  accents = await share({ title: 'Déploiement sans façon', body: 'Résumé of the coördination.' }, kofi);
  long = await share({
    title:
      'What nobody told me about authenticating websocket connections behind a reverse proxy in production',
    body: 'The upgrade request carries cookies.',
  });
  tagged = await share({ title: 'Routing by folders', body: 'Pages are files.', tags: 'next.js, c++' }, kofi);
  solvedChallenge = await ask('Celery tasks never run', kofi, { body: 'The worker sits idle.' });
  openChallenge = await ask('Kubernetes ingress answers 404', kofi);
  solution = await solve(solvedChallenge, 'Start the worker with the same settings module.', amina);
  await challenges.accept(guildId, solution, { ...kofi });
  await share({ title: 'Docker in another guild', body: 'Elsewhere' }, wanjiru, otherGuildId);
  const hidden = await share(
    { title: 'Zanzibarology explained', body: 'A quuxification of plorbing.' },
    wanjiru,
  );
  await cohort.database.query('UPDATE entries SET hidden_at = now() WHERE number = $1 AND guild_id = $2', [
    hidden,
    guildId,
  ]);
  const deleted = await share({ title: 'Xylographers unite', body: 'Deleted soon.' }, wanjiru);
  await entries.remove(guildId, deleted, wanjiru.id);
});

describe('search', () => {
  it('ranks titles before mentions', async () => {
    expect(await numbersOf('docker')).toEqual([docker, mention]);
  });

  it.each([
    ['words with accents, typed without', 'deploiement facon', () => [accents]],
    ['words without accents, typed with', 'résumé', () => [accents]],
    ['other endings', 'authenticated connection', () => [long]],
    ['a word typed halfway, full matches first', 'docker volu', () => [docker, mention]],
    ['words within a long title', 'websocket proxy', () => [long]],
    ['a word that the parser would split', 'next.js', () => [tagged]],
    ['a tag with signs', 'c++', () => [tagged]],
    ['words of a solution', 'settings module', () => [solution]],
  ])('finds %s', async (_, query, numbers) => expect(await numbersOf(query)).toEqual(numbers()));

  it('corrects typos against the guild’s own words, and says so', async () => {
    const page = await search().search(guildId, { query: 'dokcer' });
    expect(page.results[0]?.number).toBe(docker);
    expect(page.correctedTo).toBe('docker');
    expect((await search().search(guildId, { query: 'celrey taks' })).correctedTo).toBe('celery tasks');
    expect((await search().search(guildId, { query: 'docker' })).correctedTo).toBeUndefined();
  });

  it.each(['zanzibarolgy', 'quuxificaton', 'plorbign', 'xylographrs'])(
    'never suggests %s as it is spelt in a hidden or deleted entry',
    async (query) => {
      const page = await search().search(guildId, { query });
      expect(page.correctedTo).toBeUndefined();
      expect(page.results).toEqual([]);
    },
  );

  it('does not suggest a hidden word because a visible one has its stem', async () => {
    const hidden = await cohort.share({ title: 'Flumbering', body: 'x' }, wanjiru);
    await cohort.share({ title: 'Flumber', body: 'x' }, wanjiru);
    await cohort.database.query('UPDATE entries SET hidden_at = now() WHERE number = $1 AND guild_id = $2', [
      hidden,
      guildId,
    ]);
    const page = await search().search(guildId, { query: 'flumbrnig' });
    expect(page.correctedTo ?? '').not.toContain('flumbering');
  });

  it('shows entries with some of the words when none has all, and says so', async () => {
    const page = await search().search(guildId, { query: 'docker celery' });
    expect(page.hasAnyWord).toBe(true);
    expect(page.results.map(({ number }) => number)).toEqual(
      expect.arrayContaining([docker, solvedChallenge]),
    );
  });

  it('stays within the guild', async () => {
    const page = await search().search(otherGuildId, { query: 'docker' });
    expect(page.results.map(({ title }) => title)).toEqual(['Docker in another guild']);
    expect(await numbersOf('websocket', otherGuildId)).toEqual([]);
  });

  it.each([
    ['an emoji', '🚀'],
    ['punctuation', '?!… --'],
    ['query syntax', "docker & | ! <-> ':* (("],
    ['a quote', "'; DROP TABLE entries; --"],
    ['NUL', 'doc\0ker'],
    ['6,000 characters', 'docker '.repeat(857)],
    ['a word of 6,000 characters', 'x'.repeat(6000)],
    ['right-to-left', 'تعلمت ‮docker'],
    ['stop words', 'the of and'],
    ['a lone surrogate', '\ud83d docker'],
    ['Devanagari', 'हिन्दी'],
    ['backslashes', '\\\\docker\\'],
  ])('bears %s', async (_, query) => {
    await expect(search().search(guildId, { query })).resolves.toMatchObject({ page: 0 });
    await expect(search().suggest(guildId, query, 'any', amina.id)).resolves.toBeInstanceOf(Array);
    await expect(
      search().similarSolved(guildId, { title: query, body: query, tags: '' }),
    ).resolves.toMatchObject({ strong: [], weak: [] });
  });

  it('finds nothing by an emoji rather than everything', async () => {
    expect(await numbersOf('🚀')).toEqual([]);
  });

  it('gives each result with what a list shows of it', async () => {
    await cohort.votes.toggleHelpful(guildId, solution, kofi);
    const page = await search().search(guildId, { query: 'settings' });
    expect(page).toMatchObject({ total: 1, totalIsCapped: false, pageCount: 1 });
    expect(page.results[0]).toMatchObject({
      number: solution,
      type: 'solution',
      title: 'Celery tasks never run',
      challengeNumber: solvedChallenge,
      authorId: amina.id,
      authorName: 'Amina',
      helpfulCount: 1,
      solved: true,
      card: null,
      snippet: 'Start the worker with the same settings module.',
    });
  });

  it('does not tell the title of a challenge that is gone', async () => {
    const challenge = await cohort.ask('Secret title of a challenge', wanjiru);
    const answer = await cohort.solve(challenge, 'Frobnicate the gizmo.', amina);
    await cohort.entries.remove(guildId, challenge, wanjiru.id);
    const page = await search().search(guildId, { query: 'frobnicate' });
    expect(page.results).toMatchObject([{ number: answer, title: null }]);
    const offered = await search().suggest(guildId, '', 'any', amina.id);
    expect(offered.map(({ label }) => label).join()).not.toContain('Secret');
  });
});

describe('filters', () => {
  const found = async (criteria: Parameters<ReturnType<typeof search>['search']>[1]) =>
    (await search().search(guildId, criteria)).results.map(({ number }) => number);

  it('without a query give the newest', async () => {
    const all = await found({});
    expect(all).toEqual([...all].sort((one, other) => other - one));
    expect(all).toHaveLength(5);
  });

  it('narrow both searches and lists', async () => {
    expect(await found({ kind: 'solution', authorId: amina.id })).toContain(solution);
    expect(await found({ kind: 'challenge' })).toEqual([openChallenge, solvedChallenge]);
    expect(await found({ kind: 'challenge', status: 'open' })).toEqual([openChallenge]);
    expect(await found({ kind: 'challenge', status: 'solved' })).toEqual([solvedChallenge]);
    expect(await found({ kind: 'challenge', status: 'solved', query: 'celery' })).toEqual([solvedChallenge]);
    expect(await found({ kind: 'challenge', status: 'open', query: 'celery' })).toEqual([]);
    expect(await found({ tag: '#Next.JS' })).toEqual([tagged]);
    expect(await found({ tag: 'c++', query: 'routing' })).toEqual([tagged]);
    expect(await found({ tag: 'next' })).toEqual([]);
    expect(await found({ tag: '"'.repeat(6_000) })).toEqual([]);
    expect(await found({ tag: '学'.repeat(6_000) })).toEqual([]);
    expect(await found({ tag: '+' })).toEqual([]);
    expect(await found({ authorId: kofi.id, query: 'docker' })).toEqual([]);
    expect(await found({ kind: 'concept', authorId: kofi.id })).toEqual([tagged, accents]);
  });

  it('show what one saved to oneself alone', async () => {
    await cohort.votes.toggleSave(guildId, docker, kofi);
    expect(await found({ savedBy: kofi.id })).toEqual([docker]);
    expect(await found({ savedBy: kofi.id, query: 'docker' })).toEqual([docker]);
    expect(await found({ savedBy: amina.id })).toEqual([]);
  });
});

describe('odd text', () => {
  const elsewhere = '700000000000000003';

  beforeAll(async () => {
    for (let index = 0; index < 12; index++) {
      await cohort.share({ title: `Odd entry ${index}`, tags: 'odd' }, amina, elsewhere);
    }
  });

  it.each([
    ['NUL', '\0'],
    ['half a character', '\ud83d'],
    ['a control character', '\u0007'],
  ])('%s in a query or a tag is passed over', async (_name, odd) => {
    const service = search();
    const { id, page } = await service.open(elsewhere, amina.id, { query: `odd ${odd}` });
    expect(page.total).toBe(12);
    await expect(service.turn(elsewhere, amina.id, id ?? '', 1)).resolves.toMatchObject({ id });
    await expect(service.open(elsewhere, amina.id, { query: 'odd', tag: odd })).resolves.toBeDefined();
  });
});

describe('lists', () => {
  const open = () => search().open(guildId, amina.id, {});

  it('are kept when there are more pages, and turned by a process that did not open them', async () => {
    const listed = await open();
    const second = await search().turn(guildId, amina.id, listed.id ?? '', 1);
    expect(second.page.page).toBe(1);
    const numbers = [...listed.page.results, ...second.page.results].map(({ number }) => number);
    expect(new Set(numbers).size).toBe(numbers.length);
    expect(second.page.total).toBe(listed.page.total);
  });

  it('keep a correction on every page', async () => {
    for (let index = 0; index < 6; index++)
      await cohort.share({ title: `Terraform module ${index}` }, wanjiru);
    const listed = await search().open(guildId, amina.id, { query: 'terrafrom' });
    expect(listed.page.correctedTo).toBe('terraform');
    const next = await search().turn(guildId, amina.id, listed.id ?? '', 1);
    expect(next.page).toMatchObject({ correctedTo: 'terraform', total: 6 });
    expect(next.page.results).toHaveLength(1);
  });

  it('show their last page when there are fewer by now', async () => {
    const listed = await open();
    const { page } = await search().turn(guildId, amina.id, listed.id ?? '', 999);
    expect(page.page).toBe(page.pageCount - 1);
    expect(page.results.length).toBeGreaterThan(0);
  });

  it('are not kept for a single page', async () => {
    expect((await search().open(guildId, amina.id, { query: 'websocket' })).id).toBeNull();
  });

  it('belong to the member who opened them, in their guild, for a day', async () => {
    const { id } = await open();
    const turned = (guild: string, member: string) => search().turn(guild, member, id ?? '', 1);
    await expect(turned(guildId, kofi.id)).rejects.toEqual(new UserError('not-your-control', {}));
    await expect(turned(otherGuildId, amina.id)).rejects.toEqual(new UserError('listing-gone', {}));
    const opened = cohort.time.now;
    cohort.time.now = new Date(opened.getTime() + 86_400_001);
    await expect(turned(guildId, amina.id)).rejects.toEqual(new UserError('listing-gone', {}));
    expect(await search().removeExpiredListings()).toBeGreaterThan(0);
    cohort.time.now = opened;
    await expect(turned(guildId, amina.id)).rejects.toEqual(new UserError('listing-gone', {}));
  });
});

describe('suggestions', () => {
  const offered = async (
    typedText: string,
    filter: Parameters<ReturnType<typeof search>['suggest']>[2] = 'any',
    member = amina.id,
  ) => (await search().suggest(guildId, typedText, filter, member)).map(({ number }) => number);

  it('begin with the number typed, then numbers that begin so', async () => {
    const [first, ...others] = await offered('1');
    expect(first).toBe(1);
    expect(others).toContain(12);
    expect(others.every((number) => String(number).startsWith('1'))).toBe(true);
    expect(others).toEqual([...others].sort((one, other) => one - other));
    expect((await offered('#2'))[0]).toBe(2);
    expect(await offered('999')).toEqual([]);
  });

  it('match beginnings of any words, accents aside', async () => {
    expect(await offered('vol dock')).toEqual([docker]);
    expect(await offered('DEPLOI')).toEqual([accents]);
    expect(await offered('rev')).toEqual([long]);
    expect(await offered('image')).toEqual([mention]);
  });

  it('offer the newest when nothing is typed, and nothing for an emoji', async () => {
    const newest = await offered('');
    expect(newest).toEqual([...newest].sort((one, other) => other - one));
    expect(newest.length).toBeGreaterThan(5);
    expect(await offered('🚀')).toEqual([]);
  });

  it('offer what fits the command', async () => {
    expect(await offered('', 'open-challenge')).toEqual([openChallenge]);
    expect(await offered('', 'solved-challenge')).toEqual([solvedChallenge]);
    expect(await offered('celery', 'open-challenge')).toEqual([]);
    expect(await offered('', 'own', kofi.id)).toEqual([openChallenge, solvedChallenge, tagged, accents]);
    expect(await offered('kub', 'own', kofi.id)).toEqual([openChallenge]);
    expect(await offered('', 'solution')).toEqual([]);
  });

  it('offer solutions to one’s own open challenges first', async () => {
    const mine = await cohort.ask('Flaky browser test', wanjiru);
    const toMine = await cohort.solve(mine, 'Wait for the network to be idle.', amina);
    const toOther = await cohort.solve(openChallenge, 'Name the service port.', wanjiru);
    expect(await offered('', 'solution', wanjiru.id)).toEqual([toMine, toOther]);
    expect(await offered('', 'solution', kofi.id)).toEqual([toOther, toMine]);
    expect(await offered('ingress', 'solution', wanjiru.id)).toEqual([toOther]);
    const [label] = await search().suggest(guildId, 'ingress', 'solution', wanjiru.id);
    expect(label?.label).toBe(
      `#${toOther} → #${openChallenge} Kubernetes ingress answers 404: Name the service port.`,
    );
  });

  it('offer one’s own deleted entries of the last 30 days to restore', async () => {
    const gone = await cohort.share({ title: 'Regretted words' }, moderator);
    await cohort.entries.remove(guildId, gone, moderator.id);
    expect(await offered('', 'own-deleted', moderator.id)).toEqual([gone]);
    expect(await offered('regr', 'own-deleted', moderator.id)).toEqual([gone]);
    expect(await offered('', 'own-deleted', amina.id)).toEqual([]);
    expect(await offered(String(gone))).not.toContain(gone);
    const now = cohort.time.now;
    cohort.time.now = new Date(now.getTime() + 31 * 86_400_000);
    expect(await offered('', 'own-deleted', moderator.id)).toEqual([]);
    cohort.time.now = now;
  });

  it('have labels of 100 characters at most, and are 25 at most', async () => {
    await Promise.all(
      Array.from({ length: 30 }, (_, index) =>
        cohort.share({ title: `Widget ${index} ${'🚀'.repeat(50)}` }, moderator),
      ),
    );
    const found = await search().suggest(guildId, 'widg', 'any', amina.id);
    expect(found).toHaveLength(25);
    for (const { label } of found) expect(label.length).toBeLessThanOrEqual(100);
  });
});

describe('similar challenges', () => {
  const similarTo = (title: string, guild = guildId) =>
    search().similarSolved(guild, { title, body: '', tags: '' });

  it('are solved, and come with what solved them', async () => {
    const { strong } = await similarTo('My celery task does not run, the worker is idle');
    expect(strong).toMatchObject([
      {
        number: solvedChallenge,
        solution: {
          number: solution,
          body: 'Start the worker with the same settings module.',
          authorId: amina.id,
        },
      },
    ]);
  });

  it.each(['Kubernetes ingress answers', 'How do I run away?', 'the of and', ''])(
    'are none for “%s”',
    async (title) => {
      expect(await similarTo(title)).toEqual({ strong: [], weak: [] });
    },
  );

  it('stay within the guild', async () => {
    expect(await similarTo('celery tasks never run', otherGuildId)).toEqual({ strong: [], weak: [] });
  });

  it('are found by the words of their solutions, too', async () => {
    const { strong, weak } = await similarTo('Which settings module?');
    expect([...strong, ...weak].map(({ number }) => number)).toEqual([solvedChallenge]);
  });

  it('are found by what members asked whom they helped, until those are forgotten', async () => {
    const draft = { title: 'Zebra crossing flickers', body: 'Purple giraffe output', tags: '' };
    expect(await search().similarSolved(guildId, draft)).toEqual({ strong: [], weak: [] });
    await cohort.challenges.learn(guildId, await cohort.entries.view(guildId, solution), moderator, draft);
    const { strong } = await search().similarSolved(guildId, draft);
    expect(strong.map(({ number }) => number)).toEqual([solvedChallenge]);
    await cohort.database.query('DELETE FROM challenge_aliases WHERE member_id = $1', [moderator.id]);
    expect(await search().similarSolved(guildId, draft)).toEqual({ strong: [], weak: [] });
    expect(await cohort.database.query(`SELECT FROM vocabulary WHERE word = 'giraffe'`)).toEqual([]);
  });
});

describe('the vocabulary', () => {
  /** Counted again from what is visible now, and as it is kept. */
  async function counts() {
    await search().search(guildId, { query: 'docker' });
    const kept = await cohort.database.query(
      'SELECT word, entries FROM vocabulary WHERE guild_id = $1 ORDER BY word',
      [guildId],
    );
    const counted = await cohort.database.query(
      `SELECT word COLLATE "C" AS word, count(*)::integer AS entries
         FROM search_documents d JOIN entries e USING (guild_id, number), unnest(tsvector_to_array(d.words) || ARRAY['']) AS word
        WHERE d.guild_id = $1 AND e.visible GROUP BY 1 ORDER BY 1`,
      [guildId],
    );
    const [entries] = await cohort.database.query(
      'SELECT count(*)::integer AS count FROM entries WHERE guild_id = $1 AND visible',
      [guildId],
    );
    return { kept, counted, entries: entries?.['count'] as number };
  }

  const usesOf = async (word: string) => {
    await search().search(guildId, { query: 'docker' });
    const [row] = await cohort.database.query(
      'SELECT entries FROM vocabulary WHERE guild_id = $1 AND word = $2',
      [guildId, word],
    );
    return (row?.['entries'] as number | undefined) ?? 0;
  };

  it('counts right after sharing, editing, hiding, merging tags, deleting and bringing back', async () => {
    const first = await cohort.share({ title: 'Quokka sanctuary', body: 'quokka', tags: 'quokkas' }, wanjiru);
    const second = await cohort.share({ title: 'Wombat', body: 'Not a quokka', tags: 'marsupial' }, wanjiru);
    expect(await usesOf('quokka')).toBe(2);
    await cohort.entries.edit(
      guildId,
      second,
      wanjiru,
      typed({ title: 'Wombat', body: 'A wombat', tags: 'marsupial' }),
    );
    expect(await usesOf('quokka')).toBe(1);
    const tags = new TagService(new TagStore(cohort.dataSource()), () => cohort.time.now);
    await tags.rename(guildId, { from: 'quokkas', to: 'marsupial' }, moderator.id);
    expect([await usesOf('#quokkas'), await usesOf('#marsupial')]).toEqual([0, 2]);
    await cohort.database.query('UPDATE entries SET hidden_at = now() WHERE guild_id = $1 AND number = $2', [
      guildId,
      first,
    ]);
    expect(await usesOf('quokka')).toBe(0);
    await cohort.database.query('UPDATE entries SET hidden_at = NULL WHERE guild_id = $1 AND number = $2', [
      guildId,
      first,
    ]);
    expect(await usesOf('quokka')).toBe(1);
    await cohort.entries.remove(guildId, first, wanjiru.id);
    expect(await usesOf('quokka')).toBe(0);
    await cohort.entries.restore(guildId, first, wanjiru.id);
    expect(await usesOf('quokka')).toBe(1);
    await cohort.database.query('DELETE FROM entries WHERE guild_id = $1 AND number = $2', [guildId, first]);
    expect(await usesOf('quokka')).toBe(0);
    const { kept, counted, entries } = await counts();
    expect(kept).toEqual(counted);
    expect(kept[0]).toEqual({ word: '', entries });
  });

  it('counts right when 50 members share the same new words at once, in any order, and others search', async () => {
    const words = Array.from(
      { length: 40 },
      (_, index) => `novelty${String.fromCharCode(97 + (index % 26))}${index}`,
    );
    const shared = await atOnce(50, async (index) => {
      await cohort.share({ title: `Race ${index}`, body: [...words.slice(index % 40), ...words].join(' ') });
      await search().search(guildId, { query: 'noveltya0' });
    });
    expect(shared.filter(({ status }) => status === 'rejected')).toEqual([]);
    const { kept, counted } = await counts();
    expect(kept).toEqual(counted);
    expect(kept.filter(({ word }) => String(word).startsWith('novelty'))).toHaveLength(40);
  });

  it('misses no change that was under way while it was indexed', async () => {
    const runner = cohort.dataSource().createQueryRunner();
    await runner.startTransaction();
    try {
      await runner.query('UPDATE entries SET body = $3 WHERE guild_id = $1 AND number = $2', [
        guildId,
        docker,
        'aardwolf',
      ]);
      expect(await usesOf('aardwolf')).toBe(0);
      await runner.commitTransaction();
    } finally {
      await runner.release();
    }
    expect(await usesOf('aardwolf')).toBe(1);
  });
});
