/** Roles that come with badges: chosen in the set-up, and given and taken in the sandbox as the facts say. */
import { type APIGuildMember, type APIRole, Routes } from 'discord.js';
import { beforeEach, describe, expect, it } from 'vitest';
import { buttonsOf, type Exchange, type Message, describe as tell, textOf } from '../../sandbox/client.js';
import { INVITED_BOT_PERMISSIONS } from '../../sandbox/server/permissions.js';
import { until, useAdminDesk } from '../support/admin-desk.js';

const desk = useAdminDesk();
const botPermissions = [...INVITED_BOT_PERMISSIONS, 'ManageRoles'];
/** From the lowest to the highest; the bot's is above them all. */
const roles = [
  { name: 'Sharer' },
  { name: 'Other' },
  { name: 'Keeper', permissions: ['MANAGE_GUILD', 'MANAGE_ROLES', 'MANAGE_MESSAGES'] },
  { name: 'Manager', permissions: ['MANAGE_GUILD', 'MANAGE_MESSAGES'] },
  { name: 'High' },
];
const members = [
  { name: 'owner' },
  { name: 'keeper', roles: ['Keeper'] },
  { name: 'manager', roles: ['Manager'] },
  { name: 'amina' },
  { name: 'kofi' },
];
beforeEach(() => desk.begin({ botPermissions, botRoles: 'top', roles, members }));

const shared = { kind: 'concept', title: 'Indexes', body: 'They cost.', tags: 'sql' };
const select = 'n1:badge-role:first-share';
const roleId = (name: string) => (desk.roles as unknown as Record<string, string>)[name] as string;
const userId = (name: string) => desk.guild.members.find((one) => one.name === name)?.userId ?? '';
async function rolesOf(name: string): Promise<string[]> {
  const member = await desk.client.rest.get(Routes.guildMember(desk.guild.id, userId(name)));
  const ids = (member as APIGuildMember).roles;
  const all = (await desk.client.rest.get(Routes.guildRoles(desk.guild.id))) as APIRole[];
  return all.filter(({ id }) => ids.includes(id)).map((role) => role.name);
}
const page = async (person = 'owner') =>
  desk.as(person).click(await desk.as(person).command('/admin setup'), 'Badge roles');
const choose = async (role: string | string[], person = 'owner') =>
  desk.as(person).choose(await page(person), select, [role].flat());
/** A minute later. */
async function work(): Promise<void> {
  desk.now = new Date(desk.now.getTime() + 60_000);
  await desk.services.badgeRoleWork.run();
}
const said = (exchange: Exchange) => textOf(exchange.message);
const logged = async () =>
  (
    await desk.query(
      `SELECT action FROM audit_log WHERE guild_id = $1 AND action LIKE 'badge%' ORDER BY id`,
      [desk.guild.id],
    )
  ).map(({ action }) => action);
const owed = () => desk.query('SELECT * FROM given_roles WHERE guild_id = $1', [desk.guild.id]);
const rolesAre = (holds: (cached: Map<string, unknown>) => boolean) =>
  until(() => holds(desk.client.guilds.cache.get(desk.guild.id)?.roles.cache as Map<string, unknown>));

describe('the page', () => {
  it('ties a role, shows it as chosen, says so in the log, and unties it', async () => {
    const tied = await choose('Sharer');
    expect(said(tied), tell(tied)).toContain('Saved');
    expect(JSON.stringify(tied.message)).toContain(`{"id":"${roleId('Sharer')}","type":"role"}`);
    expect(said(await choose([]))).toContain('keep it');
    expect(JSON.stringify((await page()).message)).not.toContain(roleId('Sharer'));
    expect(await logged()).toEqual(['badge-role-tied', 'badge-role-untied']);
    const log = said(await desk.as('owner').command('/admin audit'));
    expect(log).toContain(`tied the role <@&${roleId('Sharer')}> (badge “First share”)`);
  });

  it.each([
    ['everyone’s role', 'owner', '@everyone', 'Everyone has that role already'],
    ['a bot’s own role', 'owner', 'Nexus', 'manages'],
    ['a role with the powers of moderators', 'owner', 'Keeper', 'only moderators should'],
    ['a role above the chooser’s', 'keeper', 'High', 'isn’t below your highest role'],
    ['a chooser without Manage Roles', 'manager', 'Sharer', 'who can manage roles themselves'],
  ])('refuses %s, and changes nothing', async (_what, person, role, told) => {
    const refused = await choose(role, person);
    expect(said(refused), tell(refused)).toContain('Nothing was changed');
    expect(said(refused)).toContain(told);
    expect(await desk.query('SELECT 1 FROM badge_roles WHERE guild_id = $1', [desk.guild.id])).toEqual([]);
    expect(await logged()).toEqual([]);
  });

  it('takes a role below the highest of somebody who can manage roles', async () => {
    expect(said(await choose('Sharer', 'keeper'))).toContain('Saved');
  });

  it('refuses a role that comes with another badge', async () => {
    await choose('Sharer');
    const refused = await desk.as('owner').choose(await page(), 'n1:badge-role:teacher', ['Sharer']);
    expect(said(refused)).toContain('comes with another badge');
  });

  it('says that the bot lacks Manage Roles, or that its role is too low, and refuses', async () => {
    await desk.begin({ botRoles: 'top', roles, members });
    expect(said(await page())).toContain('not allowed to manage roles yet');
    expect(said(await choose('Sharer'))).toContain('Nothing was changed');
    await desk.begin({ botPermissions, roles, members });
    expect(said(await choose('Sharer'))).toContain('isn’t below my role');
  });
});

