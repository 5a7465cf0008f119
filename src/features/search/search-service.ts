/** Finding entries: ranked search that forgives misspellings, lists with pages, suggestions, and similar challenges. */
import { randomUUID } from 'node:crypto';
import { entryBounds, entryTypes, type LearningKind, restorableDays } from '../../entities/entry.js';
import type { Clock } from '../../platform/clock.js';
import { hideSpoilers } from '../../platform/shortening.js';
import { cleanLine, cut, foldTag, numberIn, shortened } from '../../platform/text.js';
import { UserError } from '../../platform/user-error.js';
import type { DraftText, SimilarChallenge } from '../challenges/index.js';
import type { ListingStore } from '../drafts/index.js';
import { holdsSecret } from '../secrets/index.js';
import { tokensOf } from '../words/index.js';
import { draftWords, evidenceOf, likenessOf, neededForDraft } from './draft-words.js';
import type { Listed, SearchCriteria, SearchFilter, SearchPage, Suggestion } from './search-model.js';
import { type FoundPage, SearchStore, type SuggestionQuery } from './search-store.js';
import { matchesIn, numberRanges, snippetOf } from './search-terms.js';
import { isFew, type SuggestionFilter, suggestedAtMost } from './suggestion-statements.js';
import type { Found, WordFinder } from './word-finder.js';

export type { SuggestionFilter };

/** What is looked for, settled once and the same on every page. */
interface Settled {
  /** Null for a list without words, `nothing` where no entry can match. */
  found: Found | 'nothing' | null;
  /** The entry asked for by its number, which comes first. */
  number: number | null;
}

/** How long a list can be paged through (ms). */
const listedForMs = 86_400_000;

const snippetLength = 160;

/** What is read of what a member types into an option (UTF-16 units). */
const typedAtMost = 200;

/** The query cuts beginnings off here (characters). */
const beginningLength = 100;

/** Discord's limit for the label of a choice. */
const labelLength = 100;

const nothing: FoundPage = { results: [], total: 0, totalIsCapped: false, hasAll: true };

/** Similar challenges that are shown, in each of two tiers. */
const similarAtMost = 3;

export class SearchService {
  constructor(
    private readonly store: Pick<
      SearchStore,
      'matches' | 'newest' | 'suggestions' | 'newestSuggestions' | 'fewEntries' | 'unindexed' | 'compare'
    >,
    private readonly finder: Pick<WordFinder, 'forQuery' | 'forBeginning' | 'known' | 'tags'>,
    private readonly listings: Pick<ListingStore, 'insert' | 'find' | 'removeExpired'>,
    private readonly clock: Clock,
    private readonly newId: () => string = randomUUID,
  ) {}

  /** A page of what the criteria ask for: the best matches, or without a query the newest. */
  async search(guildId: string, criteria: SearchCriteria, page = 0): Promise<SearchPage> {
    return (await this.find(guildId, criteria, page))[0];
  }

  /**
   * The first page; when there are more, the list is stored for a day for the member who opened it, unless the query looks like
   * a secret.
   */
  async open(guildId: string, memberId: string, typed: SearchCriteria): Promise<Listed> {
    const criteria = { ...typed, query: clean(typed.query), tag: clean(typed.tag) };
    const [page, settled] = await this.find(guildId, criteria, 0);
    if (page.pageCount < 2 || holdsSecret(criteria)) return { id: null, criteria, page };
    const id = this.newId();
    const keptUntil = new Date(this.clock().getTime() + listedForMs);
    await this.listings.insert({ id, guildId, memberId, criteria: { criteria, settled }, keptUntil });
    return { id, criteria, page };
  }

  /**
   * Another page of a list, counted from 0; the last one when there are fewer now.
   * @throws UserError `listing-gone`, `not-your-control`
   */
  async turn(guildId: string, memberId: string, listingId: string, page: number): Promise<Listed> {
    const listing = await this.listings.find(guildId, listingId, this.clock());
    if (!listing?.criteria['criteria']) throw new UserError('listing-gone', {});
    if (listing.memberId !== memberId) throw new UserError('not-your-control', {});
    const { criteria, settled } = listing.criteria as unknown as {
      criteria: SearchCriteria;
      settled: Settled;
    };
    // Opened by an earlier version, which looked for words in another way.
    if (criteria.query && !settled?.found) throw new UserError('listing-gone', {});
    const filter = filterOf(criteria);
    const found = await this.look(guildId, filter, settled, page);
    if (found.results.length > 0 || page === 0) {
      return { id: listingId, criteria, page: pageOf(found, settled, page) };
    }
    const first = await this.look(guildId, filter, settled, 0);
    const last = Math.max(0, Math.ceil(first.total / SearchStore.pageSize) - 1);
    const shown = last === 0 ? first : await this.look(guildId, filter, settled, last);
    return { id: listingId, criteria, page: pageOf(shown, settled, last) };
  }

