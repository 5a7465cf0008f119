/** The built bot over the sandbox: importing a README, reviewing the preview, and the result. */
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import { buttonsOf, type Exchange, describe as tell, textOf } from '../../sandbox/client.js';
import { raiseLimits, useBot } from '../support/bot.js';

const bot = useBot();

const readme = `# Project Nexus – Backend

Some words about the programme.

## Technologies

### Containerization
- **Docker** – runs the same everywhere

### Databases
- **PostgreSQL** – keeps what must not be lost

## Key Concepts
- **Idempotency** – the second time changes nothing

## Challenges & Solutions
- **Challenge:** The list of bookings took nine seconds
  **Solution:** An index on the date, and pages of twenty
- **Challenge:** Tests failed one time in ten
  **Solution:** Each test got a database of its own

## Takeaways
- Small commits are easier to review

## Author
Amina, amina@example.com, +254 700 000 001
`;

beforeEach(async () => {
  await bot.database.query('DELETE FROM guilds');
  await raiseLimits(bot.database);
});

const upload = (
  content: string | Uint8Array,
  { name = 'README.md', by = 'amina', channel = 'general' } = {},
) => bot.as(by, channel).command('/readme import', {}, { file: { name, content } });

async function preview(content: string | Uint8Array, by = 'amina'): Promise<Exchange> {
  const exchange = await upload(content, { by });
  expect(exchange.outcome, tell(exchange)).toBe('message');
  expect(exchange.ephemeral).toBe(true);
  expect(buttonsOf(exchange.message).join(), tell(exchange)).toContain('Cancel');
  return exchange;
}

const kept = () =>
  bot.database.query('SELECT number, type, kind, title, body, section FROM entries ORDER BY number');

const count = async () => (await kept()).length;

/** The custom id of the button or select whose label starts with this text. */
function idOf(exchange: Exchange, words: string): string {
  const found: string[] = [];
  const visit = (part: unknown): void => {
    if (Array.isArray(part)) part.forEach(visit);
    else if (typeof part === 'object' && part !== null) {
      const { label, placeholder, custom_id, components } = part as Record<string, unknown>;
      if (`${label ?? placeholder ?? ''}`.startsWith(words)) found.push(String(custom_id));
      visit(components);
    }
  };
  visit(exchange.message?.components);
  return found[0] ?? '';
}

