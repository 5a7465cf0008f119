/** A member's own view of study buddies with everything they can choose, and what moderators read of the rounds. */
import { ComponentType } from 'discord.js';
import { routes } from '../../components/routes.js';
import { accents, button, container, linkButton, note, row, text } from '../../discord/message/blocks.js';
import { channelLink } from '../../discord/message/links.js';
import type { MessageView } from '../../discord/message/message-view.js';
import { timestamp } from '../../discord/message/text.js';
import { hoursChoices } from '../../entities/buddies.js';
import type { Catalogue } from '../../locales/catalogue.js';
import { contactLines } from './buddies-group-view.js';
import type { BuddyRounds, BuddyStatus, Matching } from './buddies-model.js';

/** Members that one select takes. */
const mostChosen = 25;

/** `above` is a line over it that says what was just done. */
export function statusView(
  words: Catalogue,
  memberId: string,
  status: BuddyStatus,
  above?: string,
): MessageView {
  const { buddies: say } = words;
  const { buddy } = status;
  return {
    components: [
      ...(above ? [text(above)] : []),
      container(
        accents.solution,
        text(
          [
            say.status.heading,
            buddy ? say.status.isIn(status.participants) : say.status.isOut(status.participants),
            ...(buddy?.skipsNext ? [say.status.skips] : []),
            nextRound(words, status),
            ...groupLines(words, memberId, status),
            ...(status.partners > 0 ? [say.status.partners(status.partners)] : []),
          ].join('\n'),
        ),
        ...(buddy ? [hoursRow(words, buddy.hours)] : []),
        neverRow(words, status.blockedIds),
        text(
          [
            say.status.neverNote,
            ...(buddy ? [buddy.isNamed ? say.status.named : say.status.notNamed] : []),
          ].join('\n'),
        ),
        row(...buttons(words, status)),
      ),
    ],
  };
}

/** For moderators: when rounds are. */
export function roundsView({ buddies: say }: Catalogue, rounds: BuddyRounds): MessageView {
  const { nextDueAt, isPaused } = rounds;
  if (isPaused || !nextDueAt) return note(say.paused);
  return note(
    [
      say.scheduled(rounds.weekday, rounds.time.slice(0, 5), rounds.timezone),
      say.next(timestamp(nextDueAt, 'F'), timestamp(nextDueAt, 'R')),
      say.invite,
    ].join('\n'),
  );
}

/** For the moderator who ran a round. */
export function ranBuddiesView({ buddies: say }: Catalogue, { groups, leftOut }: Matching): MessageView {
  if (groups.length + leftOut.length === 0) return note(say.ranEmpty);
  return note(
    [
      say.ran(groups.length, groups.flat().length),
      ...(leftOut.length > 0 ? [say.ranLeftOut(leftOut.length)] : []),
    ].join('\n'),
  );
}

function nextRound({ buddies: say }: Catalogue, { nextDueAt, isPaused }: BuddyStatus): string {
  if (isPaused) return say.status.paused;
  if (!nextDueAt) return say.status.noNext;
  return say.status.next(timestamp(nextDueAt, 'F'), timestamp(nextDueAt, 'R'));
}

function groupLines(words: Catalogue, memberId: string, { buddy, group }: BuddyStatus): string[] {
  const { status: say } = words.buddies;
  if (!group) return buddy ? [say.alone] : [];
  const others = group.members.filter(({ id }) => id !== memberId);
  if (others.length === 0) return [say.alone];
  const isShared = group.members.every(({ sharesContact }) => sharesContact);
  return [
    say.withBuddies(others.map(({ id }) => `<@${id}>`)),
    ...(isShared ? contactLines(words, others) : []),
  ];
}

function buttons({ buddies: say }: Catalogue, { buddy, group }: BuddyStatus) {
  const take = (step: 'join' | 'leave' | 'skip' | 'rejoin') => routes.buddiesPart.id({ step });
  const thread = group?.threadId
    ? [linkButton(channelLink(group.guildId, group.threadId), say.buttons.openThread)]
    : [];
  if (!buddy) return [button(take('join'), say.buttons.join, { style: 'primary' }), ...thread];
  return [
    buddy.skipsNext
      ? button(take('rejoin'), say.buttons.rejoin, { style: 'primary' })
      : button(take('skip'), say.buttons.skip),
    buddy.isNamed
      ? button(routes.buddiesNamed.id({ state: 'off' }), say.buttons.doNotNameMe)
      : button(routes.buddiesNamed.id({ state: 'on' }), say.buttons.nameMe),
    button(take('leave'), say.buttons.leave),
    ...thread,
  ];
}

function hoursRow({ buddies: say }: Catalogue, chosen: string | null) {
  const choice = (value: string, label: string) => ({
    value,
    label,
    default: value === (chosen ?? 'any'),
  });
  return row({
    type: ComponentType.StringSelect,
    custom_id: routes.buddiesHours.id({}),
    placeholder: say.status.hoursPlaceholder,
    options: [
      choice('any', say.status.anyHours),
      ...hoursChoices.map((value) => choice(value, say.hours[value])),
    ],
  });
}

function neverRow({ buddies: say }: Catalogue, blockedIds: readonly string[]) {
  return row({
    type: ComponentType.UserSelect,
    custom_id: routes.buddiesNever.id({}),
    placeholder: say.status.neverPlaceholder,
    min_values: 0,
    max_values: mostChosen,
    default_values: blockedIds.slice(0, mostChosen).map((id) => ({ id, type: 'user' as never })),
  });
}
