/** A profile as a message: what a member tells of themselves, and the figures of what they shared. */
import { routes } from '../components/routes.js';
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

/** How much of the summary and of the objective is shown (UTF-16 units), from ample to tight. */
const measures = [
  [1_600, 800],
  [700, 300],
  [200, 100],
] as const;

export function profileView(words: Catalogue, shown: ShownProfile): MessageView {
  const [ample, ...tighter] = measures;
  return fitted<readonly [number, number]>([ample, ...tighter], ([summary, objective]) =>
    viewWith(words, shown, { summary, objective }),
  );
}

function viewWith(
  words: Catalogue,
  { userId, profile, figures, isOwn, above }: ShownProfile,
  limits: { summary: number; objective: number },
): MessageView {
  const told = profile ? toldBlocks(words, profile, { isOwn, ...limits }) : [];
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
              row(
                button(routes.profileProject.id({}), words.buttons.editProject, { style: 'primary' }),
                button(routes.profileLinks.id({}), words.buttons.editLinks),
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
  { isOwn, summary, objective }: { isOwn: boolean; summary: number; objective: number },
): string[] {
  const { track, projectName, repository, links, linksShownAt } = profile;
  const facts = [
    ...(track ? [words.profile.track(track)] : []),
    ...(projectName ? [words.profile.project(escape(projectName))] : []),
    ...(repository ? [words.profile.repository(hostLink(repository))] : []),
  ];
  const linkLines = [
    ...(links.length > 0 ? [words.profile.links(links.map(hostLink))] : []),
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
