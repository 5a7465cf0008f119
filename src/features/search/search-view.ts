/** A page of search results or of a list: what each entry is, where its words are, and buttons to open or show it. */
import type { APIComponentInContainer } from 'discord.js';
import { routes } from '../../components/routes.js';
import { accents, button, container, divider, note, row, text } from '../../discord/message/blocks.js';
import { fitted } from '../../discord/message/fit.js';
import type { MessageView } from '../../discord/message/message-view.js';
import { escape, escapeMarks, escapeTitle, shorten, timestamp } from '../../discord/message/text.js';
import type { Catalogue } from '../../locales/catalogue.js';
import { messageLink } from '../../platform/discord-links.js';
import { isolated } from '../../platform/right-to-left.js';
import type { Thumbnail } from '../pictures/index.js';
import { besidePictures } from './beside-pictures.js';
import type { Listed, SearchResult } from './search-model.js';

/** How much of a query is repeated (UTF-16 units). */
const queryShown = 80;

/** How much of a file's name is shown (UTF-16 units). */
const fileNameShown = 40;

/** Synonyms that moderators are shown at most. */
const synonymsShown = 8;

interface Measure {
  title: number;
  snippet: number;
}

/** How much of each title and snippet is shown (UTF-16 units), from ample to what always fits. */
const measures: readonly [Measure, ...Measure[]] = [
  { title: 120, snippet: 160 },
  { title: 100, snippet: 100 },
  { title: 80, snippet: 40 },
  { title: 50, snippet: 0 },
];

/** Drafts of a challenge and of a learning about what was not found, by their ids. */
export interface EmptyDrafts {
  ask: string;
  share: string;
}

interface Options {
  drafts?: EmptyDrafts | undefined;
  /** Moderators see which synonyms matched. */
  showsSynonyms?: boolean;
  /** The pictures of results, by number. */
  thumbnails?: ReadonlyMap<number, Thumbnail>;
}

/** The page, or a kind word and what to do next when it is empty. */
export function searchView(
  words: Catalogue,
  guildId: string,
  listed: Listed,
  { drafts, showsSynonyms = false, thumbnails = new Map() }: Options = {},
): MessageView {
  if (listed.page.results.length === 0) return emptyView(words, listed, drafts);
  return fitted(measures, (measure) => {
    const { results } = listed.page;
    const head = text(headOf(words, listed, showsSynonyms));
    const turns = turnParts(words, listed);
    const shown = besidePictures(
      results.map((result) => resultParts(words, guildId, result, measure)),
      results.map(({ number }) => thumbnails.get(number)),
      [head, ...turns],
    );
    return { components: [container(accents.quiet, head, ...shown, ...turns)] };
  });
}

function emptyView(words: Catalogue, listed: Listed, drafts: EmptyDrafts | undefined): MessageView {
  const filters = filtersOf(words, listed);
  const said = [emptyText(words, listed), ...(filters.length > 0 ? [words.search.filtersOn(filters)] : [])];
  if (!drafts) return note(said.join('\n'));
  return {
    components: [
      container(
        accents.quiet,
        text(said.join('\n')),
        row(
          button(routes.openDraft.id({ draft: drafts.ask }), words.buttons.ask, { style: 'primary' }),
          button(routes.openDraft.id({ draft: drafts.share }), words.buttons.share),
        ),
      ),
    ],
  };
}

/** What narrowed the search down, besides its words. */
function filtersOf({ entries, search }: Catalogue, { criteria }: Listed): string[] {
  const { kind, tag, authorId, savedBy, status, isChallengeList } = criteria;
  const kindName =
    kind === 'challenge' || kind === 'solution'
      ? search.commands.kinds[kind]
      : kind && entries.kinds[kind].name;
  return [
    ...(kindName && !isChallengeList ? [search.filters.kind(kindName)] : []),
    ...(status && status !== 'all' ? [search.filters.status(search.commands.statuses[status])] : []),
    ...(tag ? [search.filters.tag(escape(shorten(tag, queryShown)))] : []),
    ...(authorId ? [search.filters.author(authorId)] : []),
    ...(savedBy ? [search.filters.saved] : []),
  ];
}

function headOf(words: Catalogue, { criteria, page }: Listed, showsSynonyms: boolean): string {
  const { search } = words;
  const query = quoted(criteria.query);
  const heading = query
    ? search.resultsFor(query)
    : criteria.isChallengeList
      ? search.challenges[criteria.status ?? 'all']
      : criteria.savedBy
        ? search.saved
        : search.newest;
  const figures = [
    search.count(page.total, page.totalIsCapped),
    ...(page.pageCount > 1 ? [search.pageOf(page.page + 1, page.pageCount, page.totalIsCapped)] : []),
  ];
  return [
    heading,
    ...(page.correctedTo ? [search.correctedTo(escape(shorten(page.correctedTo, queryShown)))] : []),
    ...(page.hasAnyWord ? [search.anyWord] : []),
    `-# ${search.join(figures)}`,
    ...(showsSynonyms && page.synonyms ? [search.synonyms(page.synonyms.slice(0, synonymsShown))] : []),
  ].join('\n');
}

