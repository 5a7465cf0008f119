/** The preview of a README: what was found, page by page, and the controls to change it before it is kept. */
import { type APIComponentInContainer, type APISelectMenuOption, ComponentType } from 'discord.js';
import { routes } from '../../components/routes.js';
import { accents, button, container, divider, row, text } from '../../discord/message/blocks.js';
import { fitted } from '../../discord/message/fit.js';
import type { MessageView } from '../../discord/message/message-view.js';
import { escape, escapeTitle, shorten, timestamp } from '../../discord/message/text.js';
import { learningKinds } from '../../entities/entry.js';
import type { Catalogue } from '../../locales/catalogue.js';
import { hideSpoilers } from '../../platform/shortening.js';
import { importCounts } from './import-counts.js';
import {
  type ImportPreview,
  isOpenChallenge,
  isToBeImported,
  itemsOfPage,
  type PreviewItem,
  previewPageSize,
  type ShownImport,
} from './import-model.js';

/** Discord's longest label of an option, and of its description. */
const optionLimit = 100;

/** Discord's longest placeholder of a select is 150; the words around the title take some. */
const placeholderTitle = 80;

/** How much of titles, texts and headings is shown (UTF-16 units), and how many parts of each kind left out by name. */
interface Measure {
  title: number;
  text: number;
  source: number;
  skipped: number;
}

const measures: readonly [Measure, ...Measure[]] = [
  { title: 120, text: 120, source: 80, skipped: 3 },
  { title: 100, text: 60, source: 50, skipped: 2 },
  { title: 70, text: 0, source: 30, skipped: 1 },
  { title: 40, text: 0, source: 20, skipped: 0 },
];

export interface PreviewPage {
  /** Counted from 0; the last one when there are fewer. */
  page: number;
  /** The place of the entry whose kind is about to be changed. */
  picked?: number;
}

type Listed = ReturnType<typeof itemsOfPage>;

export function importPreviewView(words: Catalogue, shown: ShownImport, wanted: PreviewPage): MessageView {
  const { id, preview } = shown;
  const pages = Math.max(1, Math.ceil(preview.items.length / previewPageSize));
  const page = Math.min(wanted.page, pages - 1);
  const listed = itemsOfPage(preview, page);
  return fitted(measures, (measure) => ({
    components: [
      container(
        accents.learning,
        text(headOf(words, shown, measure)),
        divider(),
        text(
          [
            ...listed.map(({ item }) => lineOf(words, preview, item, measure)),
            words.imports.page(page + 1, pages),
          ].join('\n'),
        ),
        ...selectsOf(words, id, page, listed, wanted.picked),
        ...(pages > 1 ? [turnRow(words, id, page, pages)] : []),
        ...openQuestion(words, shown, page),
        divider(),
        actionRow(words, shown, page),
      ),
    ],
  }));
}

function headOf(words: Catalogue, { fileName, doneBefore, preview }: ShownImport, measure: Measure): string {
  const { imports } = words;
  const taken = preview.items.filter((item) => isToBeImported(preview, item));
  return [
    imports.heading(escape(shorten(fileName, optionLimit))),
    taken.length > 0
      ? `${imports.found(taken.length)}: ${importCounts(words, countsOf(taken))}.`
      : imports.foundNothingNew,
    ...(preview.isRepaired ? [imports.isRepaired] : []),
    ...(doneBefore ? [imports.doneBefore(timestamp(doneBefore, 'R'))] : []),
    ...(preview.skipped.length > 0 ? [imports.skipped(skippedOf(words, preview, measure))] : []),
  ].join('\n');
}

/** Each reason once, with the first parts it holds for. */
function skippedOf({ imports }: Catalogue, { skipped }: ImportPreview, measure: Measure): string {
  const reasons = [...new Set(skipped.map(({ reason }) => reason))];
  return imports.list(
    reasons.map((reason) => {
      const parts = skipped.filter((part) => part.reason === reason && part.source !== '');
      const names = [...new Set(parts.map(({ source }) => escape(shorten(source, measure.source))))];
      const named = names.slice(0, measure.skipped);
      return named.length > 0
        ? imports.skippedParts(imports.skipReasons[reason], named, names.length - named.length)
        : imports.skipReasons[reason];
    }),
  );
}

function countsOf(items: readonly PreviewItem[]): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const item of items) {
    const what = item.solution === null ? (item.kind ?? 'challenge') : 'pair';
    counts[what] = (counts[what] ?? 0) + 1;
  }
  return counts;
}

