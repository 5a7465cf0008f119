/** What is refused of a message as a whole: its text, flags, mentions, nonce and files. */
import { describe, expect, test } from 'vitest';
import { refusalOf } from '../../../sandbox/server/validation/index.js';
import {
  button,
  type Loose,
  made,
  type Rule,
  row,
  said,
  testRules,
  text,
  times,
  to,
  toChannel,
} from './rules.js';

const MEBIBYTE = 1024 * 1024;
const snowflakes = ['175928847299117063'];
const V2_ALONE = 'MESSAGE_CANNOT_USE_LEGACY_FIELDS_WITH_COMPONENTS_V2';
const gallery = (name: string) => ({ type: 12, items: [{ media: { url: `attachment://${name}` } }] });

const rules: Rule<Loose>[] = [
  {
    rule: 'content of a channel message has at most 2,000 characters',
    accepted: { content: 'x'.repeat(2000) },
    breaks: (body) => void (body.content += 'x'),
    says: ['content BASE_TYPE_MAX_LENGTH'],
  },
  {
    rule: 'characters are code points, so 2,000 emojis fit',
    accepted: { content: '😀'.repeat(2000) },
    breaks: (body) => void (body.content += '😀'),
    says: ['content BASE_TYPE_MAX_LENGTH'],
  },
  {
    rule: 'a message has something to show',
    accepted: { content: 'x' },
    breaks: (body) => void delete body.content,
    says: ['50006'],
  },
  {
    rule: 'white space is nothing to show',
    accepted: { content: ' x ' },
    breaks: (body) => void (body.content = ' \n '),
    says: ['50006'],
  },
  {
    rule: 'a sticker is something to show',
    accepted: { sticker_ids: snowflakes },
    breaks: (body) => void (body.sticker_ids = []),
    says: ['50006'],
  },
  {
    rule: 'a message has at most 10 embeds',
    accepted: { embeds: times(10, () => ({ title: 'x' })) },
    breaks: (body) => void body.embeds.push({ title: 'x' }),
    says: ['embeds BASE_TYPE_MAX_LENGTH'],
  },
  {
    rule: 'a nonce has at most 25 characters',
    accepted: { content: 'x', nonce: '1'.repeat(25), enforce_nonce: true },
    breaks: (body) => void (body.nonce += '1'),
    says: ['nonce NONCE_TYPE_TOO_LONG'],
  },
  {
    rule: 'a nonce is a text or a number',
    accepted: { content: 'x', nonce: 5 },
    breaks: (body) => void (body.nonce = {}),
    says: ['nonce NONCE_TYPE_INVALID_TYPE'],
  },
  {
    rule: 'components alone stand without content',
    accepted: { ...made(text('x')), content: '' },
    breaks: (body) => void (body.content = 'x'),
    says: [`content ${V2_ALONE}`],
  },
  {
    rule: 'components alone stand without embeds',
    accepted: { ...made(text('x')), embeds: [] },
    breaks: (body) => void body.embeds.push({ title: 'x' }),
    says: [`embeds ${V2_ALONE}`],
  },
  {
    rule: 'components alone stand without a poll',
    accepted: made(text('x')),
    breaks: (body) => {
      body.poll = { question: { text: 'x' }, answers: [{ poll_media: { text: 'x' } }] };
    },
    says: [`poll ${V2_ALONE}`],
  },
  {
    rule: 'components alone stand without stickers',
    accepted: { ...made(text('x')), sticker_ids: [] },
    breaks: (body) => void (body.sticker_ids = snowflakes),
    says: [`sticker_ids ${V2_ALONE}`],
  },
  {
    rule: 'an answer of a poll has at most 55 characters',
    accepted: { poll: { question: { text: 'x' }, answers: [{ poll_media: { text: 'x'.repeat(55) } }] } },
    breaks: (body) => void (body.poll.answers[0].poll_media.text += 'x'),
    says: ['poll.answers.0.poll_media.text BASE_TYPE_BAD_LENGTH'],
  },
  {
    rule: 'all users or a list of users may be mentioned, not both',
    accepted: { content: 'x', allowed_mentions: { parse: ['users'], users: [] } },
    breaks: (body) => void (body.allowed_mentions.users = snowflakes),
    says: ['allowed_mentions MESSAGE_ALLOWED_MENTIONS_PARSE_EXCLUSIVE'],
  },
  {
    rule: 'all roles or a list of roles may be mentioned, not both',
    accepted: { content: 'x', allowed_mentions: { parse: ['users'], roles: snowflakes } },
    breaks: (body) => void body.allowed_mentions.parse.push('roles'),
    says: ['allowed_mentions MESSAGE_ALLOWED_MENTIONS_PARSE_EXCLUSIVE'],
  },
  {
    rule: 'mentions are of users, roles or everyone',
    accepted: { content: 'x', allowed_mentions: { parse: ['everyone'] } },
    breaks: (body) => void (body.allowed_mentions.parse = ['all']),
    says: ['allowed_mentions.parse.0 BASE_TYPE_CHOICES'],
  },
  {
    rule: 'an id is a snowflake',
    accepted: { content: 'x', message_reference: { message_id: '175928847299117063' } },
    breaks: (body) => void (body.message_reference.message_id = 'abc'),
    says: ['message_reference.message_id NUMBER_TYPE_COERCE'],
  },
  {
    rule: 'a message is an object',
    accepted: { content: 'x', components: [] },
    breaks: (body) => void (body.components = {}),
    says: ['components LIST_TYPE_CONVERT'],
  },
  {
    rule: 'a text is a text',
    accepted: { content: 'x' },
    breaks: (body) => void (body.content = {}),
    says: ['content STRING_TYPE_CONVERT'],
  },
  {
    rule: 'a switch is true or false',
    accepted: { content: 'x', tts: false },
    breaks: (body) => void (body.tts = 'no'),
    says: ['tts BOOLEAN_TYPE_CONVERT'],
  },
];

