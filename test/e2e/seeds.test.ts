/** Real documents of learners, if they are available: their technologies and pairs shared through the built bot. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { describe as tell, textOf } from '../../sandbox/client.js';
import { useBot } from '../support/bot.js';

const folder = fileURLToPath(new URL('../../../shared/seeds/', import.meta.url));
const files = existsSync(folder) ? readdirSync(folder).filter((name) => name.endsWith('.txt')) : [];
if (files.length === 0) {
  console.warn(
    `SKIPPED: the learners' documents are not at ${folder}; the project's own fixtures are used elsewhere.`,
  );
}

const bot = useBot();

/** The name and text of a bullet, `- **Docker** → Containers`, whatever the arrow or dash. */
const definition = /^\s*[-*] \*\*([^*:]{2,80})\*\*\s*(?:[^\w\s]\S{0,4}|:)?\s*(.*)$/;
const bulletPair = /Challenge:?\*\*:?\s*(.+?)\s*\n\s*(?:[-*]\s*)?\**\s*\**Solution:?\**:?\**\s*(.+)/gi;

/** How many pairs a careful reader finds in each. */
const pairsOf: Record<string, number> = { '000': 3, '001': 3, '002': 4, '003': 4, '004': 3 };

/** Challenges with their solutions: from bullets, or from the rows of a table. */
function pairsIn(document: string): { challenge: string; solution: string }[] {
  const bullets = [...document.matchAll(bulletPair)].map(([, challenge = '', solution = '']) => ({
    challenge,
    solution,
  }));
  const rows = document.split('\n').flatMap((line) => {
    const cells = line.split('|').map((cell) => cell.trim());
    const [challenge, solution] = [cells[1] ?? '', cells.at(-2) ?? ''];
    return cells.length > 3 && !/^:?-+/.test(challenge) && challenge !== 'Challenge'
      ? [{ challenge, solution }]
      : [];
  });
  return [...bullets, ...rows];
}

describe.skipIf(files.length === 0)('the content of real documents', () => {
  it.each(files)('%s is shared, found and paired as it is', async (file) => {
    const document = readFileSync(`${folder}${file}`, 'utf8');
    const amina = bot.as('amina');
    const definitions = document.split('\n').flatMap((line) => {
      const match = definition.exec(line);
      return match?.[1] && !/challenge|solution/i.test(match[1])
        ? [{ title: match[1].trim(), body: match[2] ?? '' }]
        : [];
    });
    expect(definitions.length).toBeGreaterThan(3);
    for (const { title, body } of definitions) {
      const shared = await amina.command('/share', { kind: 'technology', title, body: body || title });
      expect(shared.outcome, `${title}: ${tell(shared)}`).toBe('message');
      const number = /#(\d+)/.exec(textOf(shared.message))?.[1];
      const [kept] = await bot.database.query('SELECT title, body FROM entries WHERE number = $1', [number]);
      expect(kept?.['title']).toBe(title.normalize('NFC').replace(/ {2,}/g, ' '));
      const found = await amina.command('/search', { query: title });
      expect(textOf(found.message), title).toContain(`#${number}`);
    }
    const pairs = pairsIn(document);
    expect(pairs).toHaveLength(pairsOf[file.slice(0, 3)] ?? pairs.length);
    for (const [place, { challenge, solution }] of pairs.entries()) {
      const title = challenge.replace(/[*_]/g, '').slice(0, 120);
      // Each with its own text: the same text under another title is refused as a duplicate.
      const details = document.slice(place * 700, (place + 1) * 700);
      let asked = await amina.command('/challenge post', { title, details });
      if (asked.ephemeral) asked = await amina.click(asked, 'Post anyway');
      const [kept] = await bot.database.query('SELECT max(number) AS number FROM entries WHERE type = $1', [
        'challenge',
      ]);
      const answer = await bot
        .as('kofi')
        .command('/challenge solve', { challenge: String(kept?.['number']), solution });
      expect(answer.outcome, tell(answer)).toBe('message');
      const accepted = await amina.click(answer, 'Accept');
      expect(textOf(accepted.message)).toContain('is solved');
    }
  });
});
