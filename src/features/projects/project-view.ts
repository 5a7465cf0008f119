/** A project as its public card, as one member sees it, and a page of the board. */

import { type APIComponentInContainer, type APIUserSelectComponent, ComponentType } from 'discord.js';
import { routes } from '../../components/routes.js';
import { accents, button, container, linkButton, row, text } from '../../discord/message/blocks.js';
import { fitted } from '../../discord/message/fit.js';
import { messageLink } from '../../discord/message/links.js';
import type { MessageView } from '../../discord/message/message-view.js';
import { escape, hostLink, safeMarkdown, shorten } from '../../discord/message/text.js';
import { entryBounds } from '../../entities/entry.js';
import type { Catalogue } from '../../locales/catalogue.js';
import { tagCode } from '../../platform/right-to-left.js';
import type { BoardPage, ProjectDetails, ShownProject } from './project-model.js';

/** How much is shown of what it does, and the longest address that is a link (UTF-16 units). */
interface Measure {
  summary: number;
  link: number;
}

const measures = [
  { summary: 1_000, link: entryBounds.link },
  { summary: 800, link: 300 },
  { summary: 400, link: 100 },
  { summary: 150, link: 0 },
] as const;

/** Collaborators named on a card. */
const namedAtMost = 20;

/** The public card; one that is hidden says nothing of what it was. */
export function projectCard(words: Catalogue, project: ShownProject): MessageView {
  if (project.hiddenAt) return { components: [container(accents.quiet, text(words.projects.hidden))] };
  const { id: key } = project;
  const { buttons } = words.projects;
  return fitted<Measure>(measures, (measure) => ({
    components: [
      container(
        project.closedAt ? accents.quiet : accents.solution,
        ...bodyOf(words, project, measure),
        row(
          ...(project.closedAt
            ? []
            : [
                button(routes.projectInterested.id({ project: key }), buttons.interested, {
                  style: 'primary',
                }),
              ]),
          button(routes.projectView.id({ project: key }), buttons.view),
          button(routes.projectReport.id({ project: key }), buttons.report),
        ),
      ),
    ],
  }));
}

export interface ProjectViewer {
  id: string;
  isModerator: boolean;
}

/** The project as one member sees it, with what they can do. `notes` are those of its reports, for moderators. */
export function projectView(
  words: Catalogue,
  project: ProjectDetails,
  viewer: ProjectViewer,
  { above, notes = [] }: { above?: string; notes?: readonly string[] } = {},
): MessageView {
  const isOwner = project.ownerId === viewer.id;
  const { projects } = words;
  return fitted<Measure>(measures, (measure) => ({
    components: [
      ...(above ? [text(above)] : []),
      container(
        project.closedAt || project.hiddenAt ? accents.quiet : accents.solution,
        ...bodyOf(words, project, measure),
        ...(project.hiddenAt ? [text(projects.hiddenNote)] : []),
        ...(isOwner && project.interested.length > 0
          ? [text(projects.interestedIn(project.interested.slice(0, namedAtMost)))]
          : []),
        ...(isOwner && project.invited.length > 0
          ? [text(projects.invitedTo(project.invited.slice(0, namedAtMost)))]
          : []),
        ...(viewer.isModerator && notes.length > 0
          ? [
              text(
                projects.reported(
                  project.reports,
                  notes.map((note) => escape(shorten(note, 200))),
                ),
              ),
            ]
          : []),
        ...controlsOf(words, project, viewer),
      ),
    ],
  }));
}

