/** An entry for one reader: its whole text with what they may do, and what is behind `⋯` on its card. */
import { type APIComponentInMessageActionRow, ComponentType } from 'discord.js';
import { routes } from '../../components/routes.js';
import { accents, button, container, linkButton, row, text } from '../../discord/message/blocks.js';
import { fitted } from '../../discord/message/fit.js';
import type { MessageView } from '../../discord/message/message-view.js';
import { safeMarkdown, shorten } from '../../discord/message/text.js';
import type { CardPlace } from '../../entities/card.js';
import type { Catalogue } from '../../locales/catalogue.js';
import { messageLink } from '../../platform/discord-links.js';
import { noPictures, pictureParts, type ShownPictures } from '../pictures/index.js';
import {
  accentOf,
  answerControls,
  bodyOnCard,
  doneButton,
  footOf,
  headOf,
  idOf,
  pairOf,
  reactions,
  shownTitle,
  titleOf,
} from './entry-card.js';
import type { EntryDetails } from './entry-model.js';

/** Text beyond this goes into a file: a message holds 4,000 characters in all. */
const bodyInFull = 3_000;

/** Buttons in a row, and on a phone's screen. */
const inARow = 4;

/** Who reads it. */
export interface Viewer {
  id: string;
  isModerator: boolean;
}

/**
 * The entry with its whole text; very long texts come as a file beside their beginning. `above` is a short line over the
 * entry.
 */
export function entryInFull(
  words: Catalogue,
  entry: EntryDetails,
  viewer: Viewer,
  { above, pictures = noPictures }: { above?: string; pictures?: ShownPictures } = {},
): MessageView {
  const isShort = safeMarkdown(entry.body).length <= bodyInFull;
  // Its other half, its link and its tags take room too: whether all fits is seen when it is put together.
  return fitted(isShort ? [true, false] : [false], (whole) =>
    inFull(words, entry, viewer, { above, whole, pictures }),
  );
}

function inFull(
  words: Catalogue,
  entry: EntryDetails,
  viewer: Viewer,
  { above, whole, pictures }: { above: string | undefined; whole: boolean; pictures: ShownPictures },
): MessageView {
  const body = safeMarkdown(entry.body);
  const name = `entry-${entry.number}.md`;
  const foot = footOf(words, entry);
  const files = [
    ...(whole ? [] : [{ name, content: `# ${titleOf(words, entry)}\n\n${entry.body}\n` }]),
    ...pictures.files,
  ];
  return {
    places: placesIn(entry),
    components: [
      ...(above ? [text(above)] : []),
      ...(entry.held ? [text(words.queue.stateHeld)] : []),
      container(
        accentOf(entry),
        text(headOf(words, entry)),
        ...(body === '' ? [] : [text(whole ? body : shorten(body, bodyOnCard))]),
        ...pictureParts(words, pictures),
        ...(whole ? [] : [{ type: ComponentType.File, file: { url: `attachment://${name}` } } as const]),
        ...(whole ? pairOf(words, entry) : []),
        ...(foot ? [text(foot)] : []),
        // Nobody but its author sees one that is held, and nobody else can do anything with it.
        ...rowsOf([
          ...(entry.held ? [] : [...answerControls(words, entry), ...reactions(words, entry)]),
          ...ownControls(words, entry, viewer, { isViewed: true }),
        ]),
      ),
    ],
    ...(files.length > 0 && { files }),
  };
}

/** The cards that came with the entry: its own, and its pair's. */
function placesIn({ number, card, challenge, accepted }: EntryDetails): Map<number, CardPlace | null> {
  const others = [challenge, accepted].flatMap((other) =>
    other ? [[other.number, other.card] as const] : [],
  );
  return new Map([[number, card], ...others]);
}

/** What is behind `⋯`: what this member can do with the entry, beside what its card offers everyone. */
export function moreView(words: Catalogue, entry: EntryDetails, viewer: Viewer): MessageView {
  const title = `**#${entry.number}** ${shownTitle(words, entry)}`;
  return {
    components: [
      container(
        accents.quiet,
        text(words.entries.more(title)),
        ...rowsOf(ownControls(words, entry, viewer, { isViewed: false })),
      ),
    ],
  };
}

function ownControls(
  words: Catalogue,
  entry: EntryDetails,
  viewer: Viewer,
  { isViewed }: { isViewed: boolean },
): APIComponentInMessageActionRow[] {
  const { number, guildId, card, challenge, held } = entry;
  const { buttons } = words;
  const isOwn = viewer.id === entry.authorId;
  const mayReopen = entry.accepted !== null && (isOwn || viewer.isModerator);
  const jump = card && messageLink(guildId, card.channelId, card.messageId);
  return [
    ...(isViewed ? [] : [button(routes.readAll.id(idOf(entry)), buttons.readAll)]),
    ...(entry.type === 'challenge' && entry.solutionCount > 0 && !held
      ? [button(routes.solutions.id({ number }), words.entries.readSolutions(entry.solutionCount))]
      : []),
    ...(challenge?.visible
      ? [button(routes.view.id({ number: challenge.number }), words.entries.seeChallenge)]
      : []),
    // Another answer is welcome after the first, and calls for no attention.
    ...(entry.accepted ? [button(routes.solve.id(idOf(entry)), buttons.solve)] : []),
    ...(entry.type === 'challenge' && !held && !isViewed
      ? [button(routes.threadSolution.id({ number }), words.capture.thread.button)]
      : []),
    ...(mayReopen ? [button(routes.reopen.id({ number }), buttons.reopen)] : []),
    ...(isOwn && entry.kind === 'goal' ? [doneButton(words, entry)] : []),
    ...(isOwn
      ? [
          button(routes.edit.id(idOf(entry)), buttons.edit),
          ...(entry.pictures
            ? [button(routes.describePicture.id(idOf(entry)), words.pictures.describe)]
            : []),
          button(routes.remove.id(idOf(entry)), buttons.delete),
        ]
      : []),
    ...(held ? [] : [button(routes.showInChannel.id({ number }), buttons.showInChannel)]),
    ...(isOwn || held ? [] : [button(routes.report.id(idOf(entry)), buttons.report, { emoji: '🚩' })]),
    ...(jump && isViewed && !held ? [linkButton(jump, words.entries.jump)] : []),
  ];
}

function rowsOf(buttons: readonly APIComponentInMessageActionRow[]) {
  const rows = [];
  for (let from = 0; from < buttons.length; from += inARow) {
    rows.push(row(...buttons.slice(from, from + inARow)));
  }
  return rows;
}
