/** Which lines of a message are code, in which language, and how they are shown. */
import { describe, expect, it } from 'vitest';
import { codeBlocksIn } from '../../../src/features/code/code-blocks.js';
import { repairIndentation } from '../../../src/features/code/code-indentation.js';
import { languageOf } from '../../../src/features/code/code-language.js';
import { cpuStall } from '../../support/stall.js';

const python = 'def total(items):\n    s = 0\n    for item in items:\n        s += item.price\n    return s';

describe('a message of 4,000 characters', () => {
  const units = [
    '"\\',
    '"a',
    'FROM a\n',
    'package a\n',
    'select\n',
    'fn a<',
    'a',
    '[',
    '{',
    '`',
    '```',
    '\t',
    ' \n',
    'def a(',
    'a {a:',
    '<a',
    '$a=',
    '(\n',
    'a: ',
  ];

  it.each(units)('made of %j is looked through without a stall', async (unit) => {
    const text = unit.repeat(4_000 / unit.length);
    const work = () => {
      for (const { language, code } of codeBlocksIn(`\`\`\`\n${text}`).blocks)
        repairIndentation(code, language ?? languageOf(code) ?? '');
      codeBlocksIn(text);
    };
    let least = Number.POSITIVE_INFINITY;
    // What the machine compiles the first time, or collects by chance, isn't the text's doing.
    for (let time = 0; time < 6 && least >= 50; time += 1)
      least = Math.min(least, (await cpuStall(work)).longestMs);
    expect(least).toBeLessThan(50);
  });
});

describe('finding code', () => {
  it('takes the lines of code out of what is said about them', () => {
    const { blocks, isTidy } = codeBlocksIn(
      `Hi all, this gives me the wrong sum and I don't see why:\n${python}\n\nWhat am I missing here?`,
    );
    expect(blocks).toEqual([{ language: 'py', code: python }]);
    expect(isTidy).toBe(false);
  });

  it('keeps several blocks apart, in their order', () => {
    const { blocks } = codeBlocksIn(
      'My model looks like this now:\nclass Book(models.Model):\n    title = models.CharField(max_length=80)\nand then I run this query on it\nSELECT title FROM books;\nwhich is slow for me.',
    );
    expect(blocks.map(({ language }) => language)).toEqual(['py', 'sql']);
  });

  it.each([
    'Thanks, that worked!',
    'I think we should use Redis for that. What do you say?',
    '- first do the migration\n- then deploy\n- and tell everyone',
    'Let me import the data tomorrow; we can talk then.',
    'See https://example.org/a?b=c&d=e for details',
    '> quoted text (from kofi)\nI agree with this (mostly).',
    'Class starts at 9:00:\nbring a laptop',
    'from my side all is good\nimport is done',
    'Use `const` instead of `var`.',
    '',
  ])('finds none in %j', (text) => {
    expect(codeBlocksIn(text).blocks).toEqual([]);
  });

  it('says that a message is tidy already', () => {
    expect(codeBlocksIn(`Look:\n\`\`\`py\n${python}\n\`\`\`\nOK?`)).toMatchObject({ isTidy: true });
  });

  it.each([
    ['without a language', `\`\`\`\n${python}\n\`\`\``],
    ['that never end', `\`\`\`py\n${python}`],
    ['on the line of the code', `\`\`\`${python}\`\`\``],
    ['of single backticks around several lines', `\`${python}\``],
  ])('repairs fences %s', (_what, text) => {
    expect(codeBlocksIn(text)).toEqual({ blocks: [{ language: 'py', code: python }], isTidy: false });
  });

  it('keeps the language that its author wrote', () => {
    expect(codeBlocksIn('```text\ndef f():\n    pass\n```').blocks[0]?.language).toBe('text');
  });
});

describe('the language', () => {
  it.each([
    ['py', python],
    ['js', 'const app = express();\napp.listen(3000);'],
    ['ts', 'interface Book { title: string }\nconst books: Book[] = [];'],
    ['json', '{"a": [1, 2]}'],
    ['sql', 'select b.title\nfrom books b\nwhere b.id = 1'],
    ['html', '<div class="a"><p>Hi</p></div>'],
    ['css', '.card {\n  color: red;\n}'],
    ['java', 'public class A {\n  public static void main(String[] args) {}\n}'],
    ['go', 'func main() {\n\tfmt.Println("hi")\n}'],
    ['rust', 'fn main() {\n    println!("hi");\n}'],
    ['cpp', '#include <iostream>\nint main() { std::cout << 1; }'],
    ['c', '#include <stdio.h>\nint main(void) { return 0; }'],
    ['dockerfile', 'FROM node:20\nRUN npm ci'],
    ['php', '<?php\n$a = 1;\n?>\n<p>Hi</p>'],
  ])('is %s', (language, code) => {
    expect(languageOf(code)).toBe(language);
  });

  it.each([
    ['one assignment', 'x = 1'],
    ['brackets alone', 'foo(bar)[0]'],
    ['two languages at once', `${python}\nconst x = 1;`],
    ['a number that is JSON', '42'],
    ['a stack trace', 'Error: boom\n    at main (app.js:1:2)'],
  ])('is not guessed from %s', (_what, code) => {
    expect(languageOf(code)).toBeUndefined();
  });
});

describe('indentation', () => {
  it.each([
    ['all lines share goes', '    a = 1\n    if a:\n        b()', 'py', 'a = 1\nif a:\n    b()'],
    [
      'Discord took from the first line comes back',
      'a = 1\n    if a:\n        b()',
      'py',
      'a = 1\nif a:\n    b()',
    ],
    [
      'Discord took from a first line that opens a block comes back',
      'def f():\n        return 1\n\n    def g():\n        return 2',
      'py',
      'def f():\n    return 1\n\ndef g():\n    return 2',
    ],
    ['of a web page becomes plain', 'if a:\n\u00a0\u00a0b()', 'py', 'if a:\n  b()'],
    [
      'of JSON is made',
      '{\n"a": [\n1,\n2\n],\n"b": "}"\n}',
      'json',
      '{\n  "a": [\n    1,\n    2\n  ],\n  "b": "}"\n}',
    ],
    [
      'of flat code with braces is made',
      'function f(a) {\nif (a) {\nreturn "}";\n}\n}',
      'js',
      'function f(a) {\n  if (a) {\n    return "}";\n  }\n}',
    ],
    [
      'counts what a line opens once',
      'app.get("/", (req, res) => {\nres.json({\na: 1\n});\n});',
      'js',
      'app.get("/", (req, res) => {\n  res.json({\n    a: 1\n  });\n});',
    ],
  ])('that %s', (_what, code, language, shown) => {
    expect(repairIndentation(code, language)).toBe(shown);
    expect(repairIndentation(shown, language)).toBe(shown);
  });

  it.each([
    ['flat Python, where it is the meaning', 'def f():\nreturn 1\nx = 2', 'py'],
    ['an unknown language', 'a {\nb {\nc\n}\n}', ''],
    ['a text over lines', 'const a = `\nx {\n`;\nf({\n});', 'js'],
    ['brackets that do not match', 'f({\na\n}\nb', 'js'],
    ['a first line that may be where it is', 'if a:\n    b()\n    c()', 'py'],
    ['tabs beside spaces', 'if a:\n\tb()\n    c()', 'py'],
    ['what is indented already', 'f({\n      a,\n});', 'js'],
    ['a doc text', '    """\n  a\n    """', 'py'],
  ])('of %s stays', (_what, code, language) => {
    expect(repairIndentation(code, language)).toBe(code);
  });
});
