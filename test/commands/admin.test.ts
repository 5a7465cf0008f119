/** `/admin` as moderators use it: permissions, settings, doctor. */
import { beforeEach, describe, expect, it } from 'vitest';
import { buttonsOf, type Exchange, textOf } from '../../sandbox/client.js';
import { useAdminDesk } from '../support/admin-desk.js';

const desk = useAdminDesk();
beforeEach(() => desk.begin());

const said = (exchange: Exchange) => textOf(exchange.message);
const row = () => desk.row();

describe('moderators', () => {
  it('have Manage Server or the role from the settings, checked on every use', async () => {
    expect(said(await desk.as('thabo').command('/admin settings'))).toMatch(/for moderators/);
    await desk.as('owner').command('/admin setup', { 'moderator-role': 'Moderator' });
    expect(said(await desk.as('thabo').command('/admin settings'))).toContain('Settings');
  });

  it('are checked for the panel and its form, too: without the role they no longer work', async () => {
    await desk.as('owner').command('/admin setup', { 'moderator-role': 'Moderator' });
    const panel = await desk.as('thabo').command('/admin setup');
    const form = await desk.as('thabo').click(panel, 'Change time zone');
    await desk.sandbox.client.changeMember(desk.guild.name, 'thabo', { roles: [] });
    for (const [select, value] of [
      ['n1:setup-channel', 'general'],
      ['n1:setup-log-channel', 'general'],
      ['n1:setup-moderator-role', 'Helper'],
      ['n1:setup-language', 'en'],
      ['n1:setup-digest-day', '3'],
      ['n1:setup-digest-time', '10:00'],
    ] as const) {
      const exchange = await desk.as('thabo').choose(panel, select, value);
      expect([select, said(exchange)]).toEqual([select, expect.stringMatching(/for moderators/)]);
    }
    expect(said(await desk.as('thabo').click(panel, 'Change time zone'))).toMatch(/for moderators/);
    expect(said(await desk.as('thabo').submit(form, { timezone: 'Lagos' }))).toMatch(/for moderators/);
    expect(await row()).toMatchObject({
      channel_id: null,
      log_channel_id: null,
      moderator_role_id: desk.roles.Moderator,
      digest_weekday: 1,
      digest_time: '09:00:00',
      timezone: 'Africa/Nairobi',
    });
  });

  it('are not learners: Discord does not offer them the command', async () => {
    expect((await desk.as('amina').commands()).map(({ name }) => name)).not.toContain('admin');
    expect((await desk.as('thabo').commands()).map(({ name }) => name)).toContain('admin');
  });
});

describe('/admin settings', () => {
  it('shows a guild that nobody set up', async () => {
    const text = said(await desk.as('owner').command('/admin settings'));
    expect(text).toContain(`not set; for now <#${desk.channels.prodevprojectnexus}>`);
    expect(text).toContain('**Next digest**: not scheduled');
    expect(text).toContain('**Set up**: not yet');
    expect(await row()).toMatchObject({ set_up_at: null });
  });

  it('shows everything, the next digest and the last one’s outcome, and a pause', async () => {
    await desk.as('owner').command('/admin setup', { channel: 'general', 'moderator-role': 'Moderator' });
    desk.now = new Date('2026-03-09T06:00:05Z');
    await desk.services.digests.closeDuePeriods();
    await desk.services.outbox.deliverDue();
    const text = said(await desk.as('thabo').command('/admin settings'));
    expect(text).toContain(`<#${desk.channels.general}>`);
    expect(text).toContain(`<@&${desk.roles.Moderator}>`);
    expect(text).toContain('Mondays at 09:00');
    expect(text).toContain(`**Next digest**: <t:${Date.UTC(2026, 2, 16, 6) / 1000}:F>`);
    expect(text).toMatch(/\*\*Last digest\*\*: skipped for <t:\d+:D>: nothing was shared/);

    await desk.as('thabo').command('/admin digest pause');
    expect(said(await desk.as('thabo').command('/admin settings'))).toContain(
      '**Next digest**: paused since',
    );
  });
});

