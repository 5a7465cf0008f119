/** A profile as a message: what a member tells of themselves, and the figures of what they shared. */
import { routes } from '../../components/routes.js';
import { accents, button, container, divider, row, text } from '../../discord/message/blocks.js';
import { fitted } from '../../discord/message/fit.js';
import type { MessageView } from '../../discord/message/message-view.js';
import { escape, hostLink, safeMarkdown, shorten, timestamp } from '../../discord/message/text.js';
import { entryBounds } from '../../entities/entry.js';
import type { MemberProject, Profile, SharedFigures } from '../../entities/profile.js';
import type { Catalogue } from '../../locales/catalogue.js';
import type { MemberBadges } from '../badges/index.js';

export interface ShownProfile {
  userId: string;
  profile: Profile | undefined;
  figures: SharedFigures;
  earned?: MemberBadges;
  projects?: readonly MemberProject[];
  /** Who looks at it may change it. */
  isOwn: boolean;
  /** A line over it. */
  above?: string;
}

/** How much is shown of a summary and an objective, and the longest address that is a link (UTF-16 units). */
interface Measure {
  summary: number;
  objective: number;
  link: number;
}

export function profileView(words: Catalogue, shown: ShownProfile): MessageView {
  return fitted<Measure>(
    [
      { summary: 1_600, objective: 800, link: entryBounds.link },
      { summary: 700, objective: 300, link: 200 },
      { summary: 200, objective: 100, link: 0 },
    ],
    (measure) => viewWith(words, shown, measure),
  );
}

function viewWith(
  words: Catalogue,
  { userId, profile, figures, earned, projects = [], isOwn, above }: ShownProfile,
  measure: Measure,
): MessageView {
  const told = profile ? toldBlocks(words, profile, { isOwn, ...measure }) : [];
  const empty = isOwn ? words.profile.emptyOwn : words.profile.emptyOther(userId);
  return {
    components: [
      ...(above ? [text(above)] : []),
      container(
        accents.quiet,
        text(words.profile.heading(userId)),
        ...(told.length > 0 ? told : [empty]).map(text),
        ...(projects.length > 0 ? [text(projectsText(words, projects))] : []),
        divider(),
        text(figuresText(words, figures)),
        ...earnedBlocks(words, earned).map(text),
        ...(isOwn
          ? [
              ...(profile?.remindersSince ? [text(words.profile.asked)] : []),
              ...(profile?.savingRefusedAt ? [text(words.profile.notSaved)] : []),
              row(
                button(routes.profileProject.id({}), words.buttons.editProject, { style: 'primary' }),
                button(routes.profileLinks.id({}), words.buttons.editLinks),
                profile?.remindersSince
                  ? button(routes.profileReminders.id({ state: 'off' }), words.buttons.askMeNoMore)
                  : button(routes.profileReminders.id({ state: 'on' }), words.buttons.askMe),
                button(routes.newsSettings.id({}), words.buttons.notifications),
                profile?.savingRefusedAt
                  ? button(routes.profileSaving.id({ state: 'on' }), words.buttons.letSave)
                  : button(routes.profileSaving.id({ state: 'off' }), words.buttons.letSaveNoMore),
              ),
            ]
          : []),
      ),
    ],
  };
}

function toldBlocks(
  words: Catalogue,
  profile: Profile,
  { isOwn, summary, objective, link }: Measure & { isOwn: boolean },
): string[] {
  const { track, projectName, repository, links, linksShownAt } = profile;
  const shownLink = (address: string) =>
    address.length <= link ? hostLink(address) : escape(new URL(address).hostname);
  const facts = [
    ...(track ? [words.profile.track(track)] : []),
    ...(projectName ? [words.profile.project(escape(projectName))] : []),
    ...(repository ? [words.profile.repository(shownLink(repository))] : []),
  ];
  const linkLines = [
    ...(links.length > 0 ? [words.profile.links(links.map(shownLink))] : []),
    ...(links.length > 0 && isOwn && !linksShownAt ? [words.profile.linksHidden] : []),
  ];
  return [
    facts.join('\n'),
    shorten(safeMarkdown(profile.summary ?? ''), summary),
    profile.objective
      ? `${words.profile.objective}\n${shorten(safeMarkdown(profile.objective), objective)}`
      : '',
    linkLines.join('\n'),
  ].filter((block) => block !== '');
}

function projectsText(words: Catalogue, projects: readonly MemberProject[]): string {
  return words.profile.onBoard(
    projects.map(({ name, isOwner }) => words.profile.boardProject(escape(shorten(name, 60)), isOwner)),
  );
}

function figuresText(words: Catalogue, figures: SharedFigures): string {
  const { firstSharedAt } = figures;
  const counted = (['learnings', 'challenges', 'solutions', 'accepted', 'helpful'] as const)
    .filter((what) => figures[what] > 0)
    .map((what) => words.profile.figures[what](figures[what]));
  if (!firstSharedAt) return words.profile.nothingShared;
  return `${words.search.join(counted)}\n${words.profile.firstShared(timestamp(firstSharedAt, 'D'))}`;
}

/** Badges with their dates, in the order in which they were earned; and the weeks in a row, from the second on. */
function earnedBlocks({ badges: say }: Catalogue, earned: MemberBadges | undefined): string[] {
  if (!earned) return [];
  const { badges, streak } = earned;
  const lines = badges.map(({ badge, at }) => say.lines[badge](timestamp(at, 'D')));
  return [
    ...(streak.now > 1 ? [say.streak(streak.now, streak.longest)] : []),
    ...(lines.length > 0 ? [[say.title, ...lines].join('\n')] : []),
  ];
}
