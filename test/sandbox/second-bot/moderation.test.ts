/** A second bot that manages a guild: roles by rank, bans, the audit log with reasons, AutoMod, events, invites, emoji. */
import {
  AutoModerationActionType,
  AutoModerationRuleEventType,
  AutoModerationRuleTriggerType,
  Events,
  type Guild,
  type GuildAuditLogsEntry,
  GuildScheduledEventEntityType,
  GuildScheduledEventPrivacyLevel,
  GuildScheduledEventStatus,
  GatewayIntentBits as Intent,
  type TextChannel,
} from 'discord.js';
import { beforeAll, describe, expect, test } from 'vitest';
import { restOf } from '../support/rest.js';
import { GENERAL, GUILD, stage, WORLD } from '../support/stage.js';

const PNG = `data:image/png;base64,${Buffer.from('not much of a picture').toString('base64')}`;
const [guildOfWorld] = WORLD.guilds;
/** The bot's role stands between Moderator and Quiet. */
const set = stage(
  {
    world: {
      guilds: [
        {
          ...guildOfWorld!,
          botPermissions: [
            'ManageRoles',
            'ManageGuild',
            'ManageChannels',
            'BanMembers',
            'KickMembers',
            'ModerateMembers',
            'ManageNicknames',
            'ViewAuditLog',
            'CreateEvents',
            'CreateInstantInvite',
            'CreateGuildExpressions',
            'ManageGuildExpressions',
            'ManageMessages',
            'ReadMessageHistory',
            'SendMessages',
          ],
          channels: [...guildOfWorld!.channels, { name: 'Talk', type: 'voice' }],
        },
      ],
    },
    bots: [{ token: 'token-of-the-test', name: 'Testbot', privilegedIntents: ['members', 'messageContent'] }],
  },
  {
    intents: [
      Intent.Guilds,
      Intent.GuildMembers,
      Intent.GuildModeration,
      Intent.GuildMessages,
      Intent.GuildInvites,
      Intent.GuildExpressions,
      Intent.GuildScheduledEvents,
      Intent.AutoModerationConfiguration,
      Intent.AutoModerationExecution,
    ],
  },
);
const ask = restOf(() => set.sandbox);
const missing = { code: 50_013 };
let guild: Guild;
const as = (name: string) => set.sandbox.client.as(name, { channel: 'general' });
const idOf = async (name: string) =>
  (await guild.members.fetch()).find((one) => one.user.username === name)?.id ?? '';
const roleNamed = (name: string) => guild.roles.cache.find((one) => one.name === name)!;

function heard<Value>(event: string): Promise<Value> {
  return new Promise((resolve) =>
    set.bot.once(event as 'ready', ((value: Value) => resolve(value)) as never),
  );
}

beforeAll(() => {
  guild = set.bot.guilds.cache.get(GUILD)!;
});

describe('roles', () => {
  test('of a bot that joins stand below all others, and what is above can’t be managed', async () => {
    expect(roleNamed('Testbot').position).toBe(1);
    await expect(roleNamed('Moderator').setName('Mine')).rejects.toMatchObject(missing);
    await expect(
      guild.members.addRole({ user: await idOf('ada'), role: roleNamed('Quiet') }),
    ).rejects.toMatchObject(missing);
    await expect(guild.roles.setPosition(roleNamed('Quiet'), 1)).rejects.toMatchObject(missing);
  });

  test('may be moved, made and given below the bot’s own', async () => {
    const own = roleNamed('Testbot');
    const control = set.sandbox.parts.state.guilds.get(GUILD)!;
    control.roles.find((one) => one.id === own.id)!.position = 3;
    control.roles.find((one) => one.name === 'Moderator')!.position = 4;
    control.roles.find((one) => one.name === 'Quiet')!.position = 2;
    const made = await guild.roles.create({
      name: 'Helpers',
      colors: { primaryColor: 0xff_00_00 },
      reason: 'We help',
    });
    expect([made.position, made.colors.primaryColor]).toEqual([1, 0xff_00_00]);
    await guild.members.addRole({ user: await idOf('ada'), role: made });
    expect(
      (await guild.members.fetch({ user: await idOf('ada'), force: true })).roles.cache.has(made.id),
    ).toBe(true);
    expect((await ask('GET', `/guilds/${GUILD}/roles/member-counts`)).body[made.id]).toBe(1);
  });

  test('can’t be given what the bot has not, nor be what they are not', async () => {
    const give = guild.roles.create({ name: 'Kings', permissions: ['Administrator'] });
    await expect(give).rejects.toMatchObject(missing);
    const ada = await idOf('ada');
    expect((await ask('PUT', `/guilds/${GUILD}/members/${ada}/roles/${GUILD}`)).body.code).toBe(50_028);
    expect((await ask('PUT', `/guilds/${GUILD}/members/${ada}/roles/${GENERAL}`)).body.code).toBe(10_011);
    expect((await ask('PATCH', `/guilds/${GUILD}/members/${ada}`, { roles: [GENERAL] })).body.code).toBe(
      10_011,
    );
    expect((await ask('DELETE', `/guilds/${GUILD}/roles/${GUILD}`)).body.code).toBe(50_028);
    expect((await ask('DELETE', `/guilds/${GUILD}/roles/${roleNamed('Testbot').id}`)).body.code).toBe(50_028);
  });

  test('protect those who have higher ones, and the owner', async () => {
    for (const name of ['mo', 'olive']) {
      const member = await guild.members.fetch(await idOf(name));
      await expect(member.timeout(60_000)).rejects.toMatchObject(missing);
      await expect(member.kick()).rejects.toMatchObject(missing);
      await expect(member.ban()).rejects.toMatchObject(missing);
    }
    const ben = await guild.members.fetch(await idOf('ben'));
    await ben.timeout(60_000, 'Too loud');
    await expect(as('ben').say('Hm')).rejects.toThrow('may not write');
    await ben.timeout(null);
  });
});

