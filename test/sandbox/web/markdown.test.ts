/** Discord's markdown: what a text becomes, and that nothing in it can be anything but text. */
import { describe, expect, test } from 'vitest';
import { addressAt, safeAddress } from '../../../sandbox/web/message/markdown/address.js';
import { tokensOf } from '../../../sandbox/web/message/markdown/highlighter.js';
import { parseMarkdown } from '../../../sandbox/web/message/markdown/parse.js';
import type { Token } from '../../../sandbox/web/message/markdown/token-tree.js';
import { isJumbo, type Node } from '../../../sandbox/web/message/markdown/tree.js';

const ID = '123456789012345678';

/** A tree in one line: `strong(a em(b))`, texts as they are, a line break as `⏎`. */
function outline(nodes: readonly Node[]): string {
  return nodes.map(outlineOf).join('');
}

function outlineOf(node: Node): string {
  switch (node.type) {
    case 'text':
      return node.content;
    case 'br':
      return '⏎';
    case 'everyone':
    case 'here':
      return `${node.type}()`;
    case 'heading':
      return `h${node.level}(${outline(node.content)})`;
    case 'list':
      return `${node.ordered ? `ol${node.start}` : 'ul'}(${node.items.map((item) => `<${outline(item)}>`).join('')})`;
    case 'link':
      return `link[${node.target}](${outline(node.content)})`;
    case 'inlineCode':
      return `code(${node.content})`;
    case 'codeBlock':
      return `pre:${node.language}(${node.content.replaceAll('\n', '⏎')})`;
    case 'user':
    case 'role':
    case 'channel':
      return `${node.type}(${node.id})`;
    case 'emoji':
    case 'twemoji':
    case 'slashCommand':
      return `${node.type}(${node.name})`;
    case 'timestamp':
      return `time(${node.seconds} ${node.style})`;
    case 'guildNavigation':
      return `place(${node.place})`;
    default:
      return `${node.type}(${outline(node.content)})`;
  }
}

