/** Damaged Markdown parses as its reader sees it; correct Markdown is left as it is, to the byte. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { Nodes } from 'mdast';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { gfmFromMarkdown } from 'mdast-util-gfm';
import { toString as textOf } from 'mdast-util-to-string';
import { gfm } from 'micromark-extension-gfm';
import { describe, expect, it } from 'vitest';
import { decodeDocument } from '../../../src/readme/repair/repair-encoding.js';
import { repairMarkdown } from '../../../src/readme/repair/repair-markdown.js';

/** What a reader sees of a document, a line for each thing: `h2 Tools`, `- item`, `  - nested`, `a | b`, `code …`. */
function seen(markdown: string): string[] {
  const tree = fromMarkdown(repairMarkdown(markdown), {
    extensions: [gfm()],
    mdastExtensions: [gfmFromMarkdown()],
  });
  const linesOf = (node: Nodes, depth: number): string[] => {
    switch (node.type) {
      case 'heading':
        return [`h${node.depth} ${textOf(node)}`];
      case 'list':
        return node.children.flatMap((item, index) => {
          const [first = '', ...rest] = item.children.flatMap((child) => linesOf(child, depth + 1));
          const mark = node.ordered ? `${(node.start ?? 1) + index}.` : '-';
          return [`${'  '.repeat(depth)}${mark} ${first.trim()}`, ...rest];
        });
      case 'table':
        return node.children.map((row) => row.children.map((cell) => textOf(cell)).join(' | '));
      case 'code':
        return [`code ${node.value.replaceAll('\n', '; ')}`];
      case 'thematicBreak':
        return ['---'];
      case 'blockquote':
        return node.children.flatMap((child) => linesOf(child, depth)).map((line) => `> ${line}`);
      case 'paragraph':
        return node.children
          .map((child) => (child.type === 'break' ? '\n' : textOf(child)))
          .join('')
          .split('\n')
          .map((line) => `${'  '.repeat(depth)}${line}`);
      case 'html':
        return [`html ${node.value}`];
      default:
        return [textOf(node)];
    }
  };
  return tree.children.flatMap((child) => linesOf(child, 0));
}

const document = ['# Title', '', '## Tools', '- **Docker** – containers', '', '## Challenges', '- one'];
const read = ['h1 Title', 'h2 Tools', '- Docker – containers', 'h2 Challenges', '- one'];

