/** A profile as a message: what a member tells of themselves, and the figures of what they shared. */
import { routes } from '../components/routes.js';
import { entryBounds } from '../entities/entry.js';
import type { Profile, SharedFigures } from '../entities/profile.js';
import type { Catalogue } from '../locales/catalogue.js';
import { accents, button, container, divider, row, text } from './blocks.js';
import { fitted } from './fit.js';
import type { MessageView } from './message-view.js';
import { escape, hostLink, safeMarkdown, shorten, timestamp } from './text.js';

export interface ShownProfile {
  userId: string;
  profile: Profile | undefined;
  figures: SharedFigures;
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
  { userId, profile, figures, isOwn, above }: ShownProfile,
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
        divider(),
        text(figuresText(words, figures)),
        ...(isOwn
          ? [
              ...(profile?.remindersSince ? [text(words.profile.asked)] : []),
              row(
                button(routes.profileProject.id({}), words.buttons.editProject, { style: 'primary' }),
                button(routes.profileLinks.id({}), words.buttons.editLinks),
                profile?.remindersSince
                  ? button(routes.profileReminders.id({ wish: 'off' }), words.buttons.askMeNoMore)
                  : button(routes.profileReminders.id({ wish: 'on' }), words.buttons.askMe),
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

function figuresText(words: Catalogue, figures: SharedFigures): string {
  const { firstSharedAt } = figures;
  const counted = (['learnings', 'challenges', 'solutions', 'accepted', 'helpful'] as const)
    .filter((what) => figures[what] > 0)
    .map((what) => words.profile.figures[what](figures[what]));
  if (!firstSharedAt) return words.profile.nothingShared;
  return `${words.search.join(counted)}\n${words.profile.firstShared(timestamp(firstSharedAt, 'D'))}`;
}