const CASES: { [what: string]: readonly (readonly [input: string, expected: string])[] } = {
  'marks of a line': [
    [
      '**bold** *em* _em_ __under__ ~~gone~~',
      'strong(bold) em(em) em(em) underline(under) strikethrough(gone)',
    ],
    ['***both***', 'em(strong(both))'],
    ['*a **b** c*', 'em(a strong(b) c)'],
    ['snake_case_name and __init__', 'snake_case_name and underline(init)'],
    ['2 * 3 * 4 and a ** b', '2 * 3 * 4 and a ** b'],
    ['||a *hidden* end||', 'spoiler(a em(hidden) end)'],
    ['\\*not em\\* \\`no code\\`', '*not em* `no code`'],
    ['¯\\_(ツ)_/¯', '¯\\_(ツ)_/¯'],
    ['two  spaces\nnext', 'two  spaces⏎next'],
    ['text\n\n', 'text'],
  ],
  headings: [
    ['# One', 'h1(One)'],
    ['## Two\n### Three', 'h2(Two)h3(Three)'],
    ['#### Four', '#### Four'],
    ['#no', '#no'],
    ['not # here', 'not # here'],
    ['# A [link](https://a.example) and *em*', 'h1(A link[https://a.example](link) and em(em))'],
    ['# See https://a.example/b', 'h1(See link[https://a.example/b](https://a.example/b))'],
    ['text\n# Later\nafter', 'text⏎h1(Later)after'],
    ['**# not a heading**', 'strong(# not a heading)'],
    ['-# small *print*', 'subtext(small em(print))'],
    ['-# small # not a heading', 'subtext(small # not a heading)'],
    ['### Title\n-# by <@123456789012345678>', `h3(Title)subtext(by user(${ID}))`],
  ],
  lists: [
    ['- a\n- b', 'ul(<a><b>)'],
    ['* a\n* *b*', 'ul(<a><em(b)>)'],
    ['- a\n - b\n  - c\n- d', 'ul(<a⏎ul(<b⏎ul(<c>)>)><d>)'],
    ['1. a\n2. b', 'ol1(<a><b>)'],
    ['3. c\n4. d', 'ol3(<c><d>)'],
    ['1. a\n   - x\n2. b', 'ol1(<a⏎ul(<x>)><b>)'],
    ['- a\n1. b', 'ul(<a>)ol1(<b>)'],
    ['- a\n\n- b', 'ul(<a><b>)'],
    ['- a\n  more of a\n- b', 'ul(<a⏎more of a><b>)'],
    ['before\n- a\nafter', 'before⏎ul(<a>)after'],
    ['- # head', 'ul(<h1(head)>)'],
    ['no - list', 'no - list'],
    ['-no', '-no'],
    ['1.no', '1.no'],
    ['**a\n- b**', 'strong(a⏎- b)'],
  ],
  quotes: [
    ['> a', 'blockQuote(a)'],
    ['> a\n> b\nc', 'blockQuote(a⏎b)c'],
    ['> # Head\n> - a\n> - b', 'blockQuote(h1(Head)ul(<a><b>))'],
    ['>>> a\n\nb', 'blockQuote(a⏎⏎b)'],
    ['text\n> a', 'text⏎blockQuote(a)'],
    ['# Head\n> a', 'h1(Head)blockQuote(a)'],
    ['a > b', 'a > b'],
    ['>no', '>no'],
    ['> > a', 'blockQuote(> a)'],
  ],
  code: [
    ['`a *b*`', 'code(a *b*)'],
    ['``a ` b``', 'code(a ` b)'],
    ['`open', '`open'],
    ['```js\nlet a;\nlet b;\n```', 'pre:js(let a;⏎let b;)'],
    ['```\nplain\n```\nafter', 'pre:(plain)after'],
    ['```one line```', 'pre:(one line)'],
    ['> ```\n> a\n> ```', 'blockQuote(pre:(a))'],
    ['`<@123456789012345678>`', `code(<@${ID}>)`],
  ],
  mentions: [
    [`<@${ID}> <@!${ID}>`, `user(${ID}) user(${ID})`],
    [`<@&${ID}> <#${ID}>`, `role(${ID}) channel(${ID})`],
    ['@everyone and @here', 'everyone() and here()'],
    [`</admin setup:${ID}>`, 'slashCommand(admin setup)'],
    [`</:${ID}>`, `</:${ID}>`],
    ['<:party:123456789012345678> <a:wave:123456789012345678>', 'emoji(party) emoji(wave)'],
    ['<id:browse>', 'place(browse)'],
  ],
  times: [
    ['<t:1700000000>', 'time(1700000000 f)'],
    ['<t:1700000000:R> <t:-5:d>', 'time(1700000000 R) time(-5 d)'],
    ['<t:1700000000:s> <t:1700000000:S>', 'time(1700000000 s) time(1700000000 S)'],
    ['<t:1700000000:x>', '<t:1700000000:x>'],
    ['<t:99999999999999999999>', '<t:99999999999999999999>'],
  ],
  links: [
    ['https://a.example/b_c_d?x=1#y', 'link[https://a.example/b_c_d?x=1#y](https://a.example/b_c_d?x=1#y)'],
    ['see https://a.example.', 'see link[https://a.example](https://a.example).'],
    ['(https://a.example/x)', '(link[https://a.example/x](https://a.example/x))'],
    ['https://a.example/x_(y)', 'link[https://a.example/x_(y)](https://a.example/x_(y))'],
    ['**https://a.example**', 'strong(link[https://a.example](https://a.example))'],
    ['<https://a.example/b>', 'link[https://a.example/b](https://a.example/b)'],
    ['[label *em*](https://a.example)', 'link[https://a.example](label em(em))'],
    [
      '[a](https://a.example "title") [b](<https://b.example>)',
      'link[https://a.example](a) link[https://b.example](b)',
    ],
    ['[a](https://a.example)[b](https://b.example)', 'link[https://a.example](a)link[https://b.example](b)'],
    ['[a [b] c](https://a.example/(d))', 'link[https://a.example/(d)](a [b] c)'],
    ['[open](discord://-/settings)', 'link[discord://-/settings](open)'],
    ['[no](relative/path)', '[no](relative/path)'],
    ['[x] (https://a.example)', '[x] (link[https://a.example](https://a.example))'],
    [
      '[https://good.example](https://bad.example)',
      '[https://good.example](link[https://bad.example](https://bad.example))',
    ],
  ],
  'what could do harm': [
    ['<script>alert(1)</script>', '<script>alert(1)</script>'],
    ['<img src=x onerror=alert(1)>', '<img src=x onerror=alert(1)>'],
    ['&lt;b&gt; &amp;', '&lt;b&gt; &amp;'],
    ['[x](javascript:alert(1))', '[x](javascript:alert(1))'],
    ['[x](JaVaScRiPt:alert(1))', '[x](JaVaScRiPt:alert(1))'],
    ['[x](data:text/html,<script>alert(1)</script>)', '[x](data:text/html,<script>alert(1)</script>)'],
    ['[x](vbscript:x)', '[x](vbscript:x)'],
    ['<javascript://a.example/%0aalert(1)>', '<javascript://a.example/%0aalert(1)>'],
    ['[x](java\nscript:alert(1))', '[x](java⏎script:alert(1))'],
    ['`<b>` **<b>**', 'code(<b>) strong(<b>)'],
  ],
};