describe('bans', () => {
  test('take what was written with them, and keep people out until they are lifted', async () => {
    await set.sandbox.client.addMember('Test', { name: 'spammer' });
    const id = await idOf('spammer');
    const message = await as('spammer').say('Buy now');
    const banned = heard<{ user: { username: string } }>(Events.GuildBanAdd);
    const entry = heard<GuildAuditLogsEntry>(Events.GuildAuditLogEntryCreate);
    await guild.bans.create(id, { reason: 'Spam & more', deleteMessageSeconds: 3_600 });
    expect((await banned).user.username).toBe('spammer');
    expect(await entry).toMatchObject({ reason: 'Spam & more', targetId: id, executorId: set.bot.user.id });
    expect((await guild.bans.fetch(id)).reason).toBe('Spam & more');
    const channel = guild.channels.cache.get(GENERAL) as TextChannel;
    await expect(channel.messages.fetch({ message: message.id, force: true })).rejects.toMatchObject({
      code: 10_008,
    });
    await expect(set.sandbox.client.addMember('Test', { name: 'spammer' })).rejects.toThrow('banned');
    await guild.bans.remove(id);
    await expect(guild.bans.fetch({ user: id, force: true })).rejects.toMatchObject({ code: 10_026 });
    await set.sandbox.client.addMember('Test', { name: 'spammer' });
    const mo = await idOf('mo');
    expect(await guild.bans.bulkCreate([id, mo])).toMatchObject({ bannedUsers: [id], failedUsers: [mo] });
  });

  test('and all else that is done are in the audit log, newest first', async () => {
    const log = await guild.fetchAuditLogs({ limit: 1, user: set.bot.user.id });
    expect(log.entries.first()?.target).toMatchObject({ username: 'spammer' });
    const roles = await ask('GET', `/guilds/${GUILD}/audit-logs?action_type=30`);
    expect(roles.body.audit_log_entries[0]).toMatchObject({ reason: 'We help', action_type: 30 });
    expect(roles.body.audit_log_entries[0].changes).toContainEqual({ key: 'name', new_value: 'Helpers' });
  });
});

describe('AutoMod', () => {
  const rule = (name: string) => ({
    name,
    eventType: AutoModerationRuleEventType.MessageSend,
    triggerType: AutoModerationRuleTriggerType.Keyword,
    triggerMetadata: { keywordFilter: ['spam*'], allowList: ['spamalot'] },
    actions: [{ type: AutoModerationActionType.BlockMessage }],
    enabled: true,
  });

  test('blocks what people write, and tells the bot', async () => {
    const made = await guild.autoModerationRules.create(rule('No spam'));
    const executed = heard<{ matchedKeyword: string; userId: string }>(Events.AutoModerationActionExecution);
    await expect(as('ada').say('Spamming you')).rejects.toThrow('AutoMod');
    expect(await executed).toMatchObject({ matchedKeyword: 'Spam', userId: await idOf('ada') });
    await as('ada').say('We saw spamalot');
    await as('olive').say('spam of the owner');
    await made.setEnabled(false);
    await as('ada').say('spam again');
    await made.delete('Enough');
    await expect(
      guild.autoModerationRules.fetch({ autoModerationRule: made.id, force: true }),
    ).rejects.toMatchObject({ status: 404 });
  });

  test('has six rules of keywords at most', async () => {
    for (let count = 0; count < 6; count += 1) await guild.autoModerationRules.create(rule(`Rule ${count}`));
    await expect(guild.autoModerationRules.create(rule('Seventh'))).rejects.toMatchObject({ code: 50_035 });
    for (const one of (await guild.autoModerationRules.fetch()).values()) await one.delete();
  });
});