describe('/readme import', () => {
  it('shows what it found, lets the member drop and change entries, and imports the rest with one card', async () => {
    const amina = bot.as('amina', 'general');
    const shown = await preview(readme);
    const text = textOf(shown.message);
    expect(text).toContain('I found **6 entries** to import');
    expect(text).toContain('2 challenges with their solutions, 2 technologies, 1 concept, and 1 takeaway');
    expect(text).toContain('The list of bookings took nine seconds');
    expect(text).toContain('Containerization');
    expect(text).toContain('the author');
    expect(text).not.toMatch(/example\.com|700 000/);
    expect(await count()).toBe(0);

    const options = ['Docker', 'Idempotency', 'The list of bookings', 'Tests failed', 'Small commits'];
    const select = idOf(shown, 'Which of these');
    const all = await amina.choose(shown, select, await valuesOf(shown, select, options));
    expect(textOf(all.message)).toContain('~~PostgreSQL~~');
    const picked = await amina.choose(
      all,
      idOf(all, 'Change the kind'),
      await valuesOf(all, idOf(all, 'Change'), ['Idempotency']),
    );
    const changed = await amina.choose(picked, idOf(picked, 'What is “Idempotency”'), 'practice');
    expect(textOf(changed.message)).toContain('1 practice');

    const done = await amina.click(changed, 'Import all');
    expect(done.outcome, tell(done)).toBe('update');
    expect(textOf(done.message)).toContain('Imported: **5 entries**, 2 challenges with their solutions');
    const card = await bot
      .as('amina')
      .waitFor((message) => textOf(message).includes('imported their README'));
    expect(textOf(done.message)).toContain(card.id);
    expect(textOf(card)).toContain('The list of bookings took nine seconds');
    expect(textOf(card)).toContain('Docker');
    expect((await kept()).map(({ type, kind, title }) => [type, kind, title])).toEqual(
      expect.arrayContaining([
        ['learning', 'technology', 'Docker'],
        ['learning', 'practice', 'Idempotency'],
        ['challenge', null, 'The list of bookings took nine seconds'],
      ]),
    );
    expect(await count()).toBe(7);
    expect(
      (await bot.as('amina').read()).filter((message) => textOf(message).includes('README')),
    ).toHaveLength(1);

    const view = await bot.as('kofi').click(card, 'View');
    expect(view.ephemeral).toBe(true);
    expect(textOf(view.message)).toContain('An index on the date');
    const found = await bot.as('kofi').command('/search docker');
    expect(textOf(found.message)).toContain('Docker');
    const solved = await bot.as('kofi').command('/challenge list', { status: 'solved' });
    expect(textOf(solved.message)).toContain('Tests failed one time in ten');
    expect(textOf((await bot.as('kofi').command('/leaderboard', { period: 'all' })).message)).toContain(
      'Nobody has points',
    );
  });

  it('imports it once: a second click, the same file again, another click on the old preview', async () => {
    const amina = bot.as('amina', 'general');
    const shown = await preview(readme);
    const [one, two] = await Promise.all([
      amina.click(shown, 'Import all'),
      amina.click(shown, 'Import all'),
    ]);
    expect([textOf(one?.message), textOf(two?.message)].join()).toContain('6 entries');
    expect(await count()).toBe(8);
    const again = await upload(readme);
    expect(textOf(again.message)).toContain('nothing new to import');
    expect(textOf(again.message)).toContain('You imported this file');
    const more = await preview(`${readme}\n## Next Steps\n- Learn Kubernetes\n`);
    expect(textOf((await amina.click(more, 'Import all')).message)).toContain('1 entry');
    expect(await count()).toBe(9);
  });

  it('reads a file with garbled text, and says so', async () => {
    // UTF-8 read as windows-1252 and written again.
    const decoder = new TextDecoder('windows-1252');
    const garbled = decoder.decode(Buffer.from(readme.replaceAll('–', '→')));
    const text = textOf((await preview(garbled)).message);
    expect(text).toContain('so I repaired it');
    expect(text).toContain('Docker');
    expect(text).not.toContain('â');
  });

  it.each([
    ['a picture', Buffer.from('\x89PNG\r\n\x1a\n\0\0\0\rIHDR', 'latin1'), 'isn’t a Markdown file'],
    ['a web page', '<!DOCTYPE html><html><body><h1>Login</h1></body></html>', 'isn’t a Markdown file'],
    ['an empty file', '', 'empty'],
    ['what is no README', 'hello there', 'found nothing'],
    ['a file beyond the limit', '#'.repeat(1_048_577), 'larger than 1 MiB'],
  ])('refuses %s in a sentence', async (_name, content, sentence) => {
    const refused = await upload(content);
    expect(refused.ephemeral).toBe(true);
    expect(textOf(refused.message)).toContain(sentence);
    expect(buttonsOf(refused.message)).toEqual([]);
    expect(await bot.database.query('SELECT 1 FROM imports')).toEqual([]);
  });

  it('belongs to the person who ran it: another person’s click changes nothing', async () => {
    const shown = await preview(readme);
    // Kofi can't see it; if he sends its id anyway, he is refused.
    await expect(bot.as('kofi', 'general').click(shown, 'Import all')).rejects.toThrow();
    await bot.database.query('UPDATE imports SET member_id = member_id + 1');
    const refused = await bot.as('amina', 'general').click(shown, 'Import all');
    expect(textOf(refused.followUps[0] ?? refused.message)).toContain(
      'are for the person who ran the command',
    );
    expect(await count()).toBe(0);
  });

  it('can be cancelled, and expires with a friendly message', async () => {
    const amina = bot.as('amina', 'general');
    const cancelled = await amina.click(await preview(readme), 'Cancel');
    expect(textOf(cancelled.message)).toContain('Nothing was imported');
    const old = await preview(readme);
    await bot.database.query(`UPDATE imports SET kept_until = created_at - interval '1 hour'`);
    const refused = await amina.click(old, 'Import all');
    expect(textOf(refused.followUps[0] ?? refused.message)).toContain('older than a day');
    expect(await count()).toBe(0);
  });

  it('continues after the bot was killed and restarted', async () => {
    const amina = bot.as('amina', 'general');
    const shown = await preview(readme);
    await bot.stop('SIGKILL');
    await bot.start();
    expect(textOf((await amina.click(shown, 'Import all')).message)).toContain('6 entries');
    expect(await count()).toBe(8);
  });

  it('is stored even if the channel is closed, and says so', async () => {
    await bot.sandbox.client.trouble({
      kind: 'error',
      method: 'POST',
      route: '/channels/{channel_id}/messages',
      status: 403,
      body: { code: 50013, message: 'Missing Permissions' },
    });
    const done = await bot.as('amina', 'general').click(await preview(readme), 'Import all');
    expect(textOf(done.message)).toContain('couldn’t post the card');
    expect(await count()).toBe(8);
  });
});

describe('an attachment from elsewhere', () => {
  let asked = 0;
  const server: Server = createServer((_request, response) => {
    asked += 1;
    response.end(readme);
  });
  afterAll(() => void server.close());

  it('is refused and never requested', async () => {
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const { port } = server.address() as AddressInfo;
    await bot.stop();
    await bot.start({ ATTACHMENT_ORIGINS: `http://127.0.0.1:${port}` });
    const refused = await upload(readme);
    expect(textOf(refused.message)).toContain('uploaded to Discord');
    expect(asked).toBe(0);
  });
});

/** The values of options whose labels start with this text. */
async function valuesOf(exchange: Exchange, select: string, labels: string[]): Promise<string[]> {
  const found: string[] = [];
  const visit = (part: unknown): void => {
    if (Array.isArray(part)) part.forEach(visit);
    else if (typeof part === 'object' && part !== null) {
      const { custom_id, options, components } = part as {
        custom_id?: string;
        options?: { label: string; value: string }[];
        components?: unknown;
      };
      if (custom_id === select) {
        for (const { label, value } of options ?? []) {
          if (labels.some((wanted) => label.startsWith(wanted))) found.push(value);
        }
      }
      visit(components);
    }
  };
  visit(exchange.message?.components);
  return found;
}