describe.each(Object.entries(CASES))('%s', (_what, cases) => {
  test.each(cases)('%j', (input, expected) => expect(outline(parseMarkdown(input))).toBe(expected));
});

test('a message of emoji alone is shown large, one with a word is not', () => {
  expect(isJumbo(parseMarkdown('🎉 🔥'))).toBe(true);
  expect(isJumbo(parseMarkdown('👍🏽'))).toBe(true);
  expect(isJumbo(parseMarkdown('🎉 yes'))).toBe(false);
  expect(isJumbo(parseMarkdown(''))).toBe(false);
  expect(isJumbo(parseMarkdown('🎉'.repeat(31)))).toBe(false);
});

test.each([
  '*',
  '**',
  '_',
  '`',
  '[',
  '](',
  '||',
  '~~',
  '> ',
  '- ',
  ' - a\n',
  '<',
  '@',
  '\\',
  '(',
  'a_',
  '*a ',
  '```',
])('four thousand characters of %j neither hang nor end the page', (piece) => {
  const text = piece.repeat(Math.floor(4000 / piece.length));
  const begun = process.cpuUsage();
  expect(() => parseMarkdown(text)).not.toThrow();
  expect(process.cpuUsage(begun).user / 1000).toBeLessThan(1500);
});

test('only addresses of the web and of Discord may be opened', () => {
  expect(safeAddress('https://a.example')).toBe('https://a.example/');
  expect(safeAddress('discord://-/x')).toBe('discord://-/x');
  for (const address of [
    'javascript:alert(1)',
    ' javascript:alert(1)',
    'data:text/html,x',
    'file:///etc',
    'a.example',
    '',
  ])
    expect(safeAddress(address)).toBeUndefined();
  expect(addressAt('https://')).toBeUndefined();
});

test('code becomes a tree of scopes that holds each character once', () => {
  const code = '/** A <b> */\nconst a = `x ${1 + 2}`; // <script>\n';
  const tokens = tokensOf(code, 'ts');
  expect(tokens && textIn(tokens)).toBe(code);
  expect(JSON.stringify(tokens)).toContain('{"scope":"number","children":["1"]}');
  expect(tokensOf('a', 'no-such-language')).toBeUndefined();
  const page = '<p onclick="a()">x</p><script>let b = 1;</script>';
  const tree = tokensOf(page, 'html');
  expect(tree && textIn(tree)).toBe(page);
});

function textIn(token: Token): string {
  return token.children.map((child) => (typeof child === 'string' ? child : textIn(child))).join('');
}