describe('/admin doctor', () => {
  it('finds nothing in a healthy guild, and says so in a few lines', async () => {
    await desk.as('owner').command('/admin setup', { channel: 'general', 'moderator-role': 'Moderator' });
    const answer = await desk.as('owner').command('/admin doctor');
    expect(answer.ephemeral).toBe(true);
    expect(said(answer)).toContain('Everything looks good');
    expect(said(answer)).not.toContain('❌');
    // The bot was invited without Manage Server: that is advice, not trouble.
    expect(said(answer).match(/💡.*/g)).toEqual([expect.stringContaining('AutoMod')]);
    expect(said(answer)).toMatch(/PostgreSQL \d+\.\d+, [\d.]+ MB, up to date/);
    expect(said(answer)).toContain('match this version');
    expect(said(answer)).toContain('My clock matches');
    expect(said(answer)).toContain(`I have every permission I need in <#${desk.channels.general}>.`);
    expect(said(answer).split('\n').length).toBeLessThan(10);
  });

  it('reports a deleted channel first, then every missing permission with its fix', async () => {
    await desk.as('owner').command('/admin setup', { channel: 'general', 'log-channel': 'moderators' });
    await desk.sandbox.client.closeChannel(desk.guild.name, 'moderators', [
      'READ_MESSAGE_HISTORY',
      'ATTACH_FILES',
    ]);
    await desk.sandbox.client.deleteChannel(desk.guild.name, 'general');
    const lines = said(await desk.as('owner').command('/admin doctor')).split('\n');
    expect(lines[0]).toContain('2 things need fixing');
    expect(lines[1]).toMatch(/❌ A channel I use was deleted.*the cohort channel and the digest channel/);
    expect(lines[2]).toContain('`/admin setup`');
    expect(lines.join('\n')).toContain(
      `In <#${desk.channels.moderators}>, the log channel, I’m missing **Attach Files** and **Read Message History**`,
    );
    expect(buttonsOf((await desk.as('owner').command('/admin doctor')).message)).toEqual([]);
  });

  it('reports that the channel is closed to the bot', async () => {
    await desk.as('owner').command('/admin setup', { channel: 'general' });
    await desk.sandbox.client.closeChannel(desk.guild.name, 'general');
    expect(said(await desk.as('owner').command('/admin doctor'))).toMatch(/❌ I can’t see <#/);
  });

  it('knows which moderator roles see /admin: by permission, or by the Integrations page', async () => {
    await desk.as('owner').command('/admin setup', { channel: 'general', 'moderator-role': 'Helper' });
    const doctor = async () => said(await desk.as('owner').command('/admin doctor'));
    expect(await doctor()).toMatch(/Discord doesn’t show them `\/admin`.*\n.*Integrations/);
    await desk.sandbox.client.setCommandPermissions(
      desk.guild.name,
      [{ role: 'Helper', allow: true }] as never,
      'admin',
    );
    expect(await doctor()).not.toContain('Integrations');
    await desk.sandbox.client.deleteRole(desk.guild.name, 'Helper');
    expect(await doctor()).toContain('The moderator role was deleted');
  });

  it('notices that the commands differ and that the bot is timed out', async () => {
    await desk.as('owner').command('/admin setup', { channel: 'general' });
    const { rest, application } = desk.client;
    const route = `/applications/${application?.id}/commands` as const;
    const [first] = (await rest.get(route)) as { id: string }[];
    await rest.patch(`${route}/${first?.id}`, { body: { description: 'Something else' } });
    await desk.sandbox.client.changeMember(desk.guild.name, 'Nexus', {
      timeoutUntil: '2026-03-05T10:00:00.000Z',
    });
    const { findings } = await desk.services.doctor.examine(desk.guild.id);
    expect(findings.map(({ code }) => code)).toEqual(['timed-out', 'commands-differ', 'automod-unreadable']);
  });
});