describe('a message to a channel', () => testRules(rules, toChannel));

describe('keys that nobody knows', () => {
  test('are ignored', () => expect(toChannel({ content: 'x', unheard_of: { of: 1 } })).toBeUndefined());
  test('null stands for what is left out', () => {
    expect(
      toChannel({ content: 'x', embeds: null, components: null, flags: null, nonce: null }),
    ).toBeUndefined();
  });
  test('a forwarded message needs no content', () => {
    const forward = { type: 1, message_id: snowflakes[0], channel_id: snowflakes[0] };
    expect(toChannel({ message_reference: forward })).toBeUndefined();
  });
});

describe.each([
  ['a webhook', 'POST', '/webhooks/{webhook_id}/{webhook_token}'],
  ['an edit', 'PATCH', '/channels/{channel_id}/messages/{message_id}'],
  ['an edit of an answer', 'PATCH', '/webhooks/{webhook_id}/{webhook_token}/messages/@original'],
  ['an edit by a webhook', 'PATCH', '/webhooks/{webhook_id}/{webhook_token}/messages/{message_id}'],
])('a message by %s', (_name, method, route) => {
  testRules<Loose>([rules[0] as Rule<Loose>, rules[8] as Rule<Loose>], to(method, route));
});

describe('the first message of a forum post', () => {
  testRules<Loose>(
    [
      {
        rule: 'follows the rules of messages',
        accepted: { name: 'x', message: { content: 'x', components: [row(button('a'))] } },
        breaks: (body) => void (body.message.components[0].components[0].custom_id = ''),
        says: ['message.components.0.components.0.custom_id BASE_TYPE_BAD_LENGTH'],
      },
      {
        rule: 'has at most 2,000 characters',
        accepted: { name: 'x', message: { content: 'x'.repeat(2000) } },
        breaks: (body) => void (body.message.content += 'x'),
        says: ['message.content BASE_TYPE_MAX_LENGTH'],
      },
      {
        rule: 'has something to show',
        accepted: { name: 'x', message: { content: 'x' } },
        breaks: (body) => void (body.message.content = ''),
        says: ['50006'],
      },
      {
        rule: 'has unique ids',
        accepted: { name: 'x', message: { content: 'x', components: [row(button('a'), button('b'))] } },
        breaks: (body) => void (body.message.components[0].components[1].custom_id = 'a'),
        says: ['message.components.0.components.1.custom_id COMPONENT_CUSTOM_ID_DUPLICATED'],
      },
    ],
    to('POST', '/channels/{channel_id}/threads'),
  );
});

