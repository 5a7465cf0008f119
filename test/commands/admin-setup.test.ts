/** `/admin setup` as moderators use it: with options and with its panel. */
import { beforeEach, describe, expect, it } from 'vitest';
import { type Exchange, textOf } from '../../sandbox/client.js';
import { digestSections } from '../../src/entities/guild.js';
import { until, useAdminDesk } from '../support/admin-desk.js';

const desk = useAdminDesk();
beforeEach(() => desk.begin());

const said = (exchange: Exchange) => textOf(exchange.message);
const row = () => desk.row();

describe('/admin setup with options', () => {
  it('sets only those, says what is set, and schedules the digest', async () => {
    const answer = await desk.as('owner').command('/admin setup', { channel: 'general', timezone: 'lagos' });
    expect(answer.ephemeral).toBe(true);
    expect(said(answer)).toContain(`<#${desk.channels.general}>`);
    expect(said(answer)).toContain('Africa/Lagos');
    // Monday 9 March 2026, 09:00 in Lagos (UTC+1).
    expect(said(answer)).toContain(`<t:${Date.UTC(2026, 2, 9, 8) / 1000}:F>`);
    expect(await row()).toMatchObject({
      channel_id: desk.channels.general,
      timezone: 'Africa/Lagos',
      log_channel_id: null,
      moderator_role_id: null,
      digest_due_at: new Date('2026-03-09T08:00Z'),
      set_up_at: desk.now,
    });

    await desk.as('owner').command('/admin setup', { 'log-channel': 'moderators', language: 'en' });
    expect(await row()).toMatchObject({
      channel_id: desk.channels.general,
      log_channel_id: desk.channels.moderators,
      timezone: 'Africa/Lagos',
    });
  });

  it('refuses a channel the bot cannot post in, names the permission, and changes nothing', async () => {
    await desk.sandbox.client.closeChannel(desk.guild.name, 'general', ['SEND_MESSAGES']);
    await until(() => !sees(desk.channels.general, 'SendMessages'));
    const answer = await desk.as('owner').command('/admin setup', {
      channel: 'general',
      timezone: 'Africa/Lagos',
      'moderator-role': 'Moderator',
    });
    expect(said(answer)).toMatch(/Nothing was changed/);
    expect(said(answer)).toContain('**Send Messages**');
    expect(said(answer)).not.toContain('View Channel');
    expect(await row()).toMatchObject({
      channel_id: null,
      timezone: 'Africa/Nairobi',
      moderator_role_id: null,
      digest_due_at: null,
      set_up_at: null,
    });
  });

  it('keeps the digest out of a channel the bot cannot post in', async () => {
    const lines = { day: 'monday', time: '9:00', channel: 'general' };
    await desk.sandbox.client.closeChannel(desk.guild.name, 'general', ['SEND_MESSAGES']);
    await until(() => !sees(desk.channels.general, 'SendMessages'));
    const refused = await desk.as('owner').command('/admin digest schedule', lines);
    expect(said(refused)).toContain('I’m not allowed to post');
    expect(await row()).toMatchObject({ digest_channel_id: null, digest_due_at: null });
    await desk.sandbox.client.openChannel(desk.guild.name, 'general');
    await until(() => sees(desk.channels.general, 'SendMessages'));
    await desk.as('owner').command('/admin digest schedule', lines);
    expect(await row()).toMatchObject({ digest_channel_id: desk.channels.general });
  });

  it('accepts a channel where only minor permissions are missing, and says which', async () => {
    await desk.sandbox.client.closeChannel(desk.guild.name, 'general', [
      'ATTACH_FILES',
      'CREATE_PUBLIC_THREADS',
    ]);
    await until(() => !sees(desk.channels.general, 'AttachFiles'));
    const answer = await desk.as('owner').command('/admin setup', { channel: 'general' });
    expect(said(answer)).toContain('**Attach Files** and **Create Public Threads**');
    expect(await row()).toMatchObject({ channel_id: desk.channels.general });
  });

  it('refuses everyone as moderators, and an unknown time zone', async () => {
    expect(said(await desk.as('owner').command('/admin setup', { 'moderator-role': '@everyone' }))).toMatch(
      /would make everyone a moderator/,
    );
    const answer = await desk
      .as('owner')
      .command('/admin setup', { channel: 'general', timezone: 'Atlantis' });
    expect(said(answer)).toContain('“Atlantis”');
    expect(await row()).toMatchObject({ channel_id: null, moderator_role_id: null, set_up_at: null });
  });

  it('offers time zones by city', async () => {
    const choices = await desk.as('owner').autocomplete('/admin setup', 'timezone', 'nair');
    expect(choices.map(({ value }) => value)).toContain('Africa/Nairobi');
  });
});

