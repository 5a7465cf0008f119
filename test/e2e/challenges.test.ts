/** The built bot over the sandbox: asking, answering, accepting and reopening, as members do it. */
import { describe, expect, it } from 'vitest';
import { buttonsOf, type Exchange, describe as tell, textOf } from '../../sandbox/client.js';
import { behindMore, useBot } from '../support/bot.js';

const bot = useBot();

const numberIn = (exchange: Exchange) => Number(/· #(\d+) ·/.exec(textOf(exchange.message))?.[1]);

async function ask(name: string, title: string, details = 'What happened, in detail.') {
  const exchange = await bot.as(name).command('/challenge post', { title, details, tags: 'docker' });
  expect(exchange.outcome, tell(exchange)).toBe('message');
  return { exchange, number: numberIn(exchange) };
}

describe('a challenge', () => {
  it('is asked, answered, accepted and reopened, and every card shows it', async () => {
    const { exchange: question, number } = await ask('amina', 'Celery never runs my task');
    expect(textOf(question.message)).toContain('Open challenge');
    const form = await bot.as('kofi').click(question, 'Solve');
    const answer = await bot
      .as('kofi')
      .submit(form, { 'What worked?': 'Start the worker in the same project.' });
    expect(answer.ephemeral, tell(answer)).toBe(false);
    expect(answer.message?.mentions.map(({ username }) => username)).toEqual(['amina']);
    const solution = numberIn(answer);
    expect(solution).toBe(number + 1);

    const refused = await bot.as('wanjiru').click(answer, 'Accept');
    expect(refused.ephemeral).toBe(true);
    expect(textOf(refused.message)).toContain('Only the asker');
    const accepted = await bot.as('amina').click(answer, 'Accept');
    expect(accepted.ephemeral, tell(accepted)).toBe(false);
    expect(textOf(accepted.message)).toMatch(
      new RegExp(
        `\\*\\*\\[#${number}\\]\\(https://discord\\.com/channels/\\d+/\\d+/\\d+\\)\\*\\* is solved: “`,
      ),
    );
    const isQuestion = (id: string) => id === question.message?.id;
    const solved = await bot
      .as('kofi')
      .waitFor((message) => isQuestion(message.id) && textOf(message).includes('Solved'));
    expect(textOf(solved)).toContain('Start the worker in the same project.');
    const best = await bot
      .as('kofi')
      .waitFor(
        (message) => message.id === answer.message?.id && textOf(message).includes('Accepted solution'),
      );
    expect(buttonsOf(best)).not.toContain('Accept');

    const reopened = await bot.as('amina').command(`/challenge reopen ${number}`);
    expect(textOf(reopened.message)).toContain('open again');
    await bot
      .as('kofi')
      .waitFor((message) => isQuestion(message.id) && textOf(message).includes('Open challenge'));
    expect(textOf((await bot.as('amina').command(`/challenge reopen ${number}`)).message)).toContain(
      'is already open',
    );
  });

  it('has one accepted solution, even if two are accepted at the same time', async () => {
    const { number } = await ask('amina', 'Postgres refuses my password');
    const solutions = [];
    for (const text of ['Check pg_hba.conf', 'Set the password again']) {
      solutions.push(
        numberIn(
          await bot.as('kofi').command('/challenge solve', { challenge: String(number), solution: text }),
        ),
      );
    }
    const results = await Promise.all(
      solutions.map((solution) => bot.as('amina').command(`/challenge accept ${solution}`)),
    );
    const texts = results.map((result) => textOf(result.message));
    expect(texts.filter((text) => text.includes('is solved'))).toHaveLength(1);
    expect(texts.filter((text) => text.includes('already has an accepted solution'))).toHaveLength(1);
  });

  it('reopens and pings the asker when its accepted solution is deleted', async () => {
    const { exchange: question, number } = await ask('amina', 'My build is slow');
    const answer = await bot
      .as('kofi')
      .command('/challenge solve', { challenge: `#${number}`, solution: 'Cache it' });
    await bot.as('amina').click(answer, 'Accept');
    await behindMore(bot.as('kofi'), answer, 'Delete');
    const notice = await bot.as('amina').waitFor((message) => textOf(message).includes('no longer there'));
    expect(notice.mentions.map(({ username }) => username)).toEqual(['amina']);
    await bot
      .as('amina')
      .waitFor(
        (message) => message.id === question.message?.id && textOf(message).includes('Open challenge'),
      );
  });

  it('shows similar solved ones before it is posted, and is posted once however often you press', async () => {
    const { number } = await ask('amina', 'Nginx answers with a 502 behind Gunicorn');
    const answer = await bot.as('kofi').command('/challenge solve', {
      challenge: String(number),
      solution: 'Bind Gunicorn to the socket that Nginx was told of.',
    });
    await bot.as('amina').click(answer, 'Accept');

    const asked = await bot.as('wanjiru').command('/challenge post', {
      title: 'Gunicorn and Nginx give 502',
      details: 'It worked yesterday.',
    });
    expect(asked.ephemeral, tell(asked)).toBe(true);
    expect(textOf(asked.message)).toContain('Bind Gunicorn to the socket');
    expect(buttonsOf(asked.message)).toEqual(['This solves it', 'Post anyway']);

    const before = await bot.database.query('SELECT count(*)::integer AS count FROM entries');
    const posts = await Promise.all([1, 2, 3].map(() => bot.as('wanjiru').click(asked, 'Post anyway')));
    expect(posts.filter((post) => textOf(post.message).includes('Posted as'))).toHaveLength(1);
    const after = await bot.database.query('SELECT count(*)::integer AS count FROM entries');
    expect(after[0]?.['count']).toBe(Number(before[0]?.['count']) + 1);
    await bot.as('kofi').waitFor((message) => textOf(message).includes('Gunicorn and Nginx give 502'));
  });

  it('doesn’t need to be posted if an earlier one solves it', async () => {
    const asked = await bot
      .as('kofi')
      .command('/challenge post', { title: 'Nginx 502 with Gunicorn', details: 'Help' });
    const helped = await bot.as('kofi').click(asked, 'This solves it');
    expect(textOf(helped.message)).toContain('Glad it helped');
    expect(textOf(helped.message)).toContain('Bind Gunicorn to the socket');
    const rows = await bot.database.query(`SELECT 1 FROM entries WHERE title = 'Nginx 502 with Gunicorn'`);
    expect(rows).toEqual([]);
  });

  it('takes no solution after it was deleted, and the text comes back', async () => {
    const { exchange: question, number } = await ask('amina', 'Never mind this one');
    const form = await bot.as('kofi').click(question, 'Solve');
    await bot.as('amina').command(`/entry delete ${number}`);
    const late = await bot.as('kofi').submit(form, { 'What worked?': 'A long and careful answer' });
    expect(late.ephemeral).toBe(true);
    expect(textOf(late.message)).toContain('no longer there');
    expect(textOf(late.message)).toContain('A long and careful answer');
  });

  it.each([
    ['/challenge solve', { challenge: '99999', solution: 'x' }, 'There’s no entry'],
    ['/challenge solve', { challenge: '99999' }, 'There’s no entry'],
    ['/challenge accept', { solution: '99999' }, 'There’s no entry'],
    ['/challenge reopen', { challenge: 'what' }, 'There’s no entry'],
  ])('%s %j says what is wrong', async (line, options, sentence) => {
    const exchange = await bot.as('amina').command(line, options);
    expect(exchange.ephemeral, tell(exchange)).toBe(true);
    expect(textOf(exchange.message)).toContain(sentence);
  });
});

describe('a solution to something that is no challenge', () => {
  it('comes back with the error, without a form that could only fail', async () => {
    const exchange = await bot
      .as('kofi')
      .command('/challenge solve', { challenge: 'xyzzy plugh', solution: 'Words that took me an hour' });
    expect(textOf(exchange.message)).toContain('There’s no entry');
    expect(textOf(exchange.message)).toContain('Words that took me an hour');
    expect(buttonsOf(exchange.message)).toEqual([]);
  });

  it('comes back from a form of an older version, too', async () => {
    const draft = 'a0000000-0000-4000-8000-000000000001';
    const [kofi] = (await bot.database.query(
      "SELECT user_id FROM members WHERE display_name = 'Kofi' AND guild_id = 700000000000000001",
    )) as { user_id: string }[];
    await bot.database.query(
      `INSERT INTO drafts (id, guild_id, member_id, form, fields, kept_until)
       VALUES ($1, 700000000000000001, $2, 'solve', '{}', now() + interval '1 day')`,
      [draft, kofi?.user_id],
    );
    const button = { type: 2, style: 2, label: 'Open', custom_id: `n1:open-draft:${draft}` };
    const response = await fetch(`${bot.sandbox.apiUrl}/v10/channels/720000000000000001/messages`, {
      method: 'POST',
      headers: { authorization: 'Bot sandbox-token-for-tests', 'content-type': 'application/json' },
      body: JSON.stringify({ flags: 1 << 15, components: [{ type: 1, components: [button] }] }),
    });
    const { id } = (await response.json()) as { id: string };
    const form = await bot.as('kofi').click(id, 'Open');
    const late = await bot.as('kofi').submit(form, { 'What worked?': 'Words that took me a day' });
    expect(late.ephemeral, tell(late)).toBe(true);
    expect(textOf(late.message)).toContain('older version');
    expect(textOf(late.message)).toContain('Words that took me a day');
  });
});
