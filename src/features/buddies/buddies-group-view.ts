/** What a group gets: who they are, what they build, where one can help another, and how to begin. */
import { routes } from '../../components/routes.js';
import { accents, button, container, row, text } from '../../discord/message/blocks.js';
import { fitted } from '../../discord/message/fit.js';
import { messageLink } from '../../discord/message/links.js';
import type { MessageView } from '../../discord/message/message-view.js';
import { escape, hostLink, shorten } from '../../discord/message/text.js';
import type { Catalogue } from '../../locales/catalogue.js';
import { isAcrossTracks, pairsOf } from './buddies-matching-cost.js';
import type { BuddyGroupContent, FittingChallenge, GroupMember } from './buddies-model.js';
import { hashOf } from './buddies-random.js';

/** How much is shown of what somebody builds, and how many of their tags. */
interface Measure {
  summary: number;
  tags: number;
}

export interface GroupOptions {
  /** The server's name, in a direct message to this member; undefined in a thread. */
  direct?: { guildName: string; readerId: string };
}

/** Pings the group in its own thread, and nobody in a direct message. */
export function groupView(
  words: Catalogue,
  group: BuddyGroupContent,
  { direct }: GroupOptions = {},
): MessageView {
  const { buddies: say } = words;
  const members = group.members.filter(({ isIn }) => isIn);
  const shown = direct ? members.filter(({ id }) => id !== direct.readerId) : members;
  const view = fitted<Measure>(
    [
      { summary: 300, tags: 6 },
      { summary: 120, tags: 4 },
      { summary: 0, tags: 0 },
    ],
    (measure) => ({
      components: [
        container(
          accents.solution,
          text(
            [
              say.group.heading(members.length),
              ...(direct ? [say.group.inGuild(escape(direct.guildName))] : []),
              say.group.meet((direct ? shown : members).map(({ id }) => `<@${id}>`)),
              ...(group.haveMet ? [say.group.again] : []),
            ].join('\n'),
          ),
          ...shown.map((member) => text(memberText(words, member, measure))),
          ...challengeBlocks(words, group).map(text),
          text(`${say.group.firstTenMinutes}\n${suggestionFor(words, group, members)}`),
          row(
            button(routes.buddiesMet.id({ ...keyOf(group), answer: 'yes' }), say.buttons.met, {
              style: 'success',
            }),
            button(routes.buddiesContact.id(keyOf(group)), say.buttons.swap),
            button(routes.buddiesSkip.id(keyOf(group)), say.buttons.skip),
          ),
          text(direct ? say.group.direct : say.group.note),
        ),
      ],
    }),
  );
  return direct ? view : { ...view, mentions: members.map(({ id }) => id) };
}

/** The one question, days later. */
export function questionView({ buddies: say }: Catalogue, group: BuddyGroupContent): MessageView {
  const key = keyOf(group);
  return {
    components: [
      container(
        accents.quiet,
        text(`${say.question.heading}\n${say.question.text}`),
        row(
          button(routes.buddiesMet.id({ ...key, answer: 'yes' }), say.buttons.met, { style: 'success' }),
          button(routes.buddiesMet.id({ ...key, answer: 'no' }), say.buttons.notMet),
        ),
      ),
    ],
  };
}

/** For who has no buddy this time. */
export function aloneView(
  { buddies: say }: Catalogue,
  why: 'leftOver' | 'fewer' | 'single',
  guildName: string,
): MessageView {
  const told = why === 'leftOver' ? say.alone.text : say.alone[why];
  return {
    components: [
      container(
        accents.quiet,
        text([say.alone.leftOver, told, say.alone.inGuild(escape(guildName))].join('\n')),
      ),
    ],
  };
}

/** How to reach members who agreed to it. */
export function contactLines({ buddies: say }: Catalogue, members: readonly GroupMember[]): string[] {
  return members.map(({ id, links }) =>
    links.length > 0
      ? say.status.contact(`<@${id}>`, links.map(hostLink))
      : say.status.contactWithoutLinks(`<@${id}>`),
  );
}

/** What a route to a group carries. */
export function keyOf({ guildId, roundAt, number }: BuddyGroupContent) {
  return { guildId, roundAt, group: number };
}

function memberText({ buddies: say }: Catalogue, member: GroupMember, { summary, tags }: Measure): string {
  const { displayName, track, projectName } = member;
  const told = shorten(escape((member.summary ?? '').replace(/\s+/g, ' ')), summary);
  const builds = projectName
    ? say.group.builds(escape(projectName), told)
    : told
      ? say.group.about(told)
      : say.group.buildsNothing;
  return [
    say.group.member(escape(displayName), track),
    builds,
    ...(member.tags.length > 0 && tags > 0 ? [say.group.worksWith(member.tags.slice(0, tags))] : []),
  ].join('\n');
}

function challengeBlocks({ buddies: say }: Catalogue, group: BuddyGroupContent): string[] {
  const isIn = (id: string) => group.members.some((member) => member.id === id && member.isIn);
  const lines = group.challenges
    .filter(({ askerId, helperId }) => isIn(askerId) && isIn(helperId))
    .map((challenge) =>
      say.group.challenge(
        titleOf(group.guildId, challenge),
        `<@${challenge.askerId}>`,
        `<@${challenge.helperId}>`,
        challenge.tags,
      ),
    );
  return lines.length > 0 ? [[say.group.challenges, ...lines].join('\n')] : [];
}

function titleOf(guildId: string, { number, title, card }: FittingChallenge): string {
  const name = `#${number} ${escape(title)}`;
  return card ? `[${name}](${messageLink(guildId, card.channelId, card.messageId)})` : name;
}

function suggestionFor(
  { buddies: say }: Catalogue,
  { roundAt, number }: BuddyGroupContent,
  members: readonly GroupMember[],
): string {
  const isAcross = pairsOf(members).some(([one, other]) => isAcrossTracks(one, other));
  const suggestions = say.group.suggestions[isAcross ? 'across' : 'alike'];
  return suggestions[hashOf(`${roundAt.toISOString()} ${number}`) % suggestions.length] as string;
}