describe('an edit', () => {
  const edit = (body: unknown, currentFlags?: number) =>
    said(
      refusalOf({
        method: 'PATCH',
        route: '/channels/{channel_id}/messages/{message_id}',
        body,
        ...(currentFlags === undefined ? {} : { currentFlags }),
      }),
    );

  test('may speak of one part only', () => expect(edit({ components: [] })).toEqual([]));
  test('may not take away all there is', () => {
    expect(edit({ content: '', embeds: [], components: [], attachments: [] })).toEqual(['50006']);
    expect(edit({ content: '', embeds: [], components: [] })).toEqual([]);
  });
  test('need not repeat the flag of a message of components alone', () => {
    expect(edit({ components: [text('x')] })).toEqual([]);
    expect(edit({ components: [text('x')] }, 1 << 15)).toEqual([]);
    expect(edit({ components: [text('x')] }, 0)).toEqual(['components.0 UNION_TYPE_CHOICES']);
  });
  test('cannot put content beside components that stand alone', () => {
    expect(edit({ content: 'x' }, 0)).toEqual([]);
    expect(edit({ content: 'x' }, 1 << 15)).toEqual([`content ${V2_ALONE}`]);
  });
});

describe('files', () => {
  const send = (body: unknown, files: { name: string; size: number }[], method = 'POST') =>
    said(
      refusalOf({
        method,
        route:
          method === 'POST'
            ? '/channels/{channel_id}/messages'
            : '/channels/{channel_id}/messages/{message_id}',
        body,
        files,
      }),
    );

  test('are something to show', () => expect(send({}, [{ name: 'a.png', size: 1 }])).toEqual([]));
  test('have at most 10 MiB each', () => {
    expect(send({}, [{ name: 'a', size: 10 * MEBIBYTE }])).toEqual([]);
    expect(send({}, [{ name: 'a', size: 10 * MEBIBYTE + 1 }])).toEqual(['40005']);
  });
  test('have at most 25 MiB together', () => {
    const files = (last: number) =>
      [10 * MEBIBYTE, 10 * MEBIBYTE, last].map((size, index) => ({ name: `${index}`, size }));
    expect(send({}, files(5 * MEBIBYTE))).toEqual([]);
    expect(send({}, files(5 * MEBIBYTE + 1))).toEqual(['40005']);
  });
  test('are at most ten', () => {
    const files = times(11, (index) => ({ name: `${index}`, size: 1 }));
    expect(send({}, files.slice(1))).toEqual([]);
    expect(send({}, files)).toEqual(['attachments BASE_TYPE_MAX_LENGTH']);
  });
  test('that are referred to exist', () => {
    const files = [{ name: 'weeks chart.png', size: 1 }];
    const missing = ['components.0.items.0.media.url UNFURLED_MEDIA_ITEM_REFERENCED_ATTACHMENT_NOT_FOUND'];
    expect(send(made(gallery('weeks_chart.png')), files)).toEqual([]);
    expect(send(made(gallery('other.png')), files)).toEqual(missing);
    expect(send(made(gallery('other.png')), [])).toEqual(missing);
    const renamed = { ...made(gallery('other.png')), attachments: [{ id: 0, filename: 'other.png' }] };
    expect(send(renamed, files)).toEqual([]);
  });
  test('of the message that is edited may be referred to unless the edit lists only new ones', () => {
    const edit = made(gallery('kept.png'));
    expect(send(edit, [], 'PATCH')).toEqual([]);
    expect(send({ ...edit, attachments: [{ id: '175928847299117063' }] }, [], 'PATCH')).toEqual([]);
    expect(send({ ...edit, attachments: [] }, [], 'PATCH')).toHaveLength(1);
    expect(
      send({ ...edit, attachments: [{ id: '0' }] }, [{ name: 'new.png', size: 1 }], 'PATCH'),
    ).toHaveLength(1);
  });
});
