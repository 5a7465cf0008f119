/** An item of the moderators' queue as a message: everything they need to decide, or the decision. */

import { type APIComponentInContainer, type APIComponentInMessageActionRow, ComponentType } from 'discord.js';
import { routes } from '../../components/routes.js';
import {
  accents,
  button,
  container,
  divider,
  linkButton,
  note,
  row,
  text,
} from '../../discord/message/blocks.js';
import { fitted } from '../../discord/message/fit.js';
import type { MessageFile, MessageView } from '../../discord/message/message-view.js';
import { escape, hostLink, safeMarkdown, shorten } from '../../discord/message/text.js';
import { formerMember } from '../../entities/member.js';
import type { Catalogue } from '../../locales/catalogue.js';
import { messageLink } from '../../platform/discord-links.js';
import { tagCode } from '../../platform/right-to-left.js';
import { type EntryDetails, titleOf } from '../entries/index.js';
import { noPictures, pictureFiles, pictureParts } from '../pictures/index.js';
import type { HeldEntry, QueueAction, QueueDetails } from './queue-model.js';
import { authorLines, heldPages, reasonsOf, reportLines } from './queue-parts.js';

/** How much of a body is shown, from ample to tight (UTF-16 units); what is longer is in a file. */
const bodyShown = [700, 400, 200] as const;

/** Entries of an import that are shown by their title, from many to few. */
const titlesShown = [12, 8, 4] as const;

/** The buttons of one item: on its card, or on a page of the list. */
export interface QueueControls {
  action(action: Exclude<QueueAction, 'decline'>): string;
  decline: string;
  mute: string;
}

/** On the card in the log channel. */
export const cardControls = (item: string): QueueControls => ({
  action: (action) => routes.queueDecide.id({ item, action }),
  decline: routes.queueDecline.id({ item }),
  mute: routes.queueMute.id({ item }),
});

/** The card in the log channel: what was decided, once it was, without the entry's text. */
export function queueCard(words: Catalogue, item: QueueDetails): MessageView {
  return item.verdict
    ? decidedCard(words, item, item.verdict)
    : openItemView(words, item, cardControls(item.id));
}

/** What stands in the card's place once what it was about was erased. */
export function erasedCard(words: Catalogue): MessageView {
  return note(words.queue.erased);
}

/** `below` comes after the buttons of the item. */
export function openItemView(
  words: Catalogue,
  item: QueueDetails,
  controls: QueueControls,
  { above = [], below = [] }: { above?: string[]; below?: APIComponentInContainer[] } = {},
): MessageView {
  const measures = [0, 1, 2] as const;
  const { pictures = noPictures } = item;
  const pictured = pictureFiles(pictures);
  return fitted<0 | 1 | 2>(measures, (measure) => {
    const shown = item.import
      ? importPart(words, item.import, item.openedAt, titlesShown[measure])
      : item.entry
        ? entryPart(words, item, item.entry, bodyShown[measure])
        : { parts: [text(words.queue.erased)], links: [] };
    const { files = [] } = shown as { files?: MessageFile[] };
    return {
      components: [
        ...above.map((line) => text(line)),
        container(
          item.isReview ? accents.challenge : accents.trouble,
          ...shown.parts,
          ...pictureParts(words, pictures),
          ...files.map(({ name }) => ({
            type: ComponentType.File as const,
            file: { url: `attachment://${name}` },
          })),
          divider(),
          ...(item.isReview ? [] : [text(reportLines(words, item.reports, measure))]),
          ...(item.author ? [text(authorLines(words, item.author))] : []),
          row(...decisions(words, item, controls), ...shown.links),
          ...below,
        ),
      ],
      ...pictured,
      ...(files.length > 0 && { files: [...files, ...(pictured.files ?? [])] }),
    };
  });
}

