/** The project board: what may be published, who may change it, and who works on it. */
import type { Author } from '../../entities/member.js';
import { projectBounds, type Role, roles } from '../../entities/project.js';
import type { Clock } from '../../platform/clock.js';
import { cleanLine, cleanLink, cleanTags, cleanText, cut, foldTag, quoted } from '../../platform/text.js';
import { UserError } from '../../platform/user-error.js';
import type { Contributor, Guard, MuteCheck } from '../guard/index.js';
import type { ProjectMemberStore } from './project-member-store.js';
import {
  answerMs,
  type BoardFilter,
  type BoardPage,
  boardPageSize,
  type ProjectDetails,
  type ProjectFacts,
  quietMs,
  type TypedAddresses,
  type TypedProject,
} from './project-model.js';
import type { ProjectStore } from './project-store.js';
import type { ProjectUpkeepStore } from './project-upkeep-store.js';

/** A UUID as an option or a custom id gives it. */
const isId = (text: string): boolean => /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(text);

type Viewer = Author & { isModerator: boolean };

export interface ProjectParts {
  store: ProjectStore;
  members: ProjectMemberStore;
  upkeep: ProjectUpkeepStore;
  guard: Pick<Guard, 'inspect' | 'requirePace'>;
  mutes: MuteCheck;
  clock: Clock;
  newId(): string;
  /** Something is owed or a card is out of date: the jobs look for it soon. */
  changed(): void;
}

export class ProjectService {
  constructor(private readonly parts: ProjectParts) {}

  /**
   * Puts a project on the board; gives its id. Its card follows through the outbox.
   * @throws UserError `muted`, `project-name-missing`, `text-too-long`, `link-not-http`, `link-too-long`,
   *   `too-many-tags`, `tag-invalid`, `project-exists`, `too-many-projects`, and as `Guard.inspect`
   */
  async publish(guildId: string, owner: Contributor, typed: TypedProject): Promise<string> {
    const facts = await this.checked(guildId, owner, typed);
    const { store, clock, newId, changed } = this.parts;
    const id = newId();
    const isStored = await store.insert({ id, guildId, ...facts }, owner, {
      at: clock(),
      limit: projectBounds.open,
    });
    if (!isStored) {
      const open = await store.openOf(guildId, owner.id);
      if (open.some(({ name }) => isSameName(name, facts.name)))
        throw new UserError('project-exists', { name: facts.name });
      throw new UserError('too-many-projects', { limit: projectBounds.open });
    }
    changed();
    return id;
  }

  /** @throws UserError as `publish`, and `not-your-project`, `project-closed` */
  async edit(guildId: string, owner: Contributor, id: string, typed: TypedProject): Promise<void> {
    await this.own(guildId, owner.id, id);
    const facts = await this.checked(guildId, owner, typed);
    const open = await this.parts.store.openOf(guildId, owner.id);
    if (open.some((other) => other.id !== id && isSameName(other.name, facts.name)))
      throw new UserError('project-exists', { name: facts.name });
    await this.change(guildId, owner.id, id, facts);
  }

  /** Sets where it runs and where its API is. @throws UserError as `edit` */
  async setAddresses(guildId: string, owner: Contributor, id: string, typed: TypedAddresses): Promise<void> {
    await this.own(guildId, owner.id, id);
    await this.parts.mutes.requireUnmuted(guildId, owner.id);
    const addresses = {
      live: cleanLink(typed.live),
      apiBase: cleanLink(typed.apiBase),
      apiDocs: cleanLink(typed.apiDocs),
    };
    const { live, apiBase, apiDocs } = addresses;
    await this.parts.guard.inspect(guildId, owner, {
      live: live ?? '',
      apiBase: apiBase ?? '',
      apiDocs: apiDocs ?? '',
    });
    await this.change(guildId, owner.id, id, addresses);
  }

  /**
   * A project by id, as the viewer may see it.
   * @throws UserError `project-not-found` when there is none, or it is hidden and neither theirs nor theirs to moderate
   */
  async view(
    guildId: string,
    id: string,
    viewer: Pick<Viewer, 'id' | 'isModerator'>,
  ): Promise<ProjectDetails> {
    const project = await this.parts.store.find(guildId, id);
    const mayView = !project?.hiddenAt || viewer.isModerator || project.ownerId === viewer.id;
    if (!project || !mayView) throw new UserError('project-not-found', { project: '' });
    return project;
  }