describe('scheduled events', () => {
  const hour = 60 * 60_000;
  const event = (startsIn: number) => ({
    name: 'Study together',
    scheduledStartTime: new Date(set.sandbox.parts.clock.now() + startsIn),
    scheduledEndTime: new Date(set.sandbox.parts.clock.now() + startsIn + hour),
    privacyLevel: GuildScheduledEventPrivacyLevel.GuildOnly,
    entityType: GuildScheduledEventEntityType.External,
    entityMetadata: { location: 'Library' },
  });

  test('are planned, wanted, started and ended in time, and then final', async () => {
    const made = await guild.scheduledEvents.create(event(hour));
    expect(made).toMatchObject({ name: 'Study together', status: GuildScheduledEventStatus.Scheduled });
    const wanted = heard<unknown>(Events.GuildScheduledEventUserAdd);
    await as('ada').setInterest('Study together');
    await wanted;
    expect((await made.fetchSubscribers({ withMember: true })).map((one) => one.user.username)).toEqual([
      'ada',
    ]);
    await set.sandbox.setClock(hour + 1_000);
    expect((await made.fetch()).status).toBe(GuildScheduledEventStatus.Active);
    await set.sandbox.setClock(2 * hour + 1_000);
    const { body } = await ask('GET', `/guilds/${GUILD}/scheduled-events/${made.id}?with_user_count=true`);
    expect(body).toMatchObject({ status: GuildScheduledEventStatus.Completed, user_count: 1 });
    await expect(guild.scheduledEvents.edit(made.id, { name: 'Too late' })).rejects.toMatchObject({
      code: 180_000,
    });
    await set.sandbox.setClock(0);
  });

  test('need a future, an end after the start, a channel of their kind, and the permission', async () => {
    await expect(guild.scheduledEvents.create(event(-hour))).rejects.toMatchObject({ code: 50_035 });
    const { scheduledStartTime } = event(hour);
    await expect(
      guild.scheduledEvents.create({ ...event(hour), scheduledEndTime: scheduledStartTime }),
    ).rejects.toMatchObject({ code: 50_035 });
    const voice = {
      ...event(hour),
      entityType: GuildScheduledEventEntityType.Voice,
      entityMetadata: undefined,
    };
    await expect(guild.scheduledEvents.create({ ...voice, channel: GENERAL })).rejects.toMatchObject({
      code: 50_035,
    });
    const talk = guild.channels.cache.find((one) => one.name === 'Talk')!;
    const made = await guild.scheduledEvents.create({ ...voice, channel: talk.id });
    await set.sandbox.client.setOverwrite('Test', 'Talk', { bot: '*', deny: ['Connect'] });
    await expect(made.edit({ name: 'Closed' })).rejects.toMatchObject(missing);
    await set.sandbox.client.changeRole('Test', 'Testbot', { permissions: ['ManageGuild'] });
    await expect(guild.scheduledEvents.create(event(hour))).rejects.toMatchObject(missing);
    await set.sandbox.client.changeRole('Test', 'Testbot', { permissions: ['Administrator'] });
  });

  test('are changed, ended and deleted by people who may manage events', async () => {
    const made = await guild.scheduledEvents.create(event(hour));
    const outsider = as('ada');
    await set.sandbox.client.createRole('Test', { name: 'Host', permissions: ['ManageEvents'] });
    await set.sandbox.client.addMember('Test', { name: 'host', roles: ['Host'] });
    await expect(outsider.changeEvent(made.id, { name: 'Mine' })).rejects.toThrow('may not manage events');
    await expect(outsider.deleteEvent(made.id)).rejects.toThrow('may not manage events');
    const changed = heard<unknown>(Events.GuildScheduledEventUpdate);
    await as('host').changeEvent('Study together', {
      name: 'Study apart',
      startTime: new Date(set.sandbox.parts.clock.now() + 2 * hour),
      endTime: new Date(set.sandbox.parts.clock.now() + 3 * hour),
    });
    await changed;
    expect((await made.fetch()).name).toBe('Study apart');
    await expect(as('host').changeEvent(made.id, { status: 'completed' })).rejects.toThrow('Invalid');
    await as('host').changeEvent(made.id, { status: 'canceled' });
    expect((await made.fetch()).status).toBe(GuildScheduledEventStatus.Canceled);
    const gone = heard<unknown>(Events.GuildScheduledEventDelete);
    await as('host').deleteEvent(made.id);
    await gone;
    await expect(
      guild.scheduledEvents.fetch({ guildScheduledEvent: made.id, force: true }),
    ).rejects.toMatchObject({ code: 10_070 });
  });

  test('are a hundred at once at most', async () => {
    const state = set.sandbox.parts.state.guilds.get(GUILD)!;
    const [any] = state.events;
    state.events = Array.from({ length: 100 }, (_, index) => ({ ...any!, id: `${index}`, status: 1 }));
    await expect(guild.scheduledEvents.create(event(hour))).rejects.toMatchObject({ code: 30_038 });
    state.events = [];
  });
});