function controlsOf(
  words: Catalogue,
  project: ProjectDetails,
  { id: viewerId, isModerator }: ProjectViewer,
): APIComponentInContainer[] {
  const { buttons, chooseCollaborator } = words.projects;
  const { id: key, guildId, ownerId, closedAt, hiddenAt, cardChannelId, cardMessageId } = project;
  const isOpen = !closedAt && !hiddenAt;
  const isOwner = ownerId === viewerId;
  const isCollaborator = project.collaborators.includes(viewerId);
  const answerId = (reply: 'join' | 'decline') => routes.projectAnswer.id({ guildId, project: key, reply });
  const first = [
    ...(isOpen && isOwner
      ? [
          button(routes.projectEdit.id({ project: key }), buttons.edit, { style: 'primary' }),
          button(routes.projectAddresses.id({ project: key }), buttons.addresses),
        ]
      : []),
    ...(isOpen && !isOwner && !isCollaborator
      ? [button(routes.projectInterested.id({ project: key }), buttons.interested, { style: 'primary' })]
      : []),
    ...(project.invited.includes(viewerId)
      ? [
          button(answerId('join'), buttons.join, { style: 'success' }),
          button(answerId('decline'), buttons.decline),
        ]
      : []),
    ...(isCollaborator ? [button(answerId('decline'), buttons.leave)] : []),
    ...(isOpen && (isOwner || isModerator)
      ? [button(routes.projectClose.id({ project: key }), buttons.close, { style: 'danger' })]
      : []),
  ];
  const decide = (decision: 'hide' | 'show' | 'keep', style?: 'danger') =>
    button(routes.projectDecide.id({ project: key, decision }), buttons[decision], style && { style });
  const second = [
    ...(cardChannelId && cardMessageId
      ? [linkButton(messageLink(guildId, cardChannelId, cardMessageId), buttons.openCard)]
      : []),
    ...(isModerator ? [hiddenAt ? decide('show') : decide('hide', 'danger')] : []),
    ...(isModerator && project.reports > 0 ? [decide('keep')] : []),
  ];
  const collaborator: APIUserSelectComponent = {
    type: ComponentType.UserSelect,
    custom_id: routes.projectInvite.id({ project: key }),
    placeholder: chooseCollaborator,
  };
  return [
    ...(isOpen && isOwner ? [row(collaborator)] : []),
    ...[first, second].filter((buttons) => buttons.length > 0).map((buttons) => row(...buttons)),
  ];
}

function bodyOf(words: Catalogue, project: ShownProject, measure: Measure): APIComponentInContainer[] {
  const { projects } = words;
  const { name, summary, stack, repository, live, apiBase, apiDocs, collaborators } = project;
  const link = (address: string) =>
    address.length <= measure.link ? hostLink(address) : escape(new URL(address).hostname);
  const facts = [
    ...(stack.length > 0 ? [projects.stack(stack)] : []),
    ...(repository ? [projects.repository(link(repository))] : []),
    ...(live ? [projects.live(link(live))] : []),
    ...(apiBase || apiDocs ? [projects.api(apiBase && link(apiBase), apiDocs && link(apiDocs))] : []),
    projects.lookingFor(project.lookingFor),
  ];
  const more = collaborators.length - namedAtMost;
  return [
    text(projects.heading(escape(name))),
    ...(summary ? [text(shorten(safeMarkdown(summary), measure.summary))] : []),
    text(facts.join('\n')),
    text(
      [
        projects.people(project.ownerId, collaborators.slice(0, namedAtMost)),
        ...(more > 0 ? [projects.morePeople(more)] : []),
        ...(project.closedAt ? [projects.closed] : []),
      ].join('\n'),
    ),
  ];
}

export function boardView(
  words: Catalogue,
  { projects, filter, page, pages, total }: BoardPage,
): MessageView {
  const { board, roles, tracks, buttons } = words.projects;
  const filters = [
    ...(filter.track ? [tracks[filter.track]] : []),
    ...(filter.tag ? [tagCode(filter.tag.replaceAll('`', ''))] : []),
    ...(filter.lookingFor ? [roles[filter.lookingFor]] : []),
  ];
  const to = (wanted: number) =>
    routes.projectBoard.id({
      page: wanted,
      track: filter.track ?? 'any',
      lookingFor: filter.lookingFor ?? 'any',
      tag: filter.tag ?? '',
    });
  const line = ({ name, stack, lookingFor, ownerId, summary }: ShownProject) =>
    [
      board.line(escape(name), stack, lookingFor),
      ...(summary ? [shorten(escape(summary.replace(/\s+/g, ' ')), 120)] : []),
      words.projects.people(ownerId, []),
    ].join('\n');
  return {
    components: [
      container(
        accents.solution,
        text(
          [
            board.heading,
            ...(filters.length > 0 ? [board.filteredBy(filters)] : []),
            ...(total > 0 ? [board.figures(total, page + 1, pages)] : []),
          ].join('\n'),
        ),
        ...(projects.length === 0
          ? [text(filters.length > 0 ? board.nothingWithin : board.empty)]
          : projects.map((project) => ({
              type: ComponentType.Section as const,
              components: [text(line(project))],
              accessory: button(routes.projectView.id({ project: project.id }), buttons.view),
            }))),
        ...(pages > 1
          ? [
              row(
                button(to(Math.max(0, page - 1)), words.buttons.previous, { disabled: page === 0 }),
                button(to(page + 1), words.buttons.next, { disabled: page + 1 >= pages }),
              ),
            ]
          : []),
      ),
    ],
  };
}