function lineOf(words: Catalogue, preview: ImportPreview, item: PreviewItem, measure: Measure): string {
  const { imports, entries } = words;
  const title = escapeTitle(shorten(item.title, measure.title));
  const isTaken = isToBeImported(preview, item);
  const { emoji } = item.type === 'challenge' ? entries.open : entries.kinds[item.kind ?? 'takeaway'];
  const source = escape(shorten(item.source, measure.source));
  const facts = [
    item.section ? imports.sourceAndSection(source, escape(shorten(item.section, measure.source))) : source,
    ...(isOpenChallenge(item) ? [imports.noSolution] : []),
    ...(item.alike === null ? [] : [imports.alreadyShared(item.alike)]),
    ...(isTaken || item.alike !== null ? [] : [imports.dropped]),
  ];
  const shortly = (said: string) =>
    measure.text === 0 ? '' : escape(shorten(hideSpoilers(said).replace(/\s+/g, ' ').trim(), measure.text));
  const body = shortly(item.body);
  const solution = shortly(item.solution ?? '');
  return [
    `${emoji} ${isTaken ? imports.described(`**${title}**`, body) : `~~${title}~~`}`,
    ...(isTaken && solution !== '' ? [imports.pairOf(solution)] : []),
    imports.from(words.search.join(facts)),
  ].join('\n');
}

function selectsOf(
  words: Catalogue,
  id: string,
  page: number,
  listed: Listed,
  picked: number | undefined,
): APIComponentInContainer[] {
  const open = listed.filter(({ item }) => item.mark !== 'imported');
  if (open.length === 0) return [];
  const keep = row({
    type: ComponentType.StringSelect,
    custom_id: routes.importKeep.id({ import: id, page }),
    placeholder: words.imports.keep,
    min_values: 0,
    max_values: open.length,
    options: open.map((each) => ({ ...optionOf(words, each), default: each.item.isKept })),
  });
  const learnings = open.filter(({ item }) => item.type === 'learning');
  const chosen = learnings.find(({ index }) => index === picked);
  if (chosen) return [keep, kindRow(words, id, chosen)];
  if (learnings.length === 0) return [keep];
  const pick = row({
    type: ComponentType.StringSelect,
    custom_id: routes.importPick.id({ import: id, page }),
    placeholder: words.imports.pick,
    options: learnings.map((each) => optionOf(words, each)),
  });
  return [keep, pick];
}

function optionOf(words: Catalogue, { item, index }: Listed[number]): APISelectMenuOption {
  const { name, emoji } =
    item.type === 'challenge' ? words.entries.open : words.entries.kinds[item.kind ?? 'takeaway'];
  const isPair = item.type === 'challenge' && item.solution !== null;
  return {
    label: shorten(hideSpoilers(item.title), optionLimit),
    value: String(index),
    description: shorten(
      words.search.join(
        [isPair ? words.entries.solved.name : name, item.source].filter((part) => part !== ''),
      ),
      optionLimit,
    ),
    emoji: { name: emoji },
  };
}

function kindRow(words: Catalogue, id: string, { item, index }: Listed[number]) {
  return row({
    type: ComponentType.StringSelect,
    custom_id: routes.importKind.id({ import: id, place: index }),
    placeholder: words.imports.kindOf(shorten(hideSpoilers(item.title), placeholderTitle)),
    options: learningKinds.map((kind) => {
      const { name, emoji, hint } = words.entries.kinds[kind];
      return { label: name, value: kind, description: hint, emoji: { name: emoji } };
    }),
  });
}

function turnRow(words: Catalogue, id: string, page: number, pages: number) {
  const to = (number: number) => routes.importPage.id({ import: id, page: number });
  return row(
    button(to(Math.max(0, page - 1)), words.buttons.previous, { disabled: page === 0 }),
    button(to(page + 1), words.buttons.next, { disabled: page >= pages - 1, style: 'primary' }),
  );
}

function openQuestion(
  words: Catalogue,
  { id, preview }: ShownImport,
  page: number,
): APIComponentInContainer[] {
  const count = preview.items.filter(
    (item) => isOpenChallenge(item) && item.mark !== 'imported' && item.isKept,
  );
  if (count.length === 0) return [];
  const { imports } = words;
  const choose = (choice: 'with' | 'without', label: string) => {
    const isChosen = preview.withOpenChallenges === (choice === 'with');
    return button(routes.importOpen.id({ import: id, page, choice }), label, {
      disabled: isChosen,
      style: isChosen ? 'success' : 'secondary',
    });
  };
  return [
    text(imports.openChallenges(count.length)),
    row(choose('with', imports.buttons.withOpen), choose('without', imports.buttons.withoutOpen)),
  ];
}

function actionRow(words: Catalogue, { id, preview }: ShownImport, page: number) {
  const { buttons } = words.imports;
  const count = preview.items.filter((item) => isToBeImported(preview, item)).length;
  const hasFacts = Object.values(preview.profile).some((fact) => fact !== null);
  return row(
    button(routes.importAll.id({ import: id }), words.buttons.counted(buttons.importAll, count), {
      style: 'success',
      disabled: count === 0,
    }),
    button(routes.importCancel.id({ import: id }), buttons.cancel),
    ...(hasFacts
      ? [
          button(
            routes.importProfile.id({ import: id, page }),
            preview.fillsProfile ? buttons.profileIsFilled : buttons.fillProfile,
            { style: preview.fillsProfile ? 'primary' : 'secondary' },
          ),
        ]
      : []),
  );
}