describe('invites', () => {
  test('bring people in until they are used up, out of time, or revoked', async () => {
    const made = heard<{ code: string }>(Events.InviteCreate);
    const invite = await guild.invites.create(GENERAL, { maxUses: 1, maxAge: 60, unique: true });
    expect((await made).code).toBe(invite.code);
    await set.sandbox.client.as('newcomer').join(invite.code);
    expect(await idOf('newcomer')).not.toBe('');
    await expect(set.sandbox.client.as('another').join(invite.code)).rejects.toThrow('not valid');
    const short = await guild.invites.create(GENERAL, { maxAge: 60, unique: true });
    await set.sandbox.setClock(61_000);
    await expect(set.bot.fetchInvite(short.code)).rejects.toMatchObject({ code: 10_006 });
    await set.sandbox.setClock(0);
    const last = await guild.invites.create(GENERAL, { maxAge: 0 });
    expect((await guild.invites.fetch()).has(last.code)).toBe(true);
    await last.delete();
    expect((await guild.invites.fetch({ cache: false })).has(last.code)).toBe(false);
  });
});

describe('emoji', () => {
  test('of a guild and of the application are made, used, renamed and deleted', async () => {
    const changed = heard<unknown>(Events.GuildEmojiCreate);
    const emoji = await guild.emojis.create({ name: 'nice', attachment: PNG });
    await changed;
    const picture = await fetch(`${set.sandbox.url}/emojis/${emoji.id}.png`);
    expect([picture.status, picture.headers.get('content-type')]).toEqual([200, 'image/png']);
    await emoji.edit({ name: 'nicer' });
    expect((await guild.emojis.fetch(emoji.id, { force: true })).name).toBe('nicer');
    await emoji.delete();
    const own = await set.bot.application.emojis.create({ name: 'logo', attachment: PNG });
    const channel = guild.channels.cache.get(GENERAL) as TextChannel;
    const message = await channel.send('Hi');
    await message.react(own.identifier);
    expect((await set.bot.application.emojis.fetch()).size).toBe(1);
    await own.delete();
    await expect(message.react(own.identifier)).rejects.toMatchObject({ code: 10_014 });
    await expect(
      guild.emojis.create({ name: 'no', attachment: 'data:text/plain;base64,AA' }),
    ).rejects.toMatchObject({
      code: 50_035,
    });
  });
});

describe('the guild itself', () => {
  test('is changed and told of, with its channels moved', async () => {
    const told = heard<Guild>(Events.GuildUpdate);
    await guild.edit({ name: 'Renamed', systemChannel: GENERAL, verificationLevel: 2 });
    await told;
    expect(guild).toMatchObject({ name: 'Renamed', systemChannelId: GENERAL, verificationLevel: 2 });
    const category = await guild.channels.create({ name: 'Rooms', type: 4 });
    await guild.channels.setPositions([
      { channel: GENERAL, position: 5, parent: category.id, lockPermissions: true },
    ]);
    await expect.poll(() => guild.channels.cache.get(GENERAL)?.parentId).toBe(category.id);
    const slow = await guild.channels.create({ name: 'slow', rateLimitPerUser: 30 });
    expect(slow.rateLimitPerUser).toBe(30);
    await as('ada').in('slow').say('First');
    await expect(as('ada').in('slow').say('Second')).rejects.toThrow('Slow mode');
    await as('olive').in('slow').say('I manage it');
    await as('olive').in('slow').say('and again');
  });
});
