/** Finding entries: ranked search that forgives misspellings, lists with pages, suggestions, and similar challenges. */
import { randomUUID } from 'node:crypto';
import { entryTypes, type LearningKind, restorableDays } from '../entities/entry.js';
import type { Listed, SearchCriteria, SearchFilter, SearchPage, SearchTerms } from '../entities/search.js';
import type { SimilarChallenge } from '../entities/similar-challenge.js';
import type { ListingStore } from '../stores/listing-store.js';
import { type FoundPage, SearchStore } from '../stores/search-store.js';
import type { SuggestionFilter } from '../stores/suggestion-statements.js';
import type { Clock } from './clock.js';
import { holdsSecret } from './guard/secrets.js';
import { folded, matchesIn, numberRanges, shortened, snippetOf, wordsOf } from './search-terms.js';
import { likeliest, meantWord } from './spelling.js';
import { cleanLine, foldTag } from './text.js';
import { UserError } from './user-error.js';

export type { SuggestionFilter };

/** What is looked for, settled once and the same on every page. */
interface Settled {
  terms: SearchTerms | null;
  correctedTo?: string;
  hasAnyWord?: boolean;
}

/** How long a list can be paged through (ms). */
const listedFor = 86_400_000;

const snippetLength = 160;

/** Words of a question that solved challenges are compared by. */
const comparedWords = 24;

/** Words near a misspelt one that are looked at closely. */
const candidatesOfEach = 6;

/** Discord's limit for the label of a choice. */
const labelLength = 100;

const nothing: FoundPage = { results: [], total: 0, totalIsCapped: false };

export class SearchService {
  constructor(
    private readonly store: Pick<
      SearchStore,
      'matches' | 'newest' | 'lookUp' | 'usable' | 'suggestions' | 'similarSolved'
    >,
    private readonly listings: Pick<ListingStore, 'insert' | 'find' | 'removeExpired'>,
    private readonly clock: Clock,
    private readonly newId: () => string = randomUUID,
  ) {}

  /** A page of what the criteria ask for: the best matches, or without a query the newest. */
  async search(guildId: string, criteria: SearchCriteria, page = 0): Promise<SearchPage> {
    return (await this.find(guildId, criteria, page))[0];
  }

