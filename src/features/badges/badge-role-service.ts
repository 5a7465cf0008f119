/** Rules of roles that come with badges: who ties which role, and what is wrong with those that are tied. */
import type { Badge } from '../../entities/badge-role.js';
import type { Clock } from '../../platform/clock.js';
import { UserError } from '../../platform/user-error.js';
import type { BadgeRoles, GuildRoles, RoleChooser, RoleProblem, TyingResult } from './badge-role-model.js';
import type { BadgeRoleStore } from './badge-role-store.js';

export interface BadgeRoleParts {
  store: Pick<BadgeRoleStore, 'tied' | 'former' | 'owed' | 'tie' | 'untie' | 'takeBack'>;
  roles: GuildRoles;
  clock: Clock;
  /** Something is owed: told so that it needn't wait for the next tick. */
  changed(): void;
}

export class BadgeRoleService {
  constructor(private readonly parts: BadgeRoleParts) {}

  /** Which role comes with which badge, for the settings. */
  async tied(guildId: string): Promise<BadgeRoles['tied']> {
    return this.parts.store.tied(guildId);
  }

  async present(guildId: string): Promise<BadgeRoles> {
    const { store, roles } = this.parts;
    const [tied, former, canGive] = await Promise.all([
      store.tied(guildId),
      store.former(guildId),
      roles.canGive(guildId),
    ]);
    const ids = [...tied, ...former].map(({ roleId }) => roleId);
    return { tied, former, canGive, problems: await this.problemsOf(guildId, ids) };
  }

  /**
   * Ties the role to the badge, in place of any other.
   * @throws UserError `needs-manage-server`
   */
  async tie(guildId: string, badge: Badge, roleId: string, chooser: RoleChooser): Promise<TyingResult> {
    if (!chooser.isManager) throw new UserError('needs-manage-server', {});
    const { store, roles, clock, changed } = this.parts;
    const problem = await roles.problem(guildId, roleId);
    if (problem) return { outcome: 'refused', reason: problem, roleId };
    const may = await roles.mayGive(guildId, roleId, chooser);
    if (may !== 'yes') return { outcome: 'refused', reason: may, roleId };
    const outcome = await store.tie({ guildId, actorId: chooser.id, at: clock() }, badge, roleId);
    if (outcome === 'in-use') return { outcome: 'refused', reason: outcome, roleId };
    changed();
    return { outcome, roleId };
  }

  /**
   * The badge comes without a role from now on; members keep it until `takeBack`.
   * @throws UserError `needs-manage-server`
   */
  async untie(guildId: string, badge: Badge, chooser: RoleChooser): Promise<TyingResult> {
    if (!chooser.isManager) throw new UserError('needs-manage-server', {});
    const { store, clock } = this.parts;
    const roleId = await store.untie({ guildId, actorId: chooser.id, at: clock() }, badge);
    return { outcome: roleId ? 'untied' : 'unchanged', roleId };
  }

  /**
   * Takes a role that comes with no badge any more from everyone who has it from the bot.
   * @throws UserError `needs-manage-server`
   */
  async takeBack(guildId: string, roleId: string, chooser: RoleChooser): Promise<TyingResult> {
    if (!chooser.isManager) throw new UserError('needs-manage-server', {});
    const { store, roles, clock, changed } = this.parts;
    // Of a role that was deleted, nothing is left but what I remember.
    const isGone = (await roles.problem(guildId, roleId)) === 'gone';
    const may = isGone ? 'yes' : await roles.mayGive(guildId, roleId, chooser);
    if (may !== 'yes') return { outcome: 'refused', reason: may, roleId };
    const members = await store.takeBack({ guildId, actorId: chooser.id, at: clock() }, roleId);
    if (members > 0) changed();
    return { outcome: members > 0 ? 'taken' : 'unchanged', roleId };
  }

  /** What keeps roles from being given or taken, for the check-up. */
  async troubles(guildId: string): Promise<{
    problems: ReadonlyMap<string, RoleProblem>;
    refused: readonly { roleId: string; count: number }[];
  }> {
    const { store } = this.parts;
    const [tied, owed] = await Promise.all([store.tied(guildId), store.owed(guildId)]);
    const problems = await this.problemsOf(
      guildId,
      [...tied, ...owed].map(({ roleId }) => roleId),
    );
    const refused = owed
      .filter((one) => one.refused > 0)
      .map(({ roleId, refused: count }) => ({ roleId, count }));
    return { problems, refused };
  }

  private async problemsOf(guildId: string, roleIds: readonly string[]): Promise<Map<string, RoleProblem>> {
    const problems = new Map<string, RoleProblem>();
    for (const roleId of new Set(roleIds)) {
      const problem = await this.parts.roles.problem(guildId, roleId);
      if (problem) problems.set(roleId, problem);
    }
    return problems;
  }
}
