/** An entry as a message: its card in the channel, the neutral line in its place when it is gone, and the whole text. */
import { type APIComponentInContainer, ComponentType } from 'discord.js';
import { routes } from '../components/routes.js';
import type { EntryDetails } from '../entities/entry-details.js';
import { formerMember } from '../entities/member.js';
import type { Catalogue } from '../locales/catalogue.js';
import { accents, button, container, divider, linkButton, row, text } from './blocks.js';
import { fitted } from './fit.js';
import type { MessageView } from './message-view.js';
import { escape, hostLink, messageLink, safeMarkdown, shorten } from './text.js';

/** How much of a body a card shows (UTF-16 units); the rest is behind `Read all`. */
const bodyOnCard = 900;
const pairOnCard = 500;

/** Text beyond this goes into a file: a message holds 4,000 characters in all. */
const bodyInFull = 3_000;

/** The card everybody sees. Gone entries leave a neutral line. */
export function entryCard(words: Catalogue, entry: EntryDetails): MessageView {
  if (entry.deletedAt || entry.hiddenAt) return goneCard(words, entry);
  const body = safeMarkdown(entry.body);
  const isLong = body.length > bodyOnCard;
  return {
    components: [
      container(
        accentOf(entry),
        text(headOf(words, entry)),
        ...(body === '' ? [] : [text(shorten(body, bodyOnCard))]),
        ...pairOf(words, entry),
        ...footOf(words, entry),
        row(...actionsOf(words, entry)),
        row(
          ...(isLong ? [button(routes.readAll.id({ number: entry.number }), words.buttons.readAll)] : []),
          ...(entry.kind === 'goal'
            ? [
                button(
                  routes.done.id({ number: entry.number }),
                  entry.doneAt ? words.buttons.notDone : words.buttons.markDone,
                ),
              ]
            : []),
          button(routes.edit.id({ number: entry.number }), words.buttons.edit),
          button(routes.remove.id({ number: entry.number }), words.buttons.delete),
          reportButton(words, entry),
        ),
      ),
    ],
  };
}

/** The card of a new entry, in which the asker of a challenge that it answers is mentioned, unless they answer themselves. */
export function announcedCard(words: Catalogue, entry: EntryDetails): MessageView {
  const card = entryCard(words, entry);
  const { challenge } = entry;
  const isTold =
    challenge?.visible && challenge.authorId !== entry.authorId && challenge.authorId !== formerMember;
  if (!isTold) return card;
  return {
    mentions: [challenge.authorId],
    components: [text(words.entries.solveNotice(challenge.authorId, challenge.number)), ...card.components],
  };
}

/**
 * The entry with its whole text, for one reader; very long texts come as a file beside their beginning. `above` is a
 * short line over the entry.
 */
export function entryInFull(
  words: Catalogue,
  entry: EntryDetails,
  { above }: { above?: string } = {},
): MessageView {
  const isShort = safeMarkdown(entry.body).length <= bodyInFull;
  // Its other half, its link and its tags take room too: whether all fits is seen when it is put together.
  return fitted(isShort ? [true, false] : [false], (whole) => inFull(words, entry, { above, whole }));
}

function inFull(
  words: Catalogue,
  entry: EntryDetails,
  { above, whole }: { above: string | undefined; whole: boolean },
): MessageView {
  const body = safeMarkdown(entry.body);
  const name = `entry-${entry.number}.md`;
  const jump = entry.card && messageLink(entry.guildId, entry.card.channelId, entry.card.messageId);
  return {
    components: [
      ...(above ? [text(above)] : []),
      ...(entry.held ? [text(words.queue.stateHeld)] : []),
      container(
        accentOf(entry),
        text(headOf(words, entry)),
        ...(body === '' ? [] : [text(whole ? body : shorten(body, bodyOnCard))]),
        ...(whole ? [] : [{ type: ComponentType.File, file: { url: `attachment://${name}` } } as const]),
        ...(whole ? pairOf(words, entry) : []),
        ...footOf(words, entry),
        // Nobody but its author sees one that is held, and nobody else can do anything with it.
        ...(entry.held ? [] : [row(...actionsOf(words, entry))]),
        row(
          button(routes.edit.id({ number: entry.number }), words.buttons.edit),
          button(routes.remove.id({ number: entry.number }), words.buttons.delete),
          ...(entry.held
            ? []
            : [
                button(routes.showInChannel.id({ number: entry.number }), words.buttons.showInChannel),
                reportButton(words, entry),
              ]),
          ...(jump && !entry.held ? [linkButton(jump, words.entries.jump)] : []),
        ),
      ),
    ],
    ...(!whole && { files: [{ name, content: `# ${titleOf(words, entry)}\n\n${entry.body}\n` }] }),
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

function goneCard(words: Catalogue, entry: EntryDetails): MessageView {
  const { number, deletedAt, deletedBy, authorId } = entry;
  const { deletedCard, removedCard, hiddenCard } = words.entries;
  const line = !deletedAt ? hiddenCard : deletedBy === authorId ? deletedCard : removedCard;
  return { components: [text(line(number))] };
}

function accentOf(entry: EntryDetails): number {
  if (entry.type === 'challenge') return entry.accepted ? accents.solved : accents.challenge;
  if (entry.type === 'solution') return entry.acceptedAt ? accents.solved : accents.solution;
  return accents.learning;
}

function headOf(words: Catalogue, entry: EntryDetails): string {
  const by = words.entries.by(entry.authorId);
  const title = escape(titleOf(words, entry));
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

function pairOf(words: Catalogue, entry: EntryDetails): APIComponentInContainer[] {
  if (entry.accepted) {
    const { number, authorId, body } = entry.accepted;
    return [
      divider(),
      text(`${words.entries.solvedBy(authorId, number)}\n${shorten(safeMarkdown(body), pairOnCard)}`),
    ];
  }
  if (entry.type === 'challenge' && entry.solutionCount > 0) {
    return [text(`-# ${words.entries.solutionsOffered(entry.solutionCount)}`)];
  }
  return [];
}

function footOf(words: Catalogue, entry: EntryDetails): APIComponentInContainer[] {
  const parts = [
    ...(entry.tags.length > 0 ? [entry.tags.map((tag) => `\`${tag}\``).join(' ')] : []),
    ...(entry.link ? [`🔗 ${hostLink(entry.link)}`] : []),
    ...(entry.editedAt ? [words.entries.edited] : []),
  ];
  return parts.length > 0 ? [text(`-# ${parts.join(' · ')}`)] : [];
}

function actionsOf(words: Catalogue, entry: EntryDetails) {
  const { number } = entry;
  return [
    ...(entry.type === 'challenge'
      ? [button(routes.solve.id({ number }), words.buttons.solve, { style: 'primary' })]
      : []),
    ...(entry.type === 'solution' && !entry.acceptedAt && entry.challenge?.visible
      ? [button(routes.accept.id({ number }), words.buttons.accept, { style: 'success' })]
      : []),
    button(routes.helpful.id({ number }), words.buttons.counted(words.buttons.helpful, entry.helpfulCount), {
      emoji: '👍',
    }),
    button(routes.save.id({ number }), words.buttons.save, { emoji: '🔖' }),
    button(routes.discuss.id({ number }), words.buttons.discuss, { emoji: '💬' }),
  ];
}

function reportButton(words: Catalogue, { number }: EntryDetails) {
  return button(routes.report.id({ number }), words.buttons.report, { emoji: '🚩' });
}