  /**
   * At most 25 entries to pick from while typing: numbers that begin so, then titles with words that begin so, the
   * newest first; nothing typed gives the newest. Labels have at most 100 characters.
   */
  async suggest(
    guildId: string,
    typed: string,
    filter: SuggestionFilter,
    memberId: string,
  ): Promise<{ number: number; label: string }[]> {
    const query = {
      filter,
      memberId,
      deletedAfter: new Date(this.clock().getTime() - restorableDays * 86_400_000),
    };
    const found = await this.offered(guildId, cleanLine(typed.slice(0, typedAtMost)), query);
    return found.map(({ number, title, beginning, challenge }) => {
      const beginningLine = hideSpoilers(beginning, { isCut: beginning.length >= beginningLength })
        .replace(/\s+/g, ' ')
        .trim();
      const name = challenge
        ? `#${number} → #${challenge.number} ${challenge.title ? shortened(challenge.title, 45) : ''}: ${beginningLine}`
        : `#${number} ${title ?? beginningLine}`;
      return { number, label: shortened(hideSpoilers(name), labelLength) };
    });
  }

  /** At most 25 tags that begin as typed, those of most entries first, with how many have them. */
  async suggestTags(guildId: string, typed: string): Promise<{ tag: string; entries: number }[]> {
    return this.finder.tags(guildId, foldTag(typed.slice(0, typedAtMost)), suggestedAtMost);
  }

  /**
   * Solved challenges like a draft, each with the solution that was accepted: those alike enough to show before it is
   * posted, and those to name afterwards.
   */
  async similarSolved(
    guildId: string,
    draft: DraftText,
  ): Promise<Record<'strong' | 'weak', SimilarChallenge[]>> {
    const similar: Record<'strong' | 'weak', SimilarChallenge[]> = { strong: [], weak: [] };
    const words = draftWords(draft);
    if (words.length === 0) return similar;
    const known = await this.finder.known(guildId, words, neededForDraft(words));
    const evidence = evidenceOf(words, known);
    if (evidence.terms.length === 0) return similar;
    for (const compared of await this.store.compare(guildId, evidence.terms, 2 * similarAtMost)) {
      const { score, terms: shared, ...challenge } = compared;
      const likeness = likenessOf({ score, terms: shared }, evidence);
      if (likeness !== 'none') similar[likeness].push(challenge);
    }
    return { strong: similar.strong.slice(0, similarAtMost), weak: similar.weak.slice(0, similarAtMost) };
  }

  /** Lets go of lists nobody can turn any more. */
  async removeExpiredListings(): Promise<number> {
    return this.listings.removeExpired(this.clock());
  }

  private async offered(guildId: string, typed: string, query: SuggestionQuery): Promise<Suggestion[]> {
    if (typed.trim() === '' || typed.trim() === '#') return this.store.newestSuggestions(guildId, query);
    const ranges = numberRanges(typed);
    if (isFew(query.filter)) return matching(await this.store.fewEntries(guildId, query), typed, ranges);
    const first = await this.beginning(guildId, typed, ranges, query);
    // What was indexed between its two statements is in neither of them.
    const isMissed = first.offered.length === 0 && first.hasChanges;
    return isMissed ? (await this.beginning(guildId, typed, ranges, query)).offered : first.offered;
  }

  private async beginning(
    guildId: string,
    typed: string,
    ranges: ReturnType<typeof numberRanges>,
    query: SuggestionQuery,
  ): Promise<{ offered: Suggestion[]; hasChanges: boolean }> {
    const { found, hasChanges } = await this.finder.forBeginning(guildId, typed);
    const beginning = typed
      .trim()
      .toLowerCase()
      .replace(/[\\%_]/g, '\\$&');
    const [indexed, unindexed] = await Promise.all([
      found || ranges.length > 0
        ? this.store.suggestions(guildId, query, { typed: beginning, ranges }, found?.ranking)
        : [],
      hasChanges ? this.store.unindexed(guildId, query) : [],
    ]);
    return { offered: withUnindexed(indexed, matching(unindexed, typed, []), ranges), hasChanges };
  }