describe('a role for a badge', () => {
  it('is given to who earned it before or earns it, and taken when the badge is gone', async () => {
    await desk.as('amina').command('/share', shared);
    await choose('Sharer');
    await work();
    expect(await rolesOf('amina')).toEqual(['Sharer']);
    expect(await rolesOf('kofi')).toEqual([]);
    await desk.as('kofi').command('/share', { ...shared, title: 'Locks' });
    await work();
    expect(await rolesOf('kofi')).toEqual(['Sharer']);
    await desk.as('amina').command('/entry delete', { entry: '1' });
    await work();
    expect(await rolesOf('amina')).toEqual([]);
    expect(await rolesOf('kofi')).toEqual(['Sharer']);
    await desk.as('amina').command('/entry restore', { entry: '1' });
    await work();
    expect(await rolesOf('amina')).toEqual(['Sharer']);
  });

  it('stays with who got it from a moderator', async () => {
    await desk.sandbox.client.changeMember(desk.guild.name, 'amina', { roles: ['Sharer'] });
    await desk.sandbox.client.changeMember(desk.guild.name, 'kofi', { roles: ['Sharer'] });
    await choose('Sharer');
    await desk.as('amina').command('/share', shared);
    await work();
    await desk.as('amina').command('/entry delete', { entry: '1' });
    await work();
    await work();
    expect(await rolesOf('amina')).toEqual(['Sharer']);
    expect(await rolesOf('kofi')).toEqual(['Sharer']);
    expect(await owed()).toEqual([]);
  });

  it('is kept when it is untied, and taken when a moderator says so', async () => {
    await choose('Sharer');
    await desk.as('amina').command('/share', shared);
    await work();
    const untied = await choose('Other');
    await work();
    expect((await rolesOf('amina')).sort()).toEqual(['Other', 'Sharer']);
    expect(said(untied)).toContain(
      `<@&${roleId('Sharer')}> comes with no badge any more. 1 member keeps it.`,
    );
    const refused = await desk.as('manager').click(await page('manager'), 'Take it from 1 member');
    expect(said(refused)).toContain('Nothing was changed');
    const taken = await desk.as('owner').click(untied, 'Take it from 1 member');
    expect(said(taken)).toContain('I take the role');
    expect(buttonsOf(taken.message as Message)).not.toContain('Take it from 1 member');
    await work();
    expect(await rolesOf('amina')).toEqual(['Other']);
    expect(await logged()).toEqual(['badge-role-tied', 'badge-role-tied', 'badge-role-taken']);
  });

  it.each(['tied', 'untied'])(
    'is taken from an erased member, after which nothing of them is left (%s)',
    async (state) => {
      await choose('Sharer');
      await desk.as('amina').command('/share', shared);
      await work();
      if (state === 'untied') await choose([]);
      const asked = await desk.as('amina').command('/mydata forget');
      const erased = await desk.as('amina').click(asked, buttonsOf(asked.message)[0] ?? '');
      expect(said(erased), tell(erased)).toContain('erased');
      expect(await owed()).toHaveLength(1);
      await work();
      expect(await rolesOf('amina')).toEqual([]);
      expect(await owed()).toEqual([]);
    },
  );

  it('waits while something is wrong with it, which the doctor says, and then goes on', async () => {
    await choose('Sharer');
    await desk.as('amina').command('/share', shared);
    await desk.sandbox.client.changeRole(desk.guild.name, 'Sharer', { permissions: ['BAN_MEMBERS'] });
    await rolesAre(
      (cached) =>
        (cached.get(roleId('Sharer')) as { permissions: { bitfield: bigint } }).permissions.bitfield > 0n,
    );
    await work();
    expect(await rolesOf('amina')).toEqual([]);
    const told = said(await desk.as('owner').command('/admin doctor'));
    expect(told).toContain(
      `I don’t give or take the role <@&${roleId('Sharer')}> for a badge: it lets its members do`,
    );
    expect(said(await page())).toContain('That role lets its members do what only moderators should');
    await desk.sandbox.client.changeRole(desk.guild.name, 'Sharer', { permissions: [] });
    await rolesAre(
      (cached) =>
        (cached.get(roleId('Sharer')) as { permissions: { bitfield: bigint } }).permissions.bitfield === 0n,
    );
    desk.now = new Date(desk.now.getTime() + 600_000);
    await work();
    expect(await rolesOf('amina')).toEqual(['Sharer']);
  });

  it('that was deleted is named by the doctor, and another one takes its place', async () => {
    await choose('Sharer');
    await desk.as('amina').command('/share', shared);
    await work();
    await desk.sandbox.client.deleteRole(desk.guild.name, 'Sharer');
    await rolesAre((cached) => !cached.has(roleId('Sharer')));
    await desk.as('amina').command('/entry delete', { entry: '1' });
    await work();
    expect(await owed()).toEqual([]);
    expect(said(await desk.as('owner').command('/admin doctor'))).toContain('it was deleted');
    expect(said(await page())).toContain('Its role was deleted');
    expect(said(await choose('Other'))).toContain('Saved');
    await desk.as('amina').command('/entry restore', { entry: '1' });
    await work();
    expect(await rolesOf('amina')).toEqual(['Other']);
  });

  it('comes back to a member who left and is there again', async () => {
    await choose('Sharer');
    await desk.as('amina').command('/share', shared);
    await desk.sandbox.client.removeMember(desk.guild.name, 'amina');
    await work();
    await work();
    expect(await owed()).toEqual([]);
    await desk.sandbox.client.addMember(desk.guild.name, { name: 'amina' });
    await desk.as('amina').command('/share', { ...shared, title: 'Locks' });
    await work();
    expect(await rolesOf('amina')).toEqual(['Sharer']);
  });
});
