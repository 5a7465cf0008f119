/** A study session as its card, the question before it is posted, the list, and the messages around it. */
import { routes } from '../../components/routes.js';
import { accents, button, container, linkButton, row, text } from '../../discord/message/blocks.js';
import { eventLink, messageLink } from '../../discord/message/links.js';
import type { MessageView } from '../../discord/message/message-view.js';
import { escape, timestamp } from '../../discord/message/text.js';
import type { Session } from '../../entities/session.js';
import type { Catalogue } from '../../locales/catalogue.js';
import { namedAtMost, type PlannedSession, type ShownSession, type UnderstoodTime } from './session-model.js';

/** The public card, as the session is at `now`. */
export function sessionCard(words: Catalogue, session: ShownSession, now: Date): MessageView {
  const { sessions } = words;
  const { id, guildId, eventId, going, cancelledAt, endsAt, startsAt } = session;
  const isOpen = !cancelledAt && endsAt > now;
  const links = eventId && isOpen ? [linkButton(eventLink(guildId, eventId), sessions.buttons.event)] : [];
  const people =
    going.length > 0 ? sessions.going(going.slice(0, namedAtMost), going.length) : sessions.nobodyGoing;
  return {
    components: [
      container(
        isOpen ? accents.learning : accents.quiet,
        text(sessions.heading(escape(session.topic))),
        ...(cancelledAt ? [text(sessions.cancelled)] : []),
        text([...factsOf(words, session), people].join('\n')),
        text([sessions.host(session.hostId), ...(!isOpen && !cancelledAt ? [sessions.over] : [])].join('\n')),
        ...(isOpen
          ? [
              row(
                button(routes.sessionJoin.id({ session: id }), sessions.buttons.join, { style: 'primary' }),
                button(routes.sessionLeave.id({ session: id }), sessions.buttons.leave),
                ...links,
              ),
            ]
          : []),
        // After it began, those who came can already say so.
        ...(!cancelledAt && startsAt <= now ? [row(...afterwards(words, id))] : []),
      ),
    ],
  };
}

/** How the time was understood, before anything is posted; `clock` is that time in the guild's zone. */
export function confirmView(
  words: Catalogue,
  plan: PlannedSession & Pick<UnderstoodTime, 'clockChange'>,
  { draft, clock, zone }: { draft: string; clock: string; zone: string },
): MessageView {
  const { buttons, confirm, heading } = words.sessions;
  return {
    components: [
      container(
        accents.learning,
        text(confirm.heading),
        text(heading(escape(plan.topic))),
        text(
          [
            confirm.understood(clock, zone),
            ...factsOf(words, plan),
            ...(plan.clockChange === 'none' ? [] : [confirm[plan.clockChange]]),
          ].join('\n'),
        ),
        row(
          button(routes.sessionConfirm.id({ draft }), buttons.confirm, { style: 'success' }),
          button(routes.sessionDiscard.id({ draft }), buttons.discard),
        ),
      ),
    ],
  };
}

export function sessionsView(words: Catalogue, sessions: readonly ShownSession[]): MessageView {
  const { list } = words.sessions;
  const line = ({ topic, startsAt, going, guildId, cardChannelId, cardMessageId }: ShownSession) => {
    const name = escape(topic);
    const link =
      cardChannelId && cardMessageId
        ? `[${name}](${messageLink(guildId, cardChannelId, cardMessageId)})`
        : name;
    return list.line(link, timestamp(startsAt, 'F'), timestamp(startsAt, 'R'), going.length);
  };
  return {
    components: [
      container(
        accents.learning,
        text(list.heading),
        text(sessions.length > 0 ? sessions.map(line).join('\n') : list.empty),
      ),
    ],
  };
}

/** Pings those who said that they come. */
export function reminderView(
  words: Catalogue,
  session: Session,
  members: readonly string[],
  now: Date,
): MessageView {
  const { buttons, hasBegun, reminder } = words.sessions;
  const { guildId, eventId, cardChannelId, cardMessageId } = session;
  const said = session.startsAt > now ? reminder : hasBegun;
  const links = [
    ...(eventId ? [linkButton(eventLink(guildId, eventId), buttons.event)] : []),
    ...(cardChannelId && cardMessageId
      ? [linkButton(messageLink(guildId, cardChannelId, cardMessageId), buttons.card)]
      : []),
  ];
  return {
    components: [
      container(
        accents.learning,
        text(said(escape(session.topic), timestamp(session.startsAt, 'R'), members)),
        ...(session.place ? [text(words.sessions.place(escape(session.place)))] : []),
        ...(links.length > 0 ? [row(...links)] : []),
      ),
    ],
    mentions: members,
  };
}

/** To one who said that they come, where the channel of the card takes nothing. */
export function directReminderView(words: Catalogue, session: Session, now: Date): MessageView {
  const { buttons, hasBegun, reminder, reminderDirect } = words.sessions;
  const { guildId, eventId, place, startsAt, topic } = session;
  const said = startsAt > now ? reminder : hasBegun;
  return {
    components: [
      container(
        accents.learning,
        text(said(escape(topic), timestamp(startsAt, 'R'), []).trim()),
        ...(place ? [text(words.sessions.place(escape(place)))] : []),
        text(reminderDirect),
        ...(eventId ? [row(linkButton(eventLink(guildId, eventId), buttons.event))] : []),
      ),
    ],
  };
}

export function recapView(words: Catalogue, session: Session): MessageView {
  const { recap, recapNote } = words.sessions;
  return {
    components: [
      container(
        accents.learning,
        text(recap(escape(session.topic))),
        row(...afterwards(words, session.id)),
        text(recapNote),
      ),
    ],
  };
}

function afterwards(words: Catalogue, session: string) {
  const { buttons } = words.sessions;
  return [
    button(routes.sessionShare.id({ session }), buttons.share, { style: 'primary' }),
    button(routes.sessionAttended.id({ session }), buttons.attended),
  ];
}

function factsOf(words: Catalogue, { startsAt, endsAt, place }: PlannedSession): string[] {
  const minutes = Math.round((endsAt.getTime() - startsAt.getTime()) / 60_000);
  return [
    words.sessions.when(timestamp(startsAt, 'F'), timestamp(startsAt, 'R'), minutes),
    ...(place ? [words.sessions.place(escape(place))] : []),
  ];
}
