/** Documents of a mebibyte, of every kind that costs a parser time or memory; and ordinary ones of that size. */

export const mebibyte = 1_048_576;

/** Lines of a generator until the document has the size, cut to it at a line's end where there is one. */
function written(lineAt: (index: number) => string, bytes: number): string {
  const lines: string[] = [];
  for (let length = 0, index = 0; length < bytes; index++) {
    const line = lineAt(index);
    lines.push(line);
    length += Buffer.byteLength(line) + 1;
  }
  const whole = Buffer.from(lines.join('\n')).subarray(0, bytes);
  const end = whole.lastIndexOf(0x0a);
  return new TextDecoder().decode(end > bytes / 2 ? whole.subarray(0, end) : whole).replace(/\ufffd+$/, '');
}

const words =
  'the orders list of our shop was slow because each row asked again for its customer and items'.split(' ');
const sentence = (seed: number, length = 14) =>
  Array.from({ length }, (_, at) => words[(seed * 7 + at * (1 + (seed % 5))) % words.length]).join(' ');

/** A learner's log: a week after the other, each with what was learned, used, broken and planned. */
function week(index: number): string {
  return [
    `## Week ${index}`,
    '',
    '### Key Learnings',
    '',
    `- **Topic ${index}**: ${sentence(index)}.`,
    `- **Generators ${index}** – ${sentence(index + 1)} with \`yield\` and [a page](https://example.org/${index}).`,
    '',
    '### Technologies',
    '',
    '| Tool | Used for |',
    '| --- | --- |',
    `| Tool ${index} | ${sentence(index + 2, 6)} |`,
    `| Docker | ${sentence(index + 3, 6)} |`,
    '',
    '### Challenges and Solutions',
    '',
    `- **Challenge:** Slow list number ${index}, ${sentence(index + 4, 8)}`,
    `  - **Solution:** An index and one query; ${sentence(index + 5, 8)}`,
    `- **Challenge:** Lost mail number ${index}`,
    `  - **Solution:** A queue that tries again, ${sentence(index + 6, 8)}`,
    '',
    '```python',
    `def week_${index}(rows):`,
    '    return [row for row in rows if row]',
    '```',
    '',
    `I found that ${sentence(index + 7, 30)}. Then ${sentence(index + 8, 20)}.`,
    '',
  ].join('\n');
}

const backticks = (index: number) => `${'`'.repeat((index % 60) + 1)} code `;

/** One line that is filled with what a pattern makes of an index. */
const oneLine = (part: (index: number) => string) => (bytes: number) => {
  const parts: string[] = [];
  for (let length = 0, index = 0; length < bytes; index++) {
    parts.push(part(index));
    length += parts.at(-1)?.length ?? 1;
  }
  return parts.join('').slice(0, bytes);
};

const lines = (line: (index: number) => string) => (bytes: number) => written(line, bytes);

