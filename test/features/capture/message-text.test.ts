/** What a form proposes for a message. */
import { describe, expect, it } from 'vitest';
import {
  proposeBody,
  proposeLink,
  proposeTags,
  proposeTitle,
  saysTheSame,
} from '../../../src/features/capture/message-text.js';

describe('the title', () => {
  it.each([
    ['its heading', 'Hey all\n## Use **bulk_create**\nIt is fast.', 'Use bulk_create'],
    ['its first sentence', 'Rate limits help. They keep us up.', 'Rate limits help'],
    ['a question without its mark cut', 'Why is this slow? I tried all.', 'Why is this slow?'],
    [
      'no abbreviation, version or address cut',
      'Use v1.2 of it, e.g. Redis, from example.org/x now. Fine.',
      'Use v1.2 of it, e.g. Redis, from example.org/x now',
    ],
    ['the line after code', '```js\nlet a. B\n```\nThat prints B. Always.', 'That prints B'],
    ['the line after an address', 'https://example.org/a\nA good read on locks', 'A good read on locks'],
    ['a quote or a list item', '> - *Write tests first*', 'Write tests first'],
    ['Chinese', '先写测试。然后写代码。', '先写测试'],
    ['Arabic', 'كيف أبدأ؟ لا أعرف.', 'كيف أبدأ؟'],
    ['Hindi', 'सूचकांक तेज़ है। बाकी बाद में।', 'सूचकांक तेज़ है।'],
    ['a link’s label', 'Read [the guide](https://example.org) today', 'Read the guide today'],
    ['a spoiler hidden', 'The answer is ||42||', 'The answer is ▮▮▮'],
    ['nothing of code alone', '```\nx = 1\n```', ''],
    ['nothing of emoji alone', '🎉🎉', ''],
  ])('is %s', (_name, text, title) => {
    expect(proposeTitle(text)).toBe(title);
  });

  it('has at most 120 characters, whatever the message says', () => {
    expect(proposeTitle('word '.repeat(400)).length).toBeLessThanOrEqual(120);
    expect(proposeTitle('x'.repeat(4_000)).length).toBeLessThanOrEqual(120);
    expect(proposeTitle('👩‍👩‍👧‍👦'.repeat(90))).not.toContain('\ufffd');
  });
});

it('keeps code blocks in the text, and leaves out a heading that is the title', () => {
  const text = '# A title\nFirst.\n```py\n# not a heading\nx = 1\n```';
  expect(proposeBody(text, proposeTitle(text))).toBe('First.\n```py\n# not a heading\nx = 1\n```');
  expect(proposeBody('One line.', 'One line')).toBe('One line.');
});

describe('tags', () => {
  const vocabulary = ['django', 'postgresql', 'ci-cd', 'c++', 'node.js', 'go', 'docker-compose', 'redis'];

  it.each([
    ['named ones', 'Django with Redis: django again', ['django', 'redis']],
    ['one by another name', 'My postgres is slow', ['postgresql']],
    ['one of several words', 'a docker compose file', ['docker-compose']],
    ['one with signs', 'templates in C++', ['c++']],
    ['no part of another word', 'I forgot the good algorithm', []],
    ['nothing of nothing', '', []],
  ])('are %s', (_name, text, tags) => {
    expect(proposeTags(text, vocabulary)).toEqual(tags);
  });

  it('are five at most', () => {
    expect(proposeTags(vocabulary.join(' '), vocabulary)).toHaveLength(5);
  });
});

it('proposes the one address, and none of several', () => {
  expect(proposeLink('See https://example.org/a(b). And https://example.org/a(b).')).toBe(
    'https://example.org/a(b',
  );
  expect(proposeLink('https://a.example https://b.example')).toBe('');
  expect(proposeLink('```\nhttps://a.example\n```')).toBe('');
});

it.each([
  ['only white space and marks differ', '**One**\n two', 'One two', true],
  ['a part was left out at its ends', 'Hi! One two three. Bye', 'One two three.', true],
  ['a word was added', 'One two', 'One two not', false],
  ['a word in the middle was left out', 'It is not good', 'It is good', false],
  ['a word was cut to another', 'I did not', 'I did no', false],
  ['nothing is written', 'One', '', true],
  ['all is other', 'One', 'Two', false],
])('knows whether somebody changed the words: %s', (_name, original, written, same) => {
  expect(saysTheSame(original, written)).toBe(same);
});