  /**
   * The first page; when there are more, the list is kept for a day for whoever opened it, unless a secret was looked
   * for.
   */
  async open(guildId: string, memberId: string, typed: SearchCriteria): Promise<Listed> {
    const criteria = { ...typed, query: clean(typed.query), tag: clean(typed.tag) };
    const [page, settled] = await this.find(guildId, criteria, 0);
    if (page.pageCount < 2 || holdsSecret(criteria)) return { id: null, criteria, page };
    const id = this.newId();
    const keptUntil = new Date(this.clock().getTime() + listedFor);
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
    const words = wordsOf(typed);
    if (words.length === 0 && /[^\s#]/u.test(typed)) return [];
    const found = await this.store.suggestions(guildId, {
      filter,
      memberId,
      words,
      ranges: numberRanges(typed),
      deletedAfter: new Date(this.clock().getTime() - restorableDays * 86_400_000),
    });
    return found.map(({ number, title, beginning, challenge }) => {
      const beginningLine = beginning.replace(/\s+/g, ' ').trim();
      const name = challenge
        ? `#${number} → #${challenge.number} ${challenge.title ? shortened(challenge.title, 45) : ''}: ${beginningLine}`
        : `#${number} ${title ?? beginningLine}`;
      return { number, label: shortened(name, labelLength) };
    });
  }

  /** Solved challenges like this text, which begins with a title, each with the solution that was accepted. */
  async similarSolved(guildId: string, text: string, limit = 3): Promise<SimilarChallenge[]> {
    const words = wordsOf(text, comparedWords);
    return words.length === 0 ? [] : this.store.similarSolved(guildId, words, limit);
  }

  /** Lets go of lists nobody can turn any more. */
  async removeExpiredListings(): Promise<number> {
    return this.listings.removeExpired(this.clock());
  }

  private async find(
    guildId: string,
    criteria: SearchCriteria,
    page: number,
  ): Promise<[SearchPage, Settled]> {
    const filter = filterOf(criteria);
    const words = wordsOf(criteria.query ?? '');
    let settled: Settled = { terms: null };
    // Something was asked for, but there is no word in it: then nothing has it.
    if (words.length === 0 && (criteria.query ?? '').trim() !== '')
      return [pageOf(nothing, settled, 0), settled];
    if (words.length > 0) settled = { terms: { words, prefixFrom: words.length, every: true } };
    let found = await this.look(guildId, filter, settled, page);
    if (words.length > 0 && found.total === 0 && page === 0) {
      settled = (await this.forgive(guildId, words)) ?? settled;
      found = await this.look(guildId, filter, settled, page);
      if (found.total === 0 && words.length > 1) {
        const anyOf: Settled = {
          ...settled,
          terms: { words: settled.terms?.words ?? words, prefixFrom: 1, every: false },
          hasAnyWord: true,
        };
        const anyFound = await this.look(guildId, filter, anyOf, page);
        if (anyFound.total > 0) return [pageOf(anyFound, anyOf, page), anyOf];
      }
    }
    return [pageOf(found, settled, page), settled];
  }

  private async look(
    guildId: string,
    filter: SearchFilter,
    { terms }: Settled,
    page: number,
  ): Promise<FoundPage> {
    return terms
      ? this.store.matches(guildId, filter, terms, page)
      : this.store.newest(guildId, filter, page);
  }

  /** The same words with those that no entry has spelt as the guild spells them. */
  private async forgive(guildId: string, words: readonly string[]): Promise<Settled | undefined> {
    const lookedUp = new Map((await this.store.lookUp(guildId, words)).map((entry) => [entry.word, entry]));
    const known = words.filter((word) => lookedUp.get(word)?.isKnown);
    const likely = new Map(
      words
        .filter((word) => !lookedUp.get(word)?.isKnown)
        .map((word) => [word, likeliest(folded(word), lookedUp.get(word)?.near ?? [], candidatesOfEach)]),
    );
    const candidates = [...new Set([...likely.values()].flat())];
    const usable = candidates.length > 0 ? await this.store.usable(guildId, candidates, known) : [];
    const meant = words.map((word) => {
      const near = likely.get(word);
      if (!near) return word;
      return (
        meantWord(
          folded(word),
          usable.filter((candidate) => near.includes(candidate.word)),
        ) ?? word
      );
    });
    const terms: SearchTerms = { words: [...new Set(meant)], prefixFrom: 1, every: true };
    const isCorrected = meant.some((word, index) => word !== words[index]);
    return isCorrected ? { terms, correctedTo: terms.words.join(' ') } : { terms };
  }
}

/** What the database can keep and compare: it refuses NUL, and half a character within JSON. */
function clean(text: string | undefined): string | undefined {
  return text === undefined ? undefined : cleanLine(text);
}

function filterOf({ kind, tag, authorId, savedBy, status }: SearchCriteria): SearchFilter {
  const type = entryTypes.find((candidate) => candidate === kind);
  const foldedTag = foldTag(tag ?? '');
  return {
    ...(type ? { type } : kind && { kind: kind as LearningKind }),
    ...(foldedTag && { tag: foldedTag }),
    ...(authorId && { authorId }),
    ...(savedBy && { savedBy }),
    ...(status && status !== 'all' && { status }),
  };
}

function pageOf(found: FoundPage, { terms, correctedTo, hasAnyWord }: Settled, page: number): SearchPage {
  const words = terms?.words ?? [];
  return {
    results: found.results.map(({ body, ...result }) => {
      const snippet = snippetOf(body, words, snippetLength);
      return { ...result, snippet, snippetMatches: matchesIn(snippet, words) };
    }),
    page,
    pageCount: Math.ceil(found.total / SearchStore.pageSize),
    total: found.total,
    totalIsCapped: found.totalIsCapped,
    ...(correctedTo && { correctedTo }),
    ...(hasAnyWord && { hasAnyWord }),
  };
}
