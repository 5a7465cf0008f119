/** What is refused of threads, channels, members, roles, webhooks and scheduled events. */
import { describe, expect, test } from 'vitest';
import { type Loose, type Rule, said, testRules, times, to } from './rules.js';

const snowflake = '175928847299117063';
const external = (): Loose => ({
  name: 'Demo day',
  privacy_level: 2,
  entity_type: 3,
  scheduled_start_time: '2026-09-01T09:00:00Z',
  scheduled_end_time: '2026-09-01T10:00:00+00:00',
  entity_metadata: { location: 'Nairobi' },
});
const voice = (): Loose => ({ ...external(), entity_type: 2, channel_id: snowflake, entity_metadata: null });

const events: Rule<Loose>[] = [
  {
    rule: 'an external event has an end',
    accepted: external(),
    breaks: (body) => void delete body.scheduled_end_time,
    says: ['scheduled_end_time BASE_TYPE_REQUIRED'],
  },
  {
    rule: 'an external event has a place',
    accepted: external(),
    breaks: (body) => void (body.entity_metadata.location = ''),
    says: ['entity_metadata.location BASE_TYPE_REQUIRED'],
  },
  {
    rule: 'an external event has no channel',
    accepted: external(),
    breaks: (body) => void (body.channel_id = snowflake),
    says: ['channel_id GUILD_SCHEDULED_EVENT_CHANNEL_NOT_ALLOWED'],
  },
  {
    rule: 'an event in a channel has one',
    accepted: voice(),
    breaks: (body) => void delete body.channel_id,
    says: ['channel_id BASE_TYPE_REQUIRED'],
  },
  {
    rule: 'an event on a stage has a channel',
    accepted: { ...voice(), entity_type: 1 },
    breaks: (body) => void delete body.channel_id,
    says: ['channel_id BASE_TYPE_REQUIRED'],
  },
  {
    rule: 'an event is of a known kind',
    accepted: voice(),
    breaks: (body) => void (body.entity_type = 9),
    says: ['entity_type BASE_TYPE_CHOICES'],
  },
  {
    rule: 'an event ends after it starts',
    accepted: external(),
    breaks: (body) => void (body.scheduled_end_time = body.scheduled_start_time),
    says: ['scheduled_end_time GUILD_SCHEDULED_EVENT_END_BEFORE_START'],
  },
  {
    rule: 'an event has a name',
    accepted: external(),
    breaks: (body) => void (body.name = ''),
    says: ['name BASE_TYPE_REQUIRED'],
  },
  {
    rule: 'the name of an event has at most 100 characters',
    accepted: { ...external(), name: 'x'.repeat(100) },
    breaks: (body) => void (body.name += 'x'),
    says: ['name BASE_TYPE_MAX_LENGTH'],
  },
];

const eventChanges: Rule<Loose>[] = [
  {
    rule: 'an event that becomes external gets an end',
    accepted: {
      entity_type: 3,
      channel_id: null,
      scheduled_end_time: '2026-09-01T10:00:00Z',
      entity_metadata: { location: 'x' },
    },
    breaks: (body) => void delete body.scheduled_end_time,
    says: ['scheduled_end_time BASE_TYPE_REQUIRED'],
  },
  {
    rule: 'both times changed, an event still ends after it starts',
    accepted: { scheduled_start_time: '2026-09-01T09:00:00Z', scheduled_end_time: '2026-09-01T10:00:00Z' },
    breaks: (body) => void (body.scheduled_end_time = '2026-09-01T08:00:00Z'),
    says: ['scheduled_end_time GUILD_SCHEDULED_EVENT_END_BEFORE_START'],
  },
];

const thread: Rule<Loose> = {
  rule: 'the name of a thread has at most 100 characters',
  accepted: { name: 'x'.repeat(100), auto_archive_duration: 1440 },
  breaks: (body) => void (body.name += 'x'),
  says: ['name BASE_TYPE_BAD_LENGTH'],
};

const EVENT = '/guilds/{guild_id}/scheduled-events';
describe('a new event', () => testRules(events, to('POST', EVENT)));
describe('a change of an event', () => {
  const change = to('PATCH', `${EVENT}/{guild_scheduled_event_id}`);
  testRules(eventChanges, change);
  test('may be of one field', () => expect(change({ name: 'x' })).toBeUndefined());
});

describe('a thread of a message', () => {
  testRules([thread], to('POST', '/channels/{channel_id}/messages/{message_id}/threads'));
});
describe('a thread of a channel', () => testRules([thread], to('POST', '/channels/{channel_id}/threads')));
describe('a change of a thread', () => {
  testRules<Loose>(
    [
      {
        rule: 'archives after one of four times',
        accepted: { archived: true, auto_archive_duration: 60 },
        breaks: (body) => void (body.auto_archive_duration = 61),
        says: ['auto_archive_duration BASE_TYPE_CHOICES'],
      },
    ],
    to('PATCH', '/channels/{channel_id}'),
  );
});

