/** Moderators' settings leave a line in the audit log: who, what, before and after, and nothing if nothing changed. */
import { beforeEach, describe, expect, it } from 'vitest';
import { textOf } from '../../sandbox/client.js';
import { useAdminDesk } from '../support/admin-desk.js';

const desk = useAdminDesk();
beforeEach(() => desk.begin());

/** The log of the current test's guild, oldest first, with each line's actor by name. */
async function trail() {
  const { members } = desk.guild;
  const rows = await desk.query<{ action: string; user_id: string; before: object; after: object }>(
    `SELECT action, user_id, before, after FROM audit_log l LEFT JOIN subjects s ON s.key = l.actor
      WHERE l.guild_id = $1 ORDER BY l.id`,
    [desk.guild.id],
  );
  return rows.map(({ user_id, ...row }) => ({
    ...row,
    by: members.find(({ userId }) => userId === user_id)?.name,
  }));
}

describe('a change of the settings', () => {
  it('by options is logged with the values before and after', async () => {
    await desk.as('owner').command('/admin setup', { channel: 'general', timezone: 'lagos' });
    expect(await trail()).toEqual([
      {
        action: 'settings-changed',
        by: 'owner',
        before: { channelId: null },
        after: { channelId: desk.channels.general },
      },
      {
        action: 'settings-changed',
        by: 'owner',
        before: { setUpAt: null, timezone: 'Africa/Nairobi' },
        after: { setUpAt: desk.now.toISOString(), timezone: 'Africa/Lagos' },
      },
    ]);
  });

  it('that changes nothing is not logged', async () => {
    await desk.as('owner').command('/admin setup', { 'log-channel': 'moderators', language: 'en' });
    const before = await trail();
    await desk.as('owner').command('/admin setup', { 'log-channel': 'moderators', language: 'en' });
    await desk.as('owner').command('/admin setup');
    expect(await trail()).toEqual(before);
  });

  it('that is refused is not logged', async () => {
    await desk.as('owner').command('/admin setup', { timezone: 'Atlantis' });
    expect(await trail()).toEqual([]);
  });
});

describe('the digest', () => {
  it('is scheduled, paused and resumed in the log', async () => {
    const owner = desk.as('owner');
    await owner.command('/admin digest schedule', { day: 'friday', time: '16:30' });
    await owner.command('/admin digest pause');
    await owner.command('/admin digest pause');
    await owner.command('/admin digest resume');
    expect((await trail()).map(({ action, by, after }) => [action, by, after])).toEqual([
      [
        'settings-changed',
        'owner',
        { setUpAt: desk.now.toISOString(), digestWeekday: 5, digestTime: '16:30' },
      ],
      ['digest-paused', 'owner', null],
      ['digest-resumed', 'owner', null],
    ]);
  });

  it('that is run early is logged, and an empty one is not', async () => {
    const owner = desk.as('owner');
    await owner.command('/admin setup', { channel: 'general' });
    await owner.command('/admin digest run');
    expect((await trail()).map(({ action }) => action)).not.toContain('digest-run');
    await desk.query(
      `INSERT INTO members (guild_id, user_id, display_name, first_seen_at, seen_at) VALUES ($1, 1, 'Amina', $2, $2)`,
      [desk.guild.id, desk.now],
    );
    await desk.query(
      `INSERT INTO entries (guild_id, number, type, kind, title, author_id, created_at)
       VALUES ($1, 1, 'learning', 'concept', 'Indexes', 1, $2)`,
      [desk.guild.id, new Date(desk.now.getTime() - 60_000)],
    );
    await owner.command('/admin digest run');
    expect((await trail()).at(-1)).toMatchObject({ action: 'digest-run', by: 'owner' });
  });
});

describe('the moderator role', () => {
  it('cannot be changed by a moderator who would lock themselves out', async () => {
    await desk.as('owner').command('/admin setup', { 'moderator-role': 'Moderator' });
    const before = await trail();
    const refused = await desk.as('thabo').command('/admin setup', { 'moderator-role': 'Helper' });
    expect(textOf(refused.message)).toContain('Only members with Manage Server');
    expect((await desk.row())['moderator_role_id']).toBe(desk.roles.Moderator);
    expect(await trail()).toEqual(before);
    await desk.as('owner').command('/admin setup', { 'moderator-role': 'Helper' });
    expect((await desk.row())['moderator_role_id']).toBe(desk.roles.Helper);
  });
});
