/** What is refused of a message's embeds. */
import { describe, expect, test } from 'vitest';
import { type Loose, type Rule, said, testRules, times, to, toChannel } from './rules.js';

const one = (embed: Loose): Loose => ({ embeds: [embed] });
const field = { name: 'x', value: 'x' };
const longest = (part: (embed: Loose, longer: string) => void, length: number, says: string[]) => ({
  accepted: (() => {
    const embed = { title: 'x' };
    part(embed, 'x'.repeat(length));
    return one(embed);
  })(),
  breaks: (body: Loose) => part(body.embeds[0], 'x'.repeat(length + 1)),
  says,
});

const rules: Rule<Loose>[] = [
  {
    rule: 'a title has at most 256 characters',
    ...longest((embed, longer) => void (embed.title = longer), 256, ['embeds.0.title BASE_TYPE_MAX_LENGTH']),
  },
  {
    rule: 'a description has at most 4,096 characters',
    ...longest((embed, longer) => void (embed.description = longer), 4096, [
      'embeds.0.description BASE_TYPE_MAX_LENGTH',
    ]),
  },
  {
    rule: 'a footer has at most 2,048 characters',
    ...longest((embed, longer) => void (embed.footer = { text: longer }), 2048, [
      'embeds.0.footer.text BASE_TYPE_MAX_LENGTH',
    ]),
  },
  {
    rule: 'an author has at most 256 characters',
    ...longest((embed, longer) => void (embed.author = { name: longer }), 256, [
      'embeds.0.author.name BASE_TYPE_MAX_LENGTH',
    ]),
  },
  {
    rule: 'the name of a field has at most 256 characters',
    ...longest((embed, longer) => void (embed.fields = [{ ...field, name: longer }]), 256, [
      'embeds.0.fields.0.name BASE_TYPE_MAX_LENGTH',
    ]),
  },
  {
    rule: 'the value of a field has at most 1,024 characters',
    ...longest((embed, longer) => void (embed.fields = [{ ...field, value: longer }]), 1024, [
      'embeds.0.fields.0.value BASE_TYPE_MAX_LENGTH',
    ]),
  },
  {
    rule: 'an embed has at most 25 fields',
    accepted: one({ fields: times(25, () => field) }),
    breaks: (body) => void body.embeds[0].fields.push(field),
    says: ['embeds.0.fields BASE_TYPE_MAX_LENGTH'],
  },
  {
    rule: 'a field has a name',
    accepted: one({ fields: [field] }),
    breaks: (body) => void (body.embeds[0].fields[0].name = ' '),
    says: ['embeds.0.fields.0.name BASE_TYPE_REQUIRED'],
  },
  {
    rule: 'a field has a value',
    accepted: one({ fields: [{ ...field, value: '\u200b' }] }),
    breaks: (body) => void (body.embeds[0].fields[0].value = ''),
    says: ['embeds.0.fields.0.value BASE_TYPE_REQUIRED'],
  },
  {
    rule: 'an embed has something to show',
    accepted: one({ title: 'x', color: 5 }),
    breaks: (body) => void delete body.embeds[0].title,
    says: ['embeds.0.description BASE_TYPE_REQUIRED'],
  },
  {
    rule: 'all embeds together have at most 6,000 characters',
    accepted: {
      embeds: [
        { title: 'x'.repeat(256), description: 'x'.repeat(2744) },
        {
          description: 'x'.repeat(2496),
          footer: { text: 'x'.repeat(200) },
          author: { name: 'x'.repeat(100) },
          fields: [{ name: 'x'.repeat(104), value: 'x'.repeat(100) }],
        },
      ],
    },
    breaks: (body) => void (body.embeds[1].footer.text += 'x'),
    says: ['embeds MAX_EMBED_SIZE_EXCEEDED'],
  },
  {
    rule: 'an image comes by http, https or from the message',
    accepted: one({ image: { url: 'https://example.org/a.png' } }),
    breaks: (body) => void (body.embeds[0].image.url = 'file:///a.png'),
    says: ['embeds.0.image.url URL_TYPE_INVALID_SCHEME'],
  },
  {
    rule: 'an image of the message exists',
    accepted: one({ image: { url: 'https://example.org/a.png' } }),
    breaks: (body) => void (body.embeds[0].image.url = 'attachment://a.png'),
    says: ['embeds.0.image.url UNFURLED_MEDIA_ITEM_REFERENCED_ATTACHMENT_NOT_FOUND'],
  },
  {
    rule: 'the title leads to http or https',
    accepted: one({ title: 'x', url: 'https://example.org/' }),
    breaks: (body) => void (body.embeds[0].url = 'attachment://a.png'),
    says: ['embeds.0.url URL_TYPE_INVALID_SCHEME'],
  },
  {
    rule: 'the author leads to http or https',
    accepted: one({ author: { name: 'x', url: 'https://example.org/' } }),
    breaks: (body) => void (body.embeds[0].author.url = 'discord://-/'),
    says: ['embeds.0.author.url URL_TYPE_INVALID_SCHEME'],
  },
  {
    rule: 'a time is written as ISO 8601 has it',
    accepted: one({ title: 'x', timestamp: '2026-08-01T09:00:00+03:00' }),
    breaks: (body) => void (body.embeds[0].timestamp = 'Monday'),
    says: ['embeds.0.timestamp DATE_TIME_TYPE_PARSE'],
  },
  {
    rule: 'a colour is one',
    accepted: one({ title: 'x', color: 0xffffff }),
    breaks: (body) => void (body.embeds[0].color = -1),
    says: ['embeds.0.color NUMBER_TYPE_MIN'],
  },
];

describe('an embed', () => {
  testRules(rules, toChannel);

  test('is measured without the white space around its texts', () => {
    expect(toChannel(one({ title: ` ${'x'.repeat(256)}\n` }))).toBeUndefined();
  });
  test('follows the same rules in an answer', () => {
    const answer = to('POST', '/webhooks/{webhook_id}/{webhook_token}');
    expect(said(answer({ embeds: [{}] }))).toEqual(['embeds.0.description BASE_TYPE_REQUIRED']);
  });
});