describe.each<[string, string, string, Loose, (body: Loose) => void, string]>([
  [
    'a channel has a short topic',
    'PATCH',
    '/channels/{channel_id}',
    { topic: 'x'.repeat(4096) },
    (body) => void (body.topic += 'x'),
    'topic BASE_TYPE_MAX_LENGTH',
  ],
  [
    'a group has a short name',
    'PATCH',
    '/channels/{channel_id}',
    { name: 'x'.repeat(100), icon: null },
    (body) => void (body.name += 'x'),
    'name BASE_TYPE_MAX_LENGTH',
  ],
  [
    'a new channel has a name',
    'POST',
    '/guilds/{guild_id}/channels',
    { name: 'nexus', permission_overwrites: [{ id: snowflake, type: 0, allow: '1024', deny: '0' }] },
    (body) => void delete body.name,
    'name BASE_TYPE_REQUIRED',
  ],
  [
    'at least two messages are deleted together',
    'POST',
    '/channels/{channel_id}/messages/bulk-delete',
    { messages: [snowflake, snowflake] },
    (body) => void body.messages.pop(),
    'messages BASE_TYPE_BAD_LENGTH',
  ],
  [
    'an overwrite is of a role or a member',
    'PUT',
    '/channels/{channel_id}/permissions/{overwrite_id}',
    { type: 1, allow: '1024', deny: '0' },
    (body) => void (body.type = 2),
    'type BASE_TYPE_CHOICES',
  ],
  [
    'a webhook has a name',
    'POST',
    '/channels/{channel_id}/webhooks',
    { name: 'nexus' },
    (body) => void delete body.name,
    'name BASE_TYPE_REQUIRED',
  ],
  [
    'a webhook keeps a name',
    'PATCH',
    '/webhooks/{webhook_id}',
    { name: 'nexus' },
    (body) => void (body.name = ''),
    'name BASE_TYPE_BAD_LENGTH',
  ],
  [
    'a webhook keeps a name by its token',
    'PATCH',
    '/webhooks/{webhook_id}/{webhook_token}',
    { name: 'nexus' },
    (body) => void (body.name = ''),
    'name BASE_TYPE_BAD_LENGTH',
  ],
  [
    "a member's nickname is short",
    'PATCH',
    '/guilds/{guild_id}/members/{user_id}',
    { nick: 'x'.repeat(32) },
    (body) => void (body.nick += 'x'),
    'nick BASE_TYPE_MAX_LENGTH',
  ],
  [
    "one's own nickname is short",
    'PATCH',
    '/guilds/{guild_id}/members/@me',
    { nick: 'x'.repeat(32) },
    (body) => void (body.nick += 'x'),
    'nick BASE_TYPE_MAX_LENGTH',
  ],
  [
    "one's own name is short",
    'PATCH',
    '/users/@me',
    { username: 'x'.repeat(32) },
    (body) => void (body.username += 'x'),
    'username BASE_TYPE_BAD_LENGTH',
  ],
  [
    "one's own picture is text",
    'PATCH',
    '/users/@me',
    { avatar: null },
    (body) => void (body.avatar = 5),
    'avatar STRING_TYPE_CONVERT',
  ],
  [
    'a role has a short name',
    'POST',
    '/guilds/{guild_id}/roles',
    { name: 'x'.repeat(100), permissions: '8192' },
    (body) => void (body.name += 'x'),
    'name BASE_TYPE_BAD_LENGTH',
  ],
  [
    'a role keeps a colour',
    'PATCH',
    '/guilds/{guild_id}/roles/{role_id}',
    { color: 0, permissions: '0' },
    (body) => void (body.color = -1),
    'color NUMBER_TYPE_MIN',
  ],
  [
    'a conversation is with a user',
    'POST',
    '/users/@me/channels',
    { recipient_id: snowflake },
    (body) => void (body.recipient_id = 'x'),
    'recipient_id NUMBER_TYPE_COERCE',
  ],
  [
    'an invitation ends',
    'POST',
    '/channels/{channel_id}/invites',
    { max_uses: 100 },
    (body) => void (body.max_uses = 101),
    'max_uses NUMBER_TYPE_MAX',
  ],
  [
    'channels stand in an order',
    'PATCH',
    '/guilds/{guild_id}/channels',
    [{ id: snowflake, position: 0 }],
    (body) => void (body[0].position = -1),
    '0.position NUMBER_TYPE_MIN',
  ],
  [
    'permissions of a command are a list',
    'PUT',
    '/applications/{application_id}/guilds/{guild_id}/commands/{command_id}/permissions',
    { permissions: times(100, () => ({ id: snowflake, type: 1, permission: true })) },
    (body) => void body.permissions.push(body.permissions[0]),
    'permissions BASE_TYPE_MAX_LENGTH',
  ],
])('%s', (rule, method, route, accepted, breaks, says) => {
  testRules([{ rule, accepted, breaks, says: [says] }], to(method, route));
});

test('a route without a body of its own is not judged', () => {
  expect(said(to('POST', '/channels/{channel_id}/typing')(undefined))).toEqual([]);
});