  /**
   * What an option named: an id picked from the list, or a project's name. Gives its id.
   * @throws UserError `project-not-found`
   */
  async idOf(guildId: string, typed: string): Promise<string> {
    if (isId(typed)) return typed;
    const [id] = await this.parts.store.idsNamed(guildId, cleanLine(typed));
    if (!id) throw new UserError('project-not-found', { project: quoted(typed) });
    return id;
  }

  /** A page of the board; the last one for those beyond it. */
  async board(guildId: string, filter: BoardFilter, page: number): Promise<BoardPage> {
    const tag = filter.tag && foldTag(filter.tag);
    const folded = { ...filter, tag: tag || undefined };
    let shown = page;
    let read = await this.parts.store.page(guildId, folded, shown);
    const pages = Math.max(1, Math.ceil(read.total / boardPageSize));
    if (shown >= pages) {
      shown = pages - 1;
      read = await this.parts.store.page(guildId, folded, shown);
    }
    return { ...read, filter: folded, page: shown, pages };
  }

  /** Projects to pick from while a name is typed. */
  async suggest(guildId: string, typed: string, limit: number, ownerId?: string) {
    return this.parts.store.suggest(guildId, cleanLine(typed), { ownerId, limit });
  }

  async suggestStacks(guildId: string, typed: string, limit: number) {
    return this.parts.store.stacks(guildId, foldTag(typed), limit);
  }

  /**
   * Tells the owner that a member is interested, in a thread of the two. A second time changes nothing; true the first.
   * @throws UserError `muted`, `bots-cannot`, `project-own`, `project-closed`, `project-not-found`, `too-often`
   */
  async showInterest(guildId: string, id: string, member: Viewer & { isBot: boolean }): Promise<boolean> {
    if (member.isBot) throw new UserError('bots-cannot', {});
    await this.parts.mutes.requireUnmuted(guildId, member.id);
    const project = await this.open(guildId, id, member);
    if (project.ownerId === member.id || project.collaborators.includes(member.id))
      throw new UserError('project-own', {});
    if (project.interested.includes(member.id)) return false;
    this.parts.guard.requirePace(guildId, member);
    const isNew = await this.parts.members.addInterest(guildId, id, member, this.parts.clock());
    this.parts.changed();
    return isNew;
  }

  /**
   * Names somebody as a collaborator, who is asked to confirm it.
   * @throws UserError `not-your-project`, `project-closed`, `bots-cannot`, `project-own`, `muted`, `too-often`
   */
  async invite(
    guildId: string,
    owner: Contributor,
    id: string,
    member: Author & { isBot: boolean },
  ): Promise<boolean> {
    const project = await this.own(guildId, owner.id, id);
    await this.parts.mutes.requireUnmuted(guildId, owner.id);
    if (member.isBot) throw new UserError('bots-cannot', {});
    if (member.id === project.ownerId) throw new UserError('project-own', {});
    if (project.collaborators.includes(member.id) || project.invited.includes(member.id)) return false;
    this.parts.guard.requirePace(guildId, owner);
    const isNew = await this.parts.members.invite(guildId, id, member, this.parts.clock());
    this.parts.changed();
    return isNew;
  }

  /**
   * The member confirms that they work on it, or says that they don't.
   * @throws UserError `project-not-invited` when nobody asked them
   */
  async answerInvitation(guildId: string, id: string, memberId: string, joins: boolean): Promise<void> {
    const { members, clock } = this.parts;
    const project = await this.view(guildId, id, { id: memberId, isModerator: false });
    const isNamed = project.collaborators.includes(memberId) || project.invited.includes(memberId);
    if (!isNamed) throw new UserError('project-not-invited', {});
    if (joins) await members.join(guildId, id, memberId, clock());
    else await members.leave(guildId, id, memberId, clock());
    this.parts.changed();
  }

  /**
   * Takes it off the board; a closed one stays so. Gives the project.
   * @throws UserError `not-your-project` for anyone but its owner and moderators, `project-not-found`
   */
  async close(guildId: string, id: string, member: Viewer): Promise<ProjectDetails> {
    const project = await this.view(guildId, id, member);
    if (project.ownerId !== member.id && !member.isModerator)
      throw new UserError('not-your-project', { name: project.name });
    await this.parts.store.close(guildId, id, this.parts.clock());
    this.parts.changed();
    return project;
  }

  /** The owner says that it goes on. @throws UserError `not-your-project`, `project-closed` */
  async goOn(guildId: string, id: string, memberId: string): Promise<ProjectDetails> {
    const project = await this.own(guildId, memberId, id);
    await this.parts.store.goOn(guildId, id, this.parts.clock());
    return project;
  }

