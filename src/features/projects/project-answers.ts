/** What everything about projects answers: one project as the asker may see it, or a page of the board. */
import type { Context, Outcome } from '../../discord/define.js';
import type { BoardFilter } from './project-model.js';
import type { ProjectService } from './project-service.js';
import { boardView, projectView } from './project-view.js';

export async function projectAnswer(
  { guildId, actor, words, services }: Context<{ projects: Pick<ProjectService, 'view' | 'reportNotes'> }>,
  { id, above }: { id: string; above?: string },
): Promise<Outcome> {
  const project = await services.projects.view(guildId, id, actor);
  const notes =
    actor.isModerator && project.reports > 0 ? await services.projects.reportNotes(guildId, id) : [];
  return { kind: 'message', view: projectView(words, project, actor, { ...(above && { above }), notes }) };
}

export async function boardAnswer(
  { guildId, words, services }: Context<{ projects: Pick<ProjectService, 'board'> }>,
  filter: BoardFilter,
  page = 0,
): Promise<Outcome> {
  return { kind: 'message', view: boardView(words, await services.projects.board(guildId, filter, page)) };
}
