/** What members may type, and what nobody should: drawn once per seed. */
import fc from 'fast-check';
import type { Dice } from './dice.js';

const plain = [
  'Indexes pay off on reads',
  'How do I revert a pushed commit?',
  'docker, postgresql, git',
  'An index turned a scan of the whole table into a look-up.',
  'https://example.com/a(b)?q=1#c',
  'concept',
  '#postgresql',
  'Africa/Lagos',
  'Lagos',
  '09:00',
  '12',
  '#3',
];

const hostile = [
  '@everyone <@&700000000000000001> @here <@800000000000000001>',
  '\u202Eright to left\u2066 and\u2069 back',
  'سلام عليكم، كيف أستخدم الفهارس؟',
  'שלום עולם',
  '学习数据库索引的方法',
  'हिन्दी में खोज',
  'ไม่มีช่องว่างระหว่างคำ',
  '\u200b\u200c\u200d\ufeff',
  'z\u0335\u0321\u0322a\u0489l\u0334g\u0338o\u0337'.repeat(20),
  '👩‍👩‍👧‍👦'.repeat(40),
  '\ud800',
  'half a pair \udc00 in the middle',
  'nul \u0000 and \u0007 bells\u001b[31m',
  '\u0000',
  '9'.repeat(30),
  '-1',
  '2147483647',
  '2147483648',
  '99999999999999999999',
  '1e309',
  'NaN',
  `'; DROP TABLE entries; --`,
  '%s %n \\ \\\\ _ % \\u0000',
  '```js\nalert(1)\n```',
  '[a](https://evil.example) ||spoiler|| **bold** __u__ ~~s~~',
  '<t:1:R> </admin:1> <#1> <:a:1>',
  '__proto__, constructor',
  '{"a":"\\ud800"}',
  'javascript:alert(1)',
  'http://' + 'a'.repeat(990) + '.example',
  'discord.gg/abcdef and https://discord.com/invite/abc',
  'n1:accept:1',
  '   ',
  '\n\n\n',
  'ﷺ'.repeat(300),
  '\u{1F1F0}'.repeat(500),
  'tag '.repeat(50),
  'ß'.repeat(120),
  'İ'.repeat(120),
  'a'.repeat(6000),
  '字'.repeat(4000),
  '*'.repeat(4000),
  '\\'.repeat(4000),
  '# '.repeat(2000),
];

const soundValues: Readonly<Record<string, readonly string[]>> = {
  link: ['', '', 'https://example.com/a', 'http://example.com', '<https://nodejs.org/api/fs.html>'],
  repository: ['', 'https://github.com/someone/something'],
  tag: ['', 'postgresql', 'docker', 'git, #Docker', 'c++ c# .net', 'node.js', 'ci/cd'],
  from: ['postgresql', 'docker', 'git'],
  to: ['postgresql', 'docker', 'node.js'],
  time: ['09:00', '9', '17:30', '9 pm', '24:00', 'Lagos', 'Africa/Nairobi', 'UTC'],
  duration: ['1h', '2 days', '30m', '1w', 'forever'],
};

export class Texts {
  private readonly drawn: readonly string[];

  constructor(
    private readonly dice: Dice,
    seed: number,
  ) {
    const text = fc.oneof(
      fc.string({ unit: 'grapheme', maxLength: 200 }),
      fc.string({ unit: 'binary', maxLength: 120 }),
      fc
        .array(fc.integer({ min: 0, max: 0xffff }), { maxLength: 60 })
        .map((units) => String.fromCharCode(...units)),
      fc.lorem({ maxCount: 60 }),
      fc.webUrl(),
    );
    this.drawn = fc.sample(text, { seed, numRuns: 400 });
  }

  /** Mostly what a field of this name accepts, so that the code behind its check is reached. */
  of(field: string, most?: number, least = 0): string {
    const sound = Object.entries(soundValues).find(([name]) => field.includes(name))?.[1];
    if (!sound || this.dice.chance(0.25)) return this.text(most, least);
    const value = this.dice.pick(sound).slice(0, most);
    return value.length < least ? this.text(most, least) : value;
  }

  /** Within Discord's limits, which apply to everything that arrives. */
  text(most = 6000, least = 0): string {
    const kind = this.dice.weighted({ plain: 5, hostile: 3, drawn: 3 });
    const text = this.dice
      .pick(kind === 'plain' ? plain : kind === 'hostile' ? hostile : this.drawn)
      .slice(0, most);
    return text.length < least ? text.padEnd(least, 'x') : text;
  }
}