describe('a document damaged as a whole', () => {
  it.each([
    ['Windows line ends', document.join('\r\n')],
    ['old Mac line ends', document.join('\r')],
    ['line separators', document.join('\u2028')],
    ['characters of no width', document.map((line) => `\u200b${line}`).join('\n')],
    ['hard spaces behind the marks', document.join('\n').replace(/^([#-]+) /gm, '$1\u00a0')],
    ['four spaces before every line', document.map((line) => `    ${line}`).join('\n')],
    ['a tab before every line', document.map((line) => `\t${line}`).join('\n')],
    [
      'four spaces before all but the first',
      document.map((line, at) => (at > 0 ? `    ${line}` : line)).join('\n'),
    ],
    ['a fence around it', ['```markdown', ...document, '```'].join('\n')],
    ['a fence without a name around it', ['```', ...document, '```', ''].join('\n')],
    ['a fence around it that is never closed', ['```md', ...document].join('\n')],
    ['quote marks before every line', document.map((line) => `> ${line}`).join('\n')],
    ['line breaks that were written out', document.join('\\n')],
    ['escaped marks', document.join('\n').replace(/^#+|^-|\*\*/gm, (marks) => marks.replace(/./g, '\\$&'))],
    ['escapes of the first mark only', document.join('\n').replace(/^([#-])/gm, '\\$1')],
  ])('%s', (_name, given) => {
    expect(seen(given)).toEqual(read);
  });

  it('a fence around it, with code of its own', () => {
    const inner = [...document, '', '```bash', 'npm start', '```', '', '## End'];
    expect(seen(['```markdown', ...inner, '```'].join('\n'))).toEqual([...read, 'code npm start', 'h2 End']);
  });

  it('lists of a page without their bullets', () => {
    const page = [
      'Project Nexus',
      'Challenges',
      '',
      ...Array.from(
        { length: 4 },
        (_, index) => `    Case ${index}\n\n        Challenge: c${index}\n\n        Solution: s${index}\n`,
      ),
    ];
    expect(seen(page.join('\n')).slice(0, 6)).toEqual([
      'Project Nexus',
      'Challenges',
      '- Case 0',
      '  - Challenge: c0',
      '  - Solution: s0',
      '- Case 1',
    ]);
  });
});

describe('fences that do not pair', () => {
  it.each([
    [
      'never closed before a heading',
      ['```bash', 'npm start', '', '## Next', '- a'],
      ['code npm start', 'h2 Next', '- a'],
    ],
    [
      'never closed before a rule',
      ['```', 'tree', '', '---', '', '## Next'],
      ['code tree', '---', 'h2 Next'],
    ],
    [
      'never closed before bold labels',
      ['```python', 'x = 1', '- **Challenge:** slow'],
      ['code x = 1', '- Challenge: slow'],
    ],
    [
      'never closed before prose',
      ['```bash', 'npm start', '', 'I learned to read the logs first of all.'],
      ['code npm start', 'I learned to read the logs first of all.'],
    ],
    [
      'never closed, with another opened later',
      ['```bash', 'one', '', '## A', 'text', '', '```bash', 'two', '```', '## B'],
      ['code one', 'h2 A', 'text', 'code two', 'h2 B'],
    ],
    [
      'closed without having been opened',
      ['text', '```', '', '## A', '- a', '', '```bash', 'x', '```', '## B'],
      ['text', 'h2 A', '- a', 'code x', 'h2 B'],
    ],
    ['closed at the very end without having been opened', ['## A', 'text', '```'], ['h2 A', 'text', 'code ']],
  ])('%s', (_name, given, expected) => {
    expect(seen(given.join('\n'))).toEqual(expected);
  });

  it.each([
    [
      'comments in code',
      [
        '```bash',
        '## Install',
        'npm ci',
        '',
        '## Start',
        'npm start',
        '```',
        '',
        '```yaml',
        '# a',
        '',
        '# b',
        '```',
      ],
    ],
    [
      'a sample of Markdown',
      ['# T', '', '```markdown', '## Heading', '', '## Other', '- **a**', '```', 'after'],
    ],
    ['a fence within a list item, ended with it', ['- a', '  ```http', '  GET /', '', '---', '', '## Next']],
    ['a tree never closed at the end', ['## Tree', '```', 'a/', '├── b']],
  ])('leaves %s', (_name, given) => {
    expect(repairMarkdown(given.join('\n'))).toBe(given.join('\n'));
  });
});

describe('lines that lack a mark', () => {
  it.each([
    ['bullets of a word processor', '• one\n• two\n●three', ['- one', '- two', '- three']],
    ['middle dots', '· one\n· two', ['- one', '- two']],
    [
      'a section named right below a list',
      '- one\nKEY CONCEPTS\n- two\nBest practices:\n1. three',
      ['- one', 'KEY CONCEPTS', '- two', 'Best practices:', '1. three'],
    ],
    ['dashes', '– one\n– two', ['- one', '- two']],
    ['ticks', '✅ one\n✅ two', ['- ✅ one', '- ✅ two']],
    ['bullets on one line', '• one • two • three', ['- one', '- two', '- three']],
    ['bullets without a space', '-Docker is fine\n-Redis is fast', ['- Docker is fine', '- Redis is fast']],
    ['stars without a space', '*Docker is fine\n*Redis is fast', ['- Docker is fine', '- Redis is fast']],
    [
      'bold bullets without a space',
      '-**Docker**: fine\n-**Redis**: fast',
      ['- Docker: fine', '- Redis: fast'],
    ],
    [
      'starred bold bullets without a space',
      '***Docker**: fine\n***Redis**: fast',
      ['- Docker: fine', '- Redis: fast'],
    ],
    [
      'headings without a space',
      '#My Project\n\n##Tools\n- a\n\n###Other',
      ['h1 My Project', 'h2 Tools', '- a', 'h3 Other'],
    ],
    [
      'headings in bullets',
      '- ## Tools\n  - a\n- b\n\n1. ### Next\n   text',
      ['h2 Tools', '- a', '- b', 'h3 Next', 'text'],
    ],
    ['numbers without a space', '1.One\n2.Two', ['1. One', '2. Two']],
    ['numbers in parentheses', '(1) One\n(2) Two', ['1. One', '2. Two']],
    [
      'bold with its space inside',
      '** Challenge: ** slow\n\n**Solution: **fast',
      ['Challenge: slow', 'Solution: fast'],
    ],
  ])('%s', (_name, given, expected) => {
    expect(seen(given)).toEqual(expected);
  });

  it.each([
    'Join us.\n\n#ProjectChannel #Discord\n\nMore',
    '# Title\n\n#ProjectChannel is where we talk.',
    '*Solution:* done\n*Challenge:* hard',
    '-v\n-x and more',
    '- **Python**\n– the language of it all\n',
    '2 ** 3 ** 4 is 2 to the 81st',
    '1.5 times\n2.0 times',
    '```\n• one\n• two\n-Docker is\n-Redis is\n##Heading\n- ## Other\n(1) a\n(2) b\n** bold **\na\tb\nc\td\n| a | b |\n| c | d |\n| e | f |\n<h1>a</h1>\n```',
    '**a** and **b**',
    '--- \n\n***\n',
    'See [a](#a) •\n[b](#b) •\n[c](#c)',
    '- I wrote down the\nbest practices\n- A race,\nProblems\n- Challenge: slow\nSolution\n- And Kafka\nTools: Kafka\n- one',
  ])('leaves %j', (given) => {
    expect(repairMarkdown(given)).toBe(given);
  });
});

describe('tables that lost their form', () => {
  const rows = ['Challenge | Solution', 'Slow | Cache', 'Big | Split'];

  it.each([
    ['tabs between cells', 'Challenge\tSolution\nSlow\tCache\nBig\tSplit'],
    ['several tabs and blank lines', 'Challenge\t\tSolution\n\nSlow\t\tCache\n\nBig\tSplit'],
    ['no line below the header', '| Challenge | Solution |\n| Slow | Cache |\n| Big | Split |'],
    ['a line of too few cells', '| Challenge | Solution |\n|---|\n| Slow | Cache |\n| Big | Split |'],
    [
      'blank lines between rows',
      '| Challenge | Solution |\n\n|---|---|\n\n| Slow | Cache |\n\n| Big | Split |',
    ],
    ['one line', '| Challenge | Solution | |---|---| | Slow | Cache | | Big | Split |'],
  ])('%s', (_name, given) => {
    expect(seen(given)).toEqual(rows);
  });

  it('rows without a header become a list', () => {
    expect(seen('Docker\tfor containers\nRedis\tfor caching')).toEqual([
      '- Docker: for containers',
      '- Redis: for caching',
    ]);
  });
});

describe('line breaks that were lost', () => {
  it.each([
    [
      'around headings and bullets',
      '# Nexus Notes ## Tools - **Docker** - for containers - **Redis** - for caching ## Challenges & Solutions - **Challenge:** slow - **Solution:** cache',
      [
        'h1 Nexus Notes',
        'h2 Tools',
        '- Docker - for containers',
        '- Redis - for caching',
        'h2 Challenges & Solutions',
        '- Challenge: slow',
        '- Solution: cache',
      ],
    ],
    [
      'between a heading and its text',
      'Some words to begin with, so that it is long enough. ## Program Overview This program taught me a lot. ## Next Steps 1. Learn Go 2. Learn Rust',
      [
        'Some words to begin with, so that it is long enough.',
        'h2 Program Overview',
        'This program taught me a lot.',
        'h2 Next Steps',
        '1. Learn Go',
        '2. Learn Rust',
      ],
    ],
  ])('%s', (_name, given, expected) => {
    expect(seen(given)).toEqual(expected);
  });
});

describe('tags of HTML', () => {
  it.each([
    ['headings', '<h2 align="center">🚀 Tools</h2>\n<p>text</p>', ['h2 🚀 Tools', 'text']],
    [
      'lists',
      '<ul>\n<li><b>Docker</b>: containers</li>\n<li>Redis</li>\n</ul>',
      ['- Docker: containers', '- Redis'],
    ],
    [
      'folded parts',
      '## A\n<details>\n<summary><b>Challenge 1</b></summary>\n\n- **Solution:** x\n</details>',
      ['h2 A', 'h3 Challenge 1', '- Solution: x'],
    ],
    ['line breaks', '- **Challenge:** a<br>**Solution:** b', ['- Challenge: a', '  Solution: b']],
    [
      'tables',
      '<table>\n<tr><th>Challenge</th><th>Solution</th></tr>\n<tr><td>a</td><td>b<br>c</td></tr>\n</table>',
      ['Challenge | Solution', 'a | b c'],
    ],
  ])('%s', (_name, given, expected) => {
    expect(seen(given)).toEqual(expected);
  });

  it('in code stay', () => {
    const given = 'Use `<br>` and `<li>`.\n\n```html\n<h1>a</h1>\n<ul><li>b</li></ul>\n```\n';
    expect(repairMarkdown(given)).toBe(given);
  });
});

describe('correct documents', () => {
  const correct = [
    '# 🚀 Nexus\n\n<div align="center">\n\n![b](https://img.example/x.svg)\n\n</div>\n\n## 🛠️ Tools\n\n| Tool | Use |\n| :--- | ---: |\n| `a\\|b` | c |\n\n- **A** – b  \n  - *Solution:* c\n\n1) one\n2) two\n\n> quote\n\n***\n\n- [x] done\n\n```ts\nconst a = "## b";\n\n- **c**\n```\n\n    indented code\n    # not a heading\n\nEnd\\\nbreak, `\\#`, SECRET\\_KEY, \\# once\n',
    'Titre\n=====\n\nSous-titre\n----------\n\n* a\n* b\n\n+ c\n',
  ];
  it.each(correct)('%j', (given) => {
    expect(repairMarkdown(given)).toBe(given);
  });
});

const readmes = path.join(import.meta.dirname, '../../../../shared/readmes');
describe.skipIf(!existsSync(readmes))('the learners’ documents beside the repository', () => {
  const files = existsSync(readmes) ? readdirSync(readmes).filter((file) => file.endsWith('.md')) : [];
  /**
   * A heading in a bullet, lists without bullets, middle dots, fences never closed or never opened, bold that binds
   * nothing, escaped marks, bullets of word processors.
   */
  const damaged = ['014', '019', '020', '038', '042', '049', '057', '058'];

  it.each(files)('%s', (file) => {
    const { text: written } = decodeDocument(readFileSync(path.join(readmes, file)));
    const text = written.replaceAll('\r\n', '\n');
    const repaired = repairMarkdown(text);
    if (damaged.includes(file.slice(0, 3))) expect(repaired).not.toBe(text);
    else expect(repaired).toBe(text);
    expect(repairMarkdown(repaired)).toBe(repaired);
  });
});
