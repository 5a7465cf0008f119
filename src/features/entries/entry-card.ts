/** An entry as a message in the channel: its card, and the neutral line in its place when it is gone. */

import type { APIComponentInContainer } from 'discord.js';
import { routes } from '../../components/routes.js';
import { accents, button, container, divider, row, section, text } from '../../discord/message/blocks.js';
import type { MessageView } from '../../discord/message/message-view.js';
import { escapeTitle, hostLink, safeMarkdown, shorten, timestamp } from '../../discord/message/text.js';
import type { CaptureSource } from '../../entities/capture.js';
import type { CardPlace } from '../../entities/card.js';
import { formerMember } from '../../entities/member.js';
import type { Catalogue } from '../../locales/catalogue.js';
import { messageLink } from '../../platform/discord-links.js';
import { tagCode } from '../../platform/right-to-left.js';
import { noPictures, pictureFiles, pictureParts, type ShownPictures } from '../pictures/index.js';
import { type EntryDetails, entryMark } from './entry-model.js';

/** How much of a body a card shows (UTF-16 units); the rest is behind `Read all`. */
export const bodyOnCard = 900;
const pairOnCard = 500;

/** The card everybody sees: at most four controls in a row, the others behind `⋯`. Gone entries leave a neutral line. */
export function entryCard(
  words: Catalogue,
  entry: EntryDetails,
  pictures: ShownPictures = noPictures,
): MessageView {
  // What the message has stays, unseen, for as long as the entry can come back.
  const files = pictureFiles(pictures);
  if (entry.deletedAt || entry.hiddenAt) return { ...goneCard(words, entry), ...files };
  const body = safeMarkdown(entry.body);
  const isCut = body.length > bodyOnCard;
  return {
    isLinked: true,
    ...files,
    components: [
      container(
        accentOf(entry),
        text(headOf(words, entry)),
        ...(body === '' ? [] : [text(shorten(body, bodyOnCard))]),
        ...pictureParts(words, pictures),
        ...pairOf(words, entry),
        row(...cardControls(words, entry, isCut)),
        section(
          footOf(words, entry) ?? `-# ${timestamp(entry.createdAt, 'D')}`,
          button(routes.more.id(idOf(entry)), words.buttons.more),
        ),
      ),
    ],
  };
}

/** What most readers do, and first what the entry's state asks for. */
function cardControls(words: Catalogue, entry: EntryDetails, isCut: boolean) {
  const asked = [
    ...answerControls(words, entry),
    ...(isCut ? [button(routes.readAll.id(idOf(entry)), words.buttons.readAll)] : []),
    ...(entry.kind === 'goal' && !entry.doneAt ? [doneButton(words, entry)] : []),
  ];
  const always = reactions(words, entry);
  // What the state asks for comes first; reading on and ticking off come last.
  return entry.type === 'learning' || answerControls(words, entry).length === 0
    ? [...always, ...asked.slice(0, 1)]
    : [...asked.slice(0, 1), ...always];
}

/** The card of a new entry, in which the asker of a challenge that it answers is mentioned, unless they answer themselves. */
export function announcedCard(
  words: Catalogue,
  entry: EntryDetails,
  pictures: ShownPictures = noPictures,
): MessageView {
  const card = entryCard(words, entry, pictures);
  const { challenge } = entry;
  const isTold =
    challenge?.visible && challenge.authorId !== entry.authorId && challenge.authorId !== formerMember;
  if (!isTold) return card;
  return {
    ...card,
    mentions: [challenge.authorId],
    components: [text(words.entries.solveNotice(challenge.authorId, challenge.number)), ...card.components],
  };
}

/** What an entry is called in lists and labels: a solution by its challenge, of which the number outlives the title. */
export function titleOf(
  words: Catalogue,
  { title, challenge }: Pick<EntryDetails, 'title' | 'challenge'>,
): string {
  const asked = challenge?.visible ? challenge.title : '';
  return title ?? words.entries.solutionTo(asked, challenge?.number ?? 0);
}

/** The same, to be shown: its Markdown taken literally but for code, and the bot's own number as a number. */
export function shownTitle(
  words: Catalogue,
  { title, challenge }: Pick<EntryDetails, 'title' | 'challenge'>,
): string {
  const shown = escapeTitle(title ?? challenge?.title ?? '');
  return titleOf(words, { title: title && shown, challenge: challenge && { ...challenge, title: shown } });
}

/** The text in which that entry's number is a link to its card, if it has one. */
function linkedNumber(
  shown: string,
  guildId: string,
  entry: { number: number; card: CardPlace | null } | null,
): string {
  if (!entry?.card) return shown;
  const { channelId, messageId } = entry.card;
  const number = new RegExp(`(?<![\\w\\\\])#${entry.number}(?!\\d)`);
  return shown.replace(number, (found) => `[${found}](${messageLink(guildId, channelId, messageId)})`);
}