describe('/admin setup without options', () => {
  it('counts as the set-up, shows the defaults, and can be used again and again', async () => {
    const panel = await desk.as('owner').command('/admin setup');
    expect(said(panel)).toContain('*Monday*');
    expect(said(panel)).toContain('*09:00*');
    expect(said(panel)).toContain('Africa/Nairobi');
    expect(said(panel)).toContain(`Until you choose one, I use <#${desk.channels.prodevprojectnexus}>`);
    expect(await row()).toMatchObject({ set_up_at: desk.now, digest_due_at: new Date('2026-03-09T06:00Z') });

    const owner = desk.as('owner');
    const first = await owner.choose(panel, 'n1:setup-channel', 'general');
    expect(first.outcome).toBe('update');
    expect(said(first)).toContain('Saved');
    expect(said(first)).not.toContain('Until you choose');
    await owner.choose(panel, 'n1:setup-log-channel', 'moderators');
    await owner.choose(panel, 'n1:setup-moderator-role', 'Helper');
    await owner.choose(panel, 'n1:setup-language', 'en');
    const day = await owner.choose(panel, 'n1:setup-digest-day', 'Wednesday');
    expect(said(day)).toContain('*Wednesday*');
    const time = await owner.choose(panel, 'n1:setup-digest-time', '18:00');
    expect(said(time)).toContain('*18:00*');
    expect(await row()).toMatchObject({
      channel_id: desk.channels.general,
      log_channel_id: desk.channels.moderators,
      moderator_role_id: desk.roles.Helper,
      digest_weekday: 3,
      digest_time: '18:00:00',
      digest_due_at: new Date('2026-03-04T15:00Z'),
    });
    expect(defaultsOf(time)).toEqual([desk.channels.general, desk.roles.Helper, desk.channels.moderators]);
  });

  it('has a page for the digest: sections, a role, the nudge, each saved immediately', async () => {
    const owner = desk.as('owner');
    const panel = await owner.command('/admin setup');
    const page = await owner.click(panel, 'Digest');
    expect(page.outcome).toBe('update');
    expect(said(page)).toContain('Set up the digest');
    expect(said(page)).toContain('I post nothing');
    const fewer = await owner.choose(page, 'n1:setup-digest-sections', ['learnings', 'waiting']);
    expect(said(fewer)).toContain('Saved');
    await owner.choose(page, 'n1:setup-digest-role', 'Helper');
    const nudging = await owner.click(page, 'Nudge in empty weeks');
    expect(said(nudging)).toContain('a friendly nudge');
    expect(await row()).toMatchObject({
      digest_hidden: ['pairs', 'thanks', 'chart', 'older'],
      digest_role_id: desk.roles.Helper,
      digest_nudges: true,
    });
    expect(said(await owner.command('/admin settings'))).toContain(`<@&${desk.roles.Helper}>`);
    await owner.choose(page, 'n1:setup-digest-role', []);
    await owner.click(page, 'Post nothing in empty weeks');
    await owner.choose(page, 'n1:setup-digest-sections', [...digestSections]);
    expect(await row()).toMatchObject({ digest_hidden: [], digest_role_id: null, digest_nudges: false });
    expect(said(await owner.click(page, 'Back'))).toContain('Set up Nexus');
  });

  it('has a page for safety: whose entries are reviewed first, and how long a member is new', async () => {
    const owner = desk.as('owner');
    const page = await owner.click(await owner.command('/admin setup'), 'Safety');
    expect(page.outcome).toBe('update');
    expect(said(page)).toContain('Set up safety');
    expect(said(page)).not.toContain('How long is a member new');
    const chosen = await owner.choose(page, 'n1:setup-review', ['new']);
    expect(said(chosen)).toContain('How long is a member new');
    await owner.choose(chosen, 'n1:setup-review-below', ['5']);
    expect(await row()).toMatchObject({ review: 'new', review_below: 5 });
    expect(said(await owner.command('/admin settings'))).toContain('members with fewer than 5 published');
    expect(said(await owner.click(page, 'Back'))).toContain('Set up Nexus');
  });

  it('has limits and invitations on the page for safety', async () => {
    const owner = desk.as('owner');
    const page = await owner.click(await owner.command('/admin setup'), 'Safety');
    await owner.choose(page, 'n1:setup-limit:hour', ['40']);
    await owner.choose(page, 'n1:setup-limit:day', ['200']);
    const chosen = await owner.click(page, 'Allow invitations');
    expect(said(chosen)).toContain('Invitations to other servers** are allowed');
    expect(await row()).toMatchObject({ hourly_limit: 40, daily_limit: 200, invites_allowed: true });
    expect(said(await owner.command('/admin settings'))).toContain('at most 40 an hour and 200 a day');
    await owner.click(chosen, 'Block invitations');
    expect(await row()).toMatchObject({ invites_allowed: false });
  });

  it('clears the log channel and the role if nothing is chosen', async () => {
    await desk
      .as('owner')
      .command('/admin setup', { 'log-channel': 'moderators', 'moderator-role': 'Helper' });
    const panel = await desk.as('owner').command('/admin setup');
    await desk.as('owner').choose(panel, 'n1:setup-log-channel', []);
    await desk.as('owner').choose(panel, 'n1:setup-moderator-role', []);
    expect(await row()).toMatchObject({ log_channel_id: null, moderator_role_id: null });
  });

  it('shows why a channel was refused, and what is still set', async () => {
    await desk.sandbox.client.closeChannel(desk.guild.name, 'general');
    await until(() => !sees(desk.channels.general, 'ViewChannel'));
    const panel = await desk.as('owner').command('/admin setup');
    const refused = await desk.as('owner').choose(panel, 'n1:setup-channel', 'general');
    expect(refused.outcome).toBe('update');
    expect(said(refused)).toContain('**View Channel**');
    expect(await row()).toMatchObject({ channel_id: null });
  });

  it('opens after the channels and the role were deleted, and says so', async () => {
    await desk.as('owner').command('/admin setup', {
      channel: 'general',
      'log-channel': 'moderators',
      'moderator-role': 'Helper',
    });
    await desk.sandbox.client.deleteChannel(desk.guild.name, 'general');
    await desk.sandbox.client.deleteChannel(desk.guild.name, 'moderators');
    await desk.sandbox.client.deleteRole(desk.guild.name, 'Helper');
    const guild = () => desk.client.guilds.cache.get(desk.guild.id);
    await until(() => guild()?.channels.cache.size === 1 && !guild()?.roles.cache.has(desk.roles.Helper));
    const panel = await desk.as('owner').command('/admin setup');
    expect(said(panel).match(/was deleted/g)).toHaveLength(3);
    expect(defaultsOf(panel)).toEqual([]);
  });

  it('finds the time zone by city, tolerates a typo, and asks if it is not sure', async () => {
    const owner = desk.as('owner');
    const panel = await owner.command('/admin setup');
    const submit = async (typed: string) =>
      owner.submit(await owner.click(panel, 'Change time zone'), { timezone: typed });

    const exact = await submit('addis ababa');
    expect(exact.outcome).toBe('update');
    expect(said(exact)).toContain('Saved');
    expect(await row()).toMatchObject({
      timezone: 'Africa/Addis_Ababa',
      digest_due_at: new Date('2026-03-09T06:00Z'),
    });

    const slip = await submit('Lagoss');
    expect(said(slip)).toContain('Africa/Lagos');
    expect(await row()).toMatchObject({ timezone: 'Africa/Addis_Ababa' });
    const chosen = await owner.choose(panel, 'n1:setup-timezone-choice', 'Africa/Lagos');
    expect(said(chosen)).not.toContain('n1:setup-timezone-choice');
    expect(await row()).toMatchObject({
      timezone: 'Africa/Lagos',
      digest_due_at: new Date('2026-03-09T08:00Z'),
    });

    expect(said(await submit('Zzyzx @everyone'))).toMatch(/I don’t know “Zzyzx @\u200beveryone”/);
    expect(await row()).toMatchObject({ timezone: 'Africa/Lagos' });
  });
});

function sees(channelId: string, permission: 'ViewChannel' | 'SendMessages' | 'AttachFiles'): boolean {
  const guild = desk.client.guilds.cache.get(desk.guild.id);
  const channel = guild?.channels.cache.get(channelId);
  return (guild?.members.me && channel?.permissionsFor(guild.members.me).has(permission)) ?? false;
}

/** What the panel's channel and role selects show as chosen, from top to bottom. */
function defaultsOf(exchange: Exchange): string[] {
  const found: string[] = [];
  const visit = (part: { default_values?: { id: string }[]; components?: never[] }) => {
    found.push(...(part.default_values ?? []).map(({ id }) => id));
    for (const child of part.components ?? []) visit(child);
  };
  for (const part of exchange.message?.components ?? []) visit(part as never);
  return found;
}
