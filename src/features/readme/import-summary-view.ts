/** What an import brought: the one card everybody sees, and the line its member gets. */
import { type APISectionComponent, ComponentType } from 'discord.js';
import { routes } from '../../components/routes.js';
import { accents, button, container, divider, note, text } from '../../discord/message/blocks.js';
import { heartOf } from '../../discord/message/excerpt.js';
import type { MessageView } from '../../discord/message/message-view.js';
import { escape, escapeTitle, shorten } from '../../discord/message/text.js';
import type { Catalogue } from '../../locales/catalogue.js';
import { messageLink } from '../../platform/discord-links.js';
import { importCounts } from './import-counts.js';
import type { ImportedPair, ImportSummary } from './import-model.js';

/** How much of a title, of a solution and of all technologies a card shows (UTF-16 units). */
const titleShown = 100;
const solutionShown = 240;
const technologiesShown = 400;

/** The card: pairs first, each with a button that shows it in full, and the technologies as one line. */
export function importSummaryView(words: Catalogue, summary: ImportSummary): MessageView {
  const { imports } = words;
  const counts = { ...summary.counts, pair: summary.pairCount };
  const more = summary.pairCount - summary.pairs.length;
  return {
    components: [
      container(
        accents.learning,
        text(`${imports.summary(summary.memberId)}\n${imports.summaryCounts(importCounts(words, counts))}`),
        ...(summary.pairs.length > 0 ? [divider()] : []),
        ...summary.pairs.map((pair) => pairSection(words, pair)),
        ...(more > 0 ? [text(imports.morePairs(more))] : []),
        ...(summary.technologies.length > 0
          ? [divider(), text(imports.technologies(namesOf(words, summary.technologies)))]
          : []),
        text(imports.findThem),
      ),
    ],
  };
}

/** What the member is told. */
export function importDoneView(words: Catalogue, summary: ImportSummary): MessageView {
  const { imports } = words;
  const { guildId, entryCount, pairCount, knownCount, card } = summary;
  if (entryCount > 0 && summary.review !== 'published') {
    return note(summary.review === 'held' ? words.queue.importHeld(entryCount) : words.queue.importDeclined);
  }
  const parts = [
    entryCount > 0 ? imports.done(entryCount, pairCount) : imports.doneNothing,
    ...(knownCount > 0 ? [imports.known(knownCount)] : []),
    ...(entryCount === 0
      ? []
      : [card ? imports.card(messageLink(guildId, card.channelId, card.messageId)) : imports.noCard]),
  ];
  return note(parts.join(' '));
}

function pairSection(words: Catalogue, { number, title, solution }: ImportedPair): APISectionComponent {
  return {
    type: ComponentType.Section,
    components: [
      text(
        `${words.imports.pairHeading(escapeTitle(shorten(title, titleShown)), number)}\n>>> ${heartOf(solution, solutionShown)}`,
      ),
    ],
    accessory: button(routes.view.id({ number }), words.buttons.view),
  };
}

/** Whole names alone, as many as there is room for. */
function namesOf(words: Catalogue, technologies: readonly string[]): string {
  let line = '';
  for (const [place, name] of technologies.entries()) {
    const next = place === 0 ? escape(name) : words.search.join([line, escape(name)]);
    if (next.length > technologiesShown) return `${line} …`;
    line = next;
  }
  return line;
}