function goneCard(words: Catalogue, entry: EntryDetails): MessageView {
  const { number, deletedAt, deletedBy, authorId } = entry;
  const { deletedCard, removedCard, hiddenCard } = words.entries;
  const line = !deletedAt ? hiddenCard : deletedBy === authorId ? deletedCard : removedCard;
  return { components: [text(line(number))] };
}

export function accentOf(entry: EntryDetails): number {
  if (entry.type === 'challenge') return entry.accepted ? accents.solved : accents.challenge;
  if (entry.type === 'solution') return entry.acceptedAt ? accents.solved : accents.solution;
  return accents.learning;
}

export function headOf(words: Catalogue, entry: EntryDetails): string {
  const by = words.entries.by(entry.authorId);
  const title = linkedNumber(shownTitle(words, entry), entry.guildId, entry.challenge);
  if (entry.type === 'learning') {
    const kind = words.entries.kinds[entry.kind ?? 'takeaway'];
    const done = entry.doneAt ? ` · ${words.entries.done}` : '';
    return `### ${kind.emoji} ${title}\n-# ${kind.name} · #${entry.number} · ${by}${done}`;
  }
  if (entry.type === 'challenge') {
    const state = entry.accepted ? words.entries.solved : words.entries.open;
    return `### ${state.emoji} ${title}\n-# ${state.name} · #${entry.number} · ${by}`;
  }
  const state = entry.acceptedAt ? words.entries.acceptedSolution : words.entries.solution;
  return `### ${state.emoji} ${title}\n-# ${state.name} · #${entry.number} · ${by}`;
}

export function pairOf(words: Catalogue, entry: EntryDetails): APIComponentInContainer[] {
  if (entry.accepted) {
    const { number, authorId, body } = entry.accepted;
    const solvedBy = linkedNumber(words.entries.solvedBy(authorId, number), entry.guildId, entry.accepted);
    return [divider(), text(`${solvedBy}\n${shorten(safeMarkdown(body), pairOnCard)}`)];
  }
  if (entry.type !== 'challenge') return [];
  const { solutionCount, lookerIds = [] } = entry;
  const lines = [
    ...(solutionCount > 0 ? [words.entries.solutionsOffered(solutionCount)] : []),
    ...(lookerIds.length > 0 ? [words.entries.lookedAt(lookerIds.map((id) => `<@${id}>`))] : []),
  ];
  return lines.length > 0 ? [text(lines.map((line) => `-# ${line}`).join('\n'))] : [];
}

/** Tags, link and where it comes from, in small print; undefined when there is nothing of it. */
export function footOf(words: Catalogue, entry: EntryDetails): string | undefined {
  const parts = [
    ...(entry.tags.length > 0 ? [entry.tags.map(tagCode).join(' ')] : []),
    ...(entry.link ? [`🔗 ${hostLink(entry.link)}`] : []),
    ...(entry.editedAt ? [words.entries.edited] : []),
  ];
  const lines = [
    ...(parts.length > 0 ? [parts] : []),
    ...(entry.source ? [sourceOf(words, entry, entry.source)] : []),
  ];
  return lines.length > 0 ? lines.map((line) => `-# ${line.join(' · ')}`).join('\n') : undefined;
}

/** What the ids of its controls carry: its number, and by what a restored database tells it from another entry of that number. */
export const idOf = (entry: EntryDetails) => ({ number: entry.number, mark: entryMark(entry) });

/** The message it was saved from, and by whom. */
function sourceOf(
  { capture }: Catalogue,
  { guildId, authorId }: EntryDetails,
  { channelId, messageId, messageCount, savedBy, isEdited }: CaptureSource,
): string[] {
  return [
    capture.from(messageLink(guildId, channelId, messageId), messageCount),
    ...(savedBy === authorId ? [] : [capture.savedBy(savedBy, isEdited)]),
  ];
}

/** `Solve` while a challenge is open, `Accept` while that can be done: nothing calls for attention afterwards. */
export function answerControls(words: Catalogue, entry: EntryDetails) {
  const { type, challenge } = entry;
  if (type === 'challenge' && !entry.accepted)
    return [button(routes.solve.id(idOf(entry)), words.buttons.solve, { style: 'primary' })];
  if (type === 'solution' && challenge?.visible && !challenge.isSolved && !entry.acceptedAt)
    return [button(routes.accept.id(idOf(entry)), words.buttons.accept, { style: 'success' })];
  return [];
}

export function reactions(words: Catalogue, entry: EntryDetails) {
  const { helpful, save, discuss, counted } = words.buttons;
  return [
    button(routes.helpful.id(idOf(entry)), counted(helpful, entry.helpfulCount), { emoji: '👍' }),
    button(routes.save.id(idOf(entry)), save, { emoji: '🔖' }),
    button(routes.discuss.id(idOf(entry)), discuss, { emoji: '💬' }),
  ];
}

/** Of a goal. */
export function doneButton({ buttons }: Catalogue, entry: EntryDetails) {
  return button(routes.done.id(idOf(entry)), entry.doneAt ? buttons.notDone : buttons.markDone);
}