function decisions(
  words: Catalogue,
  { isReview, author }: QueueDetails,
  controls: QueueControls,
): APIComponentInMessageActionRow[] {
  const { buttons } = words.queue;
  return [
    ...(isReview
      ? [
          button(controls.action('publish'), buttons.publish, { style: 'success' }),
          button(controls.decline, buttons.decline),
        ]
      : [
          button(controls.action('keep'), buttons.keep, { style: 'success' }),
          button(controls.action('hide'), buttons.hide),
          button(controls.action('remove'), buttons.remove, { style: 'danger' }),
        ]),
    // A member who is muted already, or was erased, can't be muted.
    ...(author && !author.muted && author.id !== formerMember
      ? [button(controls.mute, words.buttons.muteAuthor)]
      : []),
  ];
}

function entryPart(words: Catalogue, item: QueueDetails, entry: EntryDetails, limit: number) {
  const { queue, entries } = words;
  const title = escape(titleOf(words, entry));
  const body = safeMarkdown(entry.body);
  const isLong = body.length > limit;
  const name = `entry-${entry.number}.md`;
  const kind =
    entry.type === 'learning'
      ? entries.kinds[entry.kind ?? 'takeaway'].name
      : entry.type === 'challenge'
        ? entries.open.name
        : entries.solution.name;
  const heading = item.isReview ? queue.held(entry.number, title) : queue.reported(entry.number, title);
  const foot = [
    ...(entry.tags.length > 0 ? [entry.tags.map(tagCode).join(' ')] : []),
    ...(entry.link ? [`🔗 ${hostLink(entry.link)}`] : []),
    ...(isLong ? [words.queue.inFile.replace(/^-# /, '')] : []),
  ];
  return {
    parts: [
      text(`${heading}\n-# ${kind} · ${entries.by(entry.authorId)} · ${queue.opened(item.openedAt)}`),
      ...(body === '' ? [] : [text(shorten(body, limit))]),
      ...(foot.length > 0 ? [text(`-# ${foot.join(' · ')}`)] : []),
    ],
    links: entry.card
      ? [linkButton(messageLink(entry.guildId, entry.card.channelId, entry.card.messageId), queue.goToCard)]
      : [],
    ...(isLong && { files: [{ name, content: `# ${titleOf(words, entry)}\n\n${entry.body}\n` }] }),
  };
}

function importPart(
  words: Catalogue,
  { fileName, memberId, entries }: NonNullable<QueueDetails['import']>,
  openedAt: Date,
  limit: number,
) {
  const { queue } = words;
  const more = entries.length - limit;
  const titled = entries.filter(({ title }) => title !== null).slice(0, limit);
  const lines = [
    ...titled.map((entry) => titleLine(words, entry)),
    ...(more > 0 ? [queue.moreEntries(entries.length - titled.length)] : [queue.inFile]),
  ];
  return {
    parts: [
      text(
        `${queue.heldImport(memberId)}\n${queue.importHolds(entries.length, escape(fileName))} · ${queue.opened(openedAt)}`,
      ),
      text(lines.join('\n')),
    ],
    links: [],
    files: [{ name: 'import.md', content: heldPages(words, entries) }],
  };
}

function titleLine({ entries }: Catalogue, { type, kind, number, title }: HeldEntry): string {
  const emoji = type === 'learning' ? entries.kinds[kind ?? 'takeaway'].emoji : entries.open.emoji;
  return `${emoji} ${escape(title ?? '')} · #${number}`;
}

function decidedCard(
  words: Catalogue,
  { entry, import: about, reports, pictures = noPictures }: QueueDetails,
  { outcome, byId, at }: NonNullable<QueueDetails['verdict']>,
): MessageView {
  const { queue } = words;
  const subject = entry
    ? queue.about(entry.number, entry.authorId)
    : about
      ? queue.aboutImport(about.memberId)
      : undefined;
  const details = [
    ...(subject ? [subject] : []),
    ...(reports.length > 0 ? [queue.reportedFor(reasonsOf(words, reports))] : []),
  ];
  return {
    // The card in the cohort's channel gets its pictures from here.
    ...(outcome === 'published' && pictureFiles(pictures)),
    components: [
      container(
        accents.quiet,
        text(queue.verdict(outcome, byId, at)),
        ...(details.length > 0 ? [text(`-# ${details.join(' · ')}`)] : []),
      ),
    ],
  };
}