/** What makes a document of so many bytes, by what is special of it. */
export const heavyReadmes: Readonly<Record<string, (bytes: number) => string>> = {
  'a log of many weeks': lines((index) => week(index + 1)),
  'a log without blank lines': lines((index) => week(index + 1).replaceAll('\n\n', '\n')),
  'one huge list': lines((index) => `- ${sentence(index, 8)}`),
  'one huge list of bold names': lines((index) => `- **Docker ${index}** – containers for all`),
  'one huge numbered list': lines((index) => `${index + 1}. ${sentence(index, 8)}`),
  'one huge loose list': lines((index) => `- ${sentence(index, 8)}\n`),
  'one huge list of pairs': lines(
    (index) => `- **Problem:** ${sentence(index, 6)} ${index}\n  - **Solution:** ${sentence(index + 3, 6)}`,
  ),
  'one huge paragraph': lines((index) => sentence(index)),
  paragraphs: lines((index) => `${sentence(index, 60)}.\n`),
  'one-word lines': lines((index) => words[index % words.length] ?? ''),
  'empty bullets': lines(() => '-'),
  'a list nested 1,000 deep': (bytes) =>
    lines((index) => `${' '.repeat((index % 1000) * 2)}- a`)(Math.min(bytes, mebibyte)),
  'quotes nested 1,000 deep': lines(() => `${'> '.repeat(1000)}a\n`),
  'quotes nested 20 deep': lines(() => `${'> '.repeat(20)}a\n`),
  'lists nested 1,000 deep on one line': lines(() => `${'- '.repeat(1000)}a\n`),
  'lists nested 20 deep on one line': lines(() => `${'- '.repeat(20)}a`),
  'lists and quotes in turn': lines(() => `${'> - '.repeat(300)}a`),
  'nested lists 8 deep': lines((index) => `${'  '.repeat(index % 8)}- ${sentence(index, 4)}`),
  'one huge table': lines((index) =>
    index === 0 ? '| Challenge | Solution |\n|---|---|' : `| slow ${index} | cache |`,
  ),
  'one wide table': lines((index) => (index === 1 ? '|---'.repeat(2000) : `${'| a '.repeat(2000)}|`)),
  'many tables': lines((index) => `| Tool | Use |\n|---|---|\n| tool ${index} | ${sentence(index, 3)} |\n`),
  'rows between bars without a header': lines((index) => `| slow ${index} | cache |`),
  'rows between tabs': lines((index) => `slow ${index}\tcache ${sentence(index, 3)}`),
  '100,000 headings': lines((index) => `## Part ${index}`),
  '100,000 headings of all levels': lines((index) => `${'#'.repeat((index % 6) + 1)} Part ${index}\n`),
  'underlined headings': lines((index) => `Part ${index}\n----\n`),
  'bold lines as headings': lines((index) => `**Part ${index}**\n\n${sentence(index, 5)}\n`),
  'one line of words': oneLine((index) => `${words[index % words.length]} `),
  'one line of letters': oneLine(() => 'a'),
  'one line of spaces': (bytes) => `a${' '.repeat(bytes - 2)}b`,
  'one line of stars and words': oneLine(() => '*a _b '),
  'one line of brackets': oneLine(() => '['),
  'one line of links': oneLine((index) => `[a ${index}](https://example.org/${index}) `),
  'one line of backticks': oneLine(backticks),
  'one line of tags': oneLine(() => '<b>a</b> '),
  'one line of bars': oneLine(() => '| a '),
  'one line of bullets': oneLine((index) => `- Item number ${index} `),
  'one line of headings': oneLine((index) => `## Part ${index} Some words `),
  'one line of numbers': oneLine((index) => `${index + 1}. Item `),
  'one line of addresses': oneLine(() => 'a@example.org '),
  'one line of web addresses': oneLine((index) => `https://example.org/${index} `),
  'one line of digits': oneLine((index) => `${index} 555-`),
  'emphasis runs': lines(() => '*a _b '.repeat(25)),
  'emphasis that never closes': lines(() => '**a **b **c **d **e **f'),
  'stars in long runs': lines((index) => `${'*'.repeat((index % 50) + 1)}a${'*'.repeat((index % 37) + 1)}`),
  'one paragraph of stars': lines(() => '*a **b'),
  'open brackets': lines(() => '['.repeat(99)),
  'brackets that close': lines(() => `${'['.repeat(40)}a${']'.repeat(40)}`),
  'brackets and parentheses': lines(() => '[a](b '.repeat(12)),
  'images without an end': lines(() => '![['.repeat(30)),
  'backticks of all lengths': lines((index) => backticks(index).repeat(3)),
  tags: lines(() => '<div><span><b>a</b></span></div>'),
  'tags that never close': lines(() => '<details><summary>a'),
  'comments that never close': lines(() => '<!-- a'),
  'lists of tags': lines((index) => `<li>item ${index}</li>`),
  'tables of tags': lines((index) => `<table><tr><td>a ${index}</td><td>b</td></tr></table>`),
  'tables of tags that never close': lines(() => '<table><tr><td>'),
  'open angles': lines(() => '<'.repeat(60)),
  'reference definitions': lines((index) => `[name-${index}]: https://example.org/${index} "title"`),
  references: lines((index) => `[name-${index % 100}][] and [name-${index}]`),
  footnotes: lines((index) => `[^${index}]: ${sentence(index, 4)}\n\nwords[^${index}]\n`),
  entities: lines(() => '&amp; &lt; &#65; &notanentity; &copy '.repeat(3)),
  ampersands: lines(() => '&'.repeat(80)),
  backslashes: lines(() => '\\'.repeat(80)),
  'escaped marks': lines(() => '\\# a \\*\\*b\\*\\* \\- c'),
  'fences that never close': lines((index) => `\`\`\`js\nconst a = ${index};\n## Part\n`),
  'fences that pair': lines((index) => `\`\`\`js\nconst a = ${index};\n\`\`\`\n`),
  'fences of code alone': lines(() => '```'),
  'closing fences that nothing opened': lines(
    (index) => `const a = ${index};\nreturn (a);\n\`\`\`\n\n## Part ${index}\n`,
  ),
  'one huge block of code': lines((index) => (index === 0 ? '```js' : `const a = ${index};`)),
  'indented code': lines((index) => `    const a = ${index};`),
  'hard line breaks': lines((index) => `${sentence(index, 4)}  `),
  'blank lines': lines((index) => (index % 1_000 === 0 ? sentence(index, 8) : '')),
  'carriage returns': lines((index) => `- ${sentence(index, 8)}\r`),
  rules: lines(() => '---'),
  'garbled text': lines(() => '- Ã©tÃ© â€“ dÃ©jÃ\u00a0 ðŸš€'),
  emoji: lines((index) => `🚀 ${sentence(index, 4)} ✅`),
  labels: lines(() => 'Problem: Solution: Problem: Solution:'),
  'labels on lines of their own': lines(
    (index) => `**Problem**\n${sentence(index, 4)}\n**Solution**\n${sentence(index, 4)}\n`,
  ),
  'challenges in prose': lines(
    (index) =>
      `## Challenges\n\nI struggled with ${sentence(index, 6)}, but I fixed it by ${sentence(index, 5)}.\n`,
  ),
  Amharic: lines((index) => `- **ችግር:** ዝርዝሩ ዘገየ ${index}\n- **መፍትሔ:** መረጃ ጠቋሚ ጨመርን`),
  'dots and dashes': lines(() => '. - . - – — : ; → '.repeat(4)),
  'characters that nobody sees': lines(() => '\u200b\u00a0\u2060 a'.repeat(12)),
  'open pictures in the text': lines(() => '![](data:image/png;base64,AAAA'.repeat(2)),
};