function resultParts(
  words: Catalogue,
  guildId: string,
  result: SearchResult,
  measure: Measure,
): APIComponentInContainer[] {
  const { number } = result;
  const { name, emoji } = kindOf(words, result);
  const label = `**#${number}**`;
  const title = `**${titleOf(words, result, measure.title)}**`;
  const { card } = result;
  const { count, first } = result.learners;
  const isShared = count > 1;
  const isOpen = result.type === 'challenge' && !result.solved;
  const facts = [
    name,
    isShared ? words.search.learnedBy(first, count) : words.entries.by(result.authorId),
    timestamp(result.createdAt, 'R'),
    ...(result.imported ? [importedText(words, result.imported)] : []),
    ...(isOpen && result.solutionCount > 0 ? [words.search.waiting(result.solutionCount)] : []),
    ...(result.helpfulCount > 0 ? [words.search.helpful(result.helpfulCount)] : []),
  ];
  const snippet = snippetText(result, measure.snippet);
  return [
    divider(),
    text(
      [
        `${emoji} ${card ? `[${label}](${messageLink(guildId, card.channelId, card.messageId)})` : label} ${isShared ? words.search.join([title, words.search.learners(count)]) : title}`,
        `-# ${words.search.join(facts)}`,
        ...(snippet === '' ? [] : [snippet]),
      ].join('\n'),
    ),
    row(
      button(routes.view.id({ number }), words.buttons.view),
      ...(result.solutionCount > 0
        ? [button(routes.solutions.id({ number }), words.entries.readSolutions(result.solutionCount))]
        : []),
      ...(isOpen ? [button(routes.solve.id({ number }), words.buttons.solve)] : []),
      // A page of five has room for three each.
      ...(isOpen && result.solutionCount > 0
        ? []
        : [button(routes.showInChannel.id({ number }), words.buttons.showInChannel)]),
    ),
  ];
}

const importedText = (
  words: Catalogue,
  { others, fileName }: NonNullable<SearchResult['imported']>,
): string => words.search.importedWith(others, escape(shorten(fileName, fileNameShown)));

function titleOf(words: Catalogue, { type, title, challengeNumber }: SearchResult, limit: number): string {
  const shown = escapeTitle(shorten(title ?? '', limit));
  if (type !== 'solution') return shown;
  return title === null
    ? words.search.removedChallenge
    : words.entries.solutionTo(shown, challengeNumber ?? 0);
}

function kindOf(
  { entries }: Catalogue,
  { type, kind, solved }: SearchResult,
): { name: string; emoji: string } {
  if (type === 'challenge') return solved ? entries.solved : entries.open;
  if (type === 'solution') return solved ? entries.acceptedSolution : entries.solution;
  return entries.kinds[kind ?? 'takeaway'];
}

/** The snippet with the words that were looked for in bold. */
function snippetText({ snippet, snippetMatches }: SearchResult, limit: number): string {
  if (limit === 0) return '';
  const shown = shorten(snippet, limit);
  let done = 0;
  let marked = '';
  // A mark within an address would become a part of where it leads.
  const addresses = [...shown.matchAll(/https?:\/\/\S+/gi)].map(
    ({ index, 0: found }) => [index, index + found.length] as const,
  );
  for (const [from, to] of snippetMatches) {
    if (addresses.some(([start, end]) => from < end && to > start)) continue;
    if (to > shown.length - 1) break;
    marked += `${escapeMarks(shown.slice(done, from))}**${escapeMarks(shown.slice(from, to))}**`;
    done = to;
  }
  return isolated(`${marked}${escapeMarks(shown.slice(done))}`);
}

function turnParts(words: Catalogue, { id, page }: Listed): APIComponentInContainer[] {
  if (id === null) return [];
  const to = (number: number) => routes.listing.id({ listing: id, page: number });
  const isLast = page.page >= page.pageCount - 1;
  return [
    divider(),
    row(
      button(to(Math.max(0, page.page - 1)), words.buttons.previous, { disabled: page.page === 0 }),
      button(to(page.page + 1), words.buttons.next, { disabled: isLast, style: 'primary' }),
    ),
  ];
}

function emptyText({ search }: Catalogue, { criteria }: Listed): string {
  const query = quoted(criteria.query);
  if (query) return search.nothingFor(query);
  if (criteria.savedBy) return search.nothingSaved;
  if (criteria.tag || criteria.authorId) return search.nothingWithin;
  if (criteria.isChallengeList) return search.noChallenges[criteria.status ?? 'all'];
  return criteria.kind ? search.nothingWithin : search.nothingYet;
}

function quoted(query: string | undefined): string {
  return escape(shorten((query ?? '').replace(/\s+/g, ' ').trim(), queryShown));
}