  private async find(
    guildId: string,
    criteria: SearchCriteria,
    page: number,
  ): Promise<[SearchPage, Settled]> {
    const query = (criteria.query ?? '').trim();
    const settled: Settled = { found: null, number: numberAsked(query) };
    if (query !== '') settled.found = (await this.finder.forQuery(guildId, query)) ?? 'nothing';
    else if (criteria.tag) await this.finder.known(guildId, []);
    return [pageOf(await this.look(guildId, filterOf(criteria), settled, page), settled, page), settled];
  }

  private async look(
    guildId: string,
    filter: SearchFilter,
    settled: Settled,
    page: number,
  ): Promise<FoundPage> {
    const { found, number } = settled;
    // A list of an earlier version has neither.
    if (!found) return this.store.newest(guildId, filter, page);
    const matches =
      found === 'nothing' ? nothing : await this.store.matches(guildId, filter, found.ranking, page);
    if (!number || page > 0) return matches;
    const { results } = await this.store.newest(guildId, { ...filter, number }, 0);
    const others = matches.results.filter((result) => result.number !== number);
    const isNew = results.length > 0 && others.length === matches.results.length;
    return {
      ...matches,
      results: [...results, ...others].slice(0, SearchStore.pageSize),
      total: matches.total + (isNew ? 1 : 0),
    };
  }
}

/** What the database can keep and compare: it refuses NUL, and half a character within JSON. */
function clean(text: string | undefined): string | undefined {
  return text === undefined ? undefined : cleanLine(text);
}

function filterOf({ kind, tag, authorId, savedBy, status }: SearchCriteria): SearchFilter {
  const type = entryTypes.find((candidate) => candidate === kind);
  // Cut above what a tag may have, also where each of its characters takes two units: it still matches nothing, and
  // the index takes it as a word.
  const foldedTag = cut(foldTag(tag ?? ''), 2 * (entryBounds.tag + 1));
  return {
    ...(type ? { type } : kind && { kind: kind as LearningKind }),
    ...(foldedTag && { tag: foldedTag }),
    ...(authorId && { authorId }),
    ...(savedBy && { savedBy }),
    ...(status && status !== 'all' && { status }),
  };
}

function pageOf(page: FoundPage, { found }: Settled, place: number): SearchPage {
  const looked = !found || found === 'nothing' ? undefined : found;
  const words = new Set(looked?.ranking.words);
  return {
    results: page.results.map(({ body, ...result }) => {
      const snippet = snippetOf(body, words, snippetLength);
      return { ...result, snippet, snippetMatches: matchesIn(snippet, words) };
    }),
    page: place,
    pageCount: Math.ceil(page.total / SearchStore.pageSize),
    total: page.total,
    totalIsCapped: page.totalIsCapped,
    ...(looked?.correctedTo && { correctedTo: looked.correctedTo }),
    ...(!page.hasAll && { hasAnyWord: true }),
    ...(looked && looked.synonyms.length > 0 && { synonyms: looked.synonyms }),
  };
}

function numberAsked(query: string): number | null {
  return query.startsWith('#') ? (numberIn(query) ?? null) : null;
}

/** What was just written, after what has the number typed and before what else has the words. */
function withUnindexed(
  indexed: readonly Suggestion[],
  unindexed: readonly Suggestion[],
  ranges: readonly (readonly [number, number])[],
): Suggestion[] {
  if (unindexed.length === 0) return [...indexed];
  const isNumbered = ({ number }: Suggestion) => ranges.some(([from, to]) => number >= from && number <= to);
  const all = [...indexed.filter(isNumbered), ...unindexed, ...indexed];
  return [...new Map(all.map((one) => [one.number, one])).values()].slice(0, suggestedAtMost);
}

/** Of entries that are few and read whole: those with a number that begins so, then those with every word typed. */
function matching(
  entries: readonly Suggestion[],
  typed: string,
  ranges: readonly (readonly [number, number])[],
): Suggestion[] {
  const asked = tokensOf(typed).flatMap(({ word, parts }) => (parts.length > 0 ? parts : [word]));
  const hasWords = ({ title, challenge, beginning, tags }: Suggestion) => {
    const text = [title ?? '', challenge?.title ?? '', beginning, ...tags].join(' ');
    const words = tokensOf(text).flatMap(({ word, parts }) => [word, ...parts]);
    return asked.length > 0 && asked.every((wanted) => words.some((word) => word.startsWith(wanted)));
  };
  const numbered = ranges.flatMap(([from, to]) =>
    entries
      .filter(({ number }) => number >= from && number <= to)
      .sort((one, other) => one.number - other.number),
  );
  return [...new Set([...numbered, ...entries.filter(hasWords)])].slice(0, suggestedAtMost);
}
