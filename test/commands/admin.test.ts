/** `/admin` from a moderator's side: who may use it, settings, check-up. */
import { beforeEach, describe, expect, it } from 'vitest';
import { buttonsOf, type Exchange, textOf } from '../../sandbox/client.js';
import { useAdminDesk } from '../support/admin-desk.js';

const desk = useAdminDesk();
beforeEach(() => desk.begin());

const said = (exchange: Exchange) => textOf(exchange.message);
const row = () => desk.row();

describe('who may', () => {
  it('is Manage Server or the role of the settings, on every use', async () => {
    expect(said(await desk.as('thabo').command('/admin settings'))).toMatch(/for moderators/);
    await desk.as('owner').command('/admin setup', { 'moderator-role': 'Moderator' });
    expect(said(await desk.as('thabo').command('/admin settings'))).toContain('Settings');
  });

  it('holds for the panel and its form too: a role taken away closes them', async () => {
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

  it('is not asked of learners: Discord does not offer them the command', async () => {
    expect((await desk.as('amina').commands()).map(({ name }) => name)).toEqual(['help']);
    expect((await desk.as('thabo').commands()).map(({ name }) => name)).toEqual(['admin', 'help']);
  });
});

describe('/admin settings', () => {
  it('tells of a guild that nobody set up', async () => {
    const text = said(await desk.as('owner').command('/admin settings'));
    expect(text).toContain(`not set; for now <#${desk.channels.prodevprojectnexus}>`);
    expect(text).toContain('**Next digest**: not scheduled');
    expect(text).toContain('**Set up**: not yet');
    expect(await row()).toMatchObject({ set_up_at: null });
  });

  it('shows everything, the next digest and the last one’s outcome, and a pause', async () => {
    await desk.as('owner').command('/admin setup', { channel: 'general', 'moderator-role': 'Moderator' });
    desk.now = new Date('2026-03-09T06:00:05Z');
    await desk.services.digests.postDue();
    const text = said(await desk.as('thabo').command('/admin settings'));
    expect(text).toContain(`<#${desk.channels.general}>`);
    expect(text).toContain(`<@&${desk.roles.Moderator}>`);
    expect(text).toContain('Mondays at 09:00');
    expect(text).toContain(`**Next digest**: <t:${Date.UTC(2026, 2, 16, 6) / 1000}:F>`);
    expect(text).toMatch(/\*\*Last digest\*\*: left out for <t:\d+:D>: nothing had been shared/);

    await desk.as('thabo').command('/admin digest pause');
    expect(said(await desk.as('thabo').command('/admin settings'))).toContain(
      '**Next digest**: paused since',
    );
  });
});

describe('/admin doctor', () => {
  it('finds nothing in a healthy guild, and says so in few lines', async () => {
    await desk.as('owner').command('/admin setup', { channel: 'general', 'moderator-role': 'Moderator' });
    const answer = await desk.as('owner').command('/admin doctor');
    expect(answer.ephemeral).toBe(true);
    expect(said(answer)).toContain('All is well');
    expect(said(answer)).not.toMatch(/❌|💡/);
    expect(said(answer)).toMatch(/PostgreSQL \d+\.\d+, [\d.]+ MB, up to date/);
    expect(said(answer)).toContain('as this version defines them');
    expect(said(answer)).toContain('My clock agrees');
    expect(said(answer)).toContain(`I may do all I need in <#${desk.channels.general}>.`);
    expect(said(answer).split('\n').length).toBeLessThan(10);
  });

  it('tells of a deleted channel first, then of every missing permission with its mend', async () => {
    await desk.as('owner').command('/admin setup', { channel: 'general', 'log-channel': 'moderators' });
    await desk.sandbox.client.closeChannel(desk.guild.name, 'moderators', [
      'READ_MESSAGE_HISTORY',
      'ATTACH_FILES',
    ]);
    await desk.sandbox.client.deleteChannel(desk.guild.name, 'general');
    const lines = said(await desk.as('owner').command('/admin doctor')).split('\n');
    expect(lines[0]).toContain('2 things need mending');
    expect(lines[1]).toMatch(/❌ A channel I use was deleted.*the cohort’s channel and the digest’s channel/);
    expect(lines[2]).toContain('`/admin setup`');
    expect(lines.join('\n')).toContain(
      `In <#${desk.channels.moderators}>, the log channel, I may not **Attach Files** and **Read Message History**`,
    );
    expect(buttonsOf((await desk.as('owner').command('/admin doctor')).message)).toEqual([]);
  });

  it('tells that the channel is closed to the bot', async () => {
    await desk.as('owner').command('/admin setup', { channel: 'general' });
    await desk.sandbox.client.closeChannel(desk.guild.name, 'general');
    expect(said(await desk.as('owner').command('/admin doctor'))).toMatch(/❌ I cannot see <#/);
  });

  it('knows which moderator roles see /admin: by permission, or by the Integrations page', async () => {
    await desk.as('owner').command('/admin setup', { channel: 'general', 'moderator-role': 'Helper' });
    const doctor = async () => said(await desk.as('owner').command('/admin doctor'));
    expect(await doctor()).toMatch(/Discord does not show them `\/admin`.*\n.*Integrations/);
    await desk.sandbox.client.setCommandPermissions(
      desk.guild.name,
      [{ role: 'Helper', allow: true }] as never,
      'admin',
    );
    expect(await doctor()).not.toContain('Integrations');
    await desk.sandbox.client.deleteRole(desk.guild.name, 'Helper');
    expect(await doctor()).toContain('The moderator role was deleted');
  });

  it('sees that the commands differ and that the bot is in time-out', async () => {
    await desk.as('owner').command('/admin setup', { channel: 'general' });
    const { rest, application } = desk.client;
    const route = `/applications/${application?.id}/commands` as const;
    const [first] = (await rest.get(route)) as { id: string }[];
    await rest.patch(`${route}/${first?.id}`, { body: { description: 'Something else' } });
    await desk.sandbox.client.changeMember(desk.guild.name, 'Nexus', {
      timeoutUntil: '2026-03-05T10:00:00.000Z',
    });
    const { findings } = await desk.services.doctor.examine(desk.guild.id);
    expect(findings.map(({ code }) => code)).toEqual(['timed-out', 'commands-differ']);
  });
});
