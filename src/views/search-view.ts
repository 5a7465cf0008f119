/** A page of search results or of a list: what each entry is, where its words are, and buttons to open or show it. */
import type { APIComponentInContainer } from 'discord.js';
import { routes } from '../components/routes.js';
import type { Listed, SearchResult } from '../entities/search.js';
import type { Catalogue } from '../locales/catalogue.js';
import { accents, button, container, divider, note, row, text } from './blocks.js';
import { fitted } from './fit.js';
import type { MessageView } from './message-view.js';
import { escape, messageLink, shorten, timestamp } from './text.js';

/** How much of a query is repeated (UTF-16 units). */
const queryShown = 80;

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

/** The page, or a kind word and what to do next when it is empty. */
export function searchView(words: Catalogue, guildId: string, listed: Listed): MessageView {
  if (listed.page.results.length === 0) return note(emptyText(words, listed));
  return fitted(measures, (measure) => ({
    components: [
      container(
        accents.quiet,
        text(headOf(words, listed)),
        ...listed.page.results.flatMap((result) => resultParts(words, guildId, result, measure)),
        ...turnParts(words, listed),
      ),
    ],
  }));
}

function headOf(words: Catalogue, { criteria, page }: Listed): string {
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
  const title = `**${escape(shorten(titleOf(words, result), measure.title))}**`;
  const { card } = result;
  const { count, first } = result.learners;
  const isShared = count > 1;
  const facts = [
    name,
    isShared ? words.search.learnedBy(first, count) : words.entries.by(result.authorId),
    timestamp(result.createdAt, 'R'),
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
      button(routes.showInChannel.id({ number }), words.buttons.showInChannel),
    ),
  ];
}

function titleOf(words: Catalogue, { type, title, challengeNumber }: SearchResult): string {
  if (type !== 'solution') return title ?? '';
  return title === null
    ? words.search.removedChallenge
    : words.entries.solutionTo(title, challengeNumber ?? 0);
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
    marked += `${escape(shown.slice(done, from))}**${escape(shown.slice(from, to))}**`;
    done = to;
  }
  return `${marked}${escape(shown.slice(done))}`;
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