  /** @throws UserError `bots-cannot`, `report-own-entry`, `report-reason-missing`, `project-not-found` */
  async report(
    guildId: string,
    id: string,
    reporter: Viewer & { isBot: boolean },
    note: string,
  ): Promise<void> {
    if (reporter.isBot) throw new UserError('bots-cannot', {});
    const project = await this.view(guildId, id, reporter);
    if (project.ownerId === reporter.id) throw new UserError('report-own-entry', {});
    const cleaned = cut(cleanText(note), projectBounds.note);
    if (!cleaned) throw new UserError('report-reason-missing', {});
    await this.parts.upkeep.report(guildId, id, reporter, cleaned, this.parts.clock());
    this.parts.changed();
  }

  /** What its reports say, for moderators alone. */
  async reportNotes(guildId: string, id: string): Promise<string[]> {
    return (await this.parts.upkeep.reports(guildId, id)).map(({ note }) => note);
  }

  /** A moderator's decision; `keep` dismisses the reports. The caller has checked that it is one. */
  async moderate(
    guildId: string,
    id: string,
    decision: 'hide' | 'show' | 'keep',
    moderator: Viewer,
  ): Promise<ProjectDetails> {
    const { upkeep, clock } = this.parts;
    const project = await this.view(guildId, id, moderator);
    if (decision === 'keep') await upkeep.dismissReports(guildId, id);
    else
      await upkeep.setHidden(
        guildId,
        { id, ownerId: project.ownerId, hasCard: project.cardMessageId !== null },
        decision === 'hide',
        { moderatorId: moderator.id, at: clock() },
      );
    this.parts.changed();
    return this.view(guildId, id, moderator);
  }

  /** Asks owners of quiet projects once, and closes those who didn't answer. Any number of processes may do so. */
  async tidy(): Promise<void> {
    const now = this.parts.clock();
    await this.parts.upkeep.closeQuiet(new Date(now.getTime() - answerMs), now);
    await this.parts.upkeep.askQuiet(new Date(now.getTime() - quietMs), now);
  }

  private async change(
    guildId: string,
    ownerId: string,
    id: string,
    changes: Parameters<ProjectStore['change']>[3],
  ): Promise<void> {
    await this.parts.store.change(guildId, ownerId, id, changes, this.parts.clock());
    this.parts.changed();
  }

  private async open(guildId: string, id: string, viewer: Viewer): Promise<ProjectDetails> {
    const project = await this.view(guildId, id, viewer);
    if (project.closedAt || project.hiddenAt) throw new UserError('project-closed', { name: project.name });
    return project;
  }

  /** The member's own open project. @throws UserError `not-your-project`, `project-closed`, `project-not-found` */
  async own(guildId: string, memberId: string, id: string): Promise<ProjectDetails> {
    const project = await this.view(guildId, id, { id: memberId, isModerator: false });
    if (project.ownerId !== memberId) throw new UserError('not-your-project', { name: project.name });
    if (project.closedAt || project.hiddenAt) throw new UserError('project-closed', { name: project.name });
    return project;
  }

  private async checked(guildId: string, owner: Contributor, typed: TypedProject): Promise<ProjectFacts> {
    await this.parts.mutes.requireUnmuted(guildId, owner.id);
    const name = cleanLine(typed.name);
    if (!name) throw new UserError('project-name-missing', {});
    const facts: ProjectFacts = {
      name: bounded('projectName', name, projectBounds.name),
      summary: bounded('summary', cleanText(typed.summary), projectBounds.summary) || null,
      stack: cleanTags(typed.stack),
      repository: cleanLink(typed.repository),
      lookingFor: rolesIn(typed.lookingFor),
    };
    await this.parts.guard.inspect(guildId, owner, {
      name,
      summary: facts.summary ?? '',
      stack: facts.stack.join(' '),
      repository: facts.repository ?? '',
    });
    return facts;
  }
}

function bounded(field: 'projectName' | 'summary', text: string, limit: number): string {
  if (text.length > limit) throw new UserError('text-too-long', { field, length: text.length, limit });
  return text;
}

/** The roles among comma-separated choices, each once, in their usual order. */
function rolesIn(chosen: string): Role[] {
  const all = chosen.split(',');
  return roles.filter((role) => all.includes(role));
}

const isSameName = (a: string, b: string): boolean => a.toLowerCase() === b.toLowerCase();
