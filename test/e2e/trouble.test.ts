/** The built bot and failures: a closed or deleted channel, a database that goes down, Discord's errors, sudden exits. */
import { Client } from 'pg';
import { describe, expect, it } from 'vitest';
import { buttonsOf, describe as tell, textOf } from '../../sandbox/client.js';
import { useBot } from '../support/bot.js';

const bot = useBot();

const share = (name: string, title: string, channel?: string) =>
  bot.as(name, channel).command('/share', { kind: 'concept', title, body: 'Some words that matter' });

const kept = async (title: string) =>
  (await bot.database.query('SELECT 1 FROM entries WHERE title = $1', [title])).length;

/** Resolves when the bot has shown that it is working on something asked after that journal entry. */
async function deferral(after: number): Promise<void> {
  await expect
    .poll(async () => {
      const requests = await bot.sandbox.client.journal({ kind: 'request', after });
      return requests.some(({ body }) => (body as { type?: number } | undefined)?.type === 5);
    })
    .toBe(true);
}

/** Runs something while the table is locked, until `isEnough`: by default, until the bot has deferred its answer. */
async function whileLocked<Result>(
  table: 'entries' | 'guilds',
  act: () => Promise<Result>,
  isEnough: (after: number, blocker: Client) => Promise<unknown> = deferral,
): Promise<Result> {
  const blocker = new Client(bot.database.url);
  await blocker.connect();
  try {
    await blocker.query('BEGIN');
    await blocker.query(`LOCK TABLE ${table} IN ACCESS EXCLUSIVE MODE`);
    const [last] = await bot.sandbox.client.journal({ limit: 1 });
    const acting = act();
    await isEnough(last?.number ?? 0, blocker);
    await blocker.query('COMMIT');
    return await acting;
  } finally {
    await blocker.end();
  }
}

/** Resolves when someone waits for the lock. */
async function waiting(_after: number, blocker: Client): Promise<void> {
  const waiters =
    'SELECT FROM pg_locks WHERE NOT granted AND database = (SELECT oid FROM pg_database WHERE datname = current_database())';
  await expect.poll(async () => (await blocker.query(waiters)).rowCount).toBeGreaterThan(0);
}

describe('the channel', () => {
  it('is closed to the bot: the entry is stored and the member reads so', async () => {
    await bot.sandbox.client.closeChannel('Cohort', 'prodevprojectnexus', ['SEND_MESSAGES']);
    const exchange = await share('amina', 'Behind a closed door', 'general');
    expect(exchange.ephemeral).toBe(true);
    expect(textOf(exchange.message)).toContain('couldn’t post its card');
    expect(await kept('Behind a closed door')).toBe(1);
    await bot.sandbox.client.openChannel('Cohort', 'prodevprojectnexus');
    const shown = await bot.as('amina', 'general').command('/entry view 1');
    expect(textOf((await bot.as('amina', 'general').click(shown, 'Show in channel')).message)).toContain(
      'Shown in the channel',
    );
  });

  it('lost a card that was deleted by hand: it is forgotten, and Discuss says what to do', async () => {
    const exchange = await share('amina', 'Card to be deleted');
    await bot.as('owner').delete(exchange.message ?? '');
    const number = Number(/#(\d+)/.exec(textOf(exchange.message))?.[1]);
    const view = await bot.as('kofi').command(`/entry view ${number}`);
    expect(textOf((await bot.as('kofi').click(view, 'Discuss')).message)).toContain('no longer has a card');
  });
});

describe('Discord', () => {
  it('drops the gateway: the bot reconnects', async () => {
    await bot.sandbox.client.disturbGateway({ cut: true });
    await bot.sandbox.client.untilConnected();
    expect(textOf((await share('amina', 'After the drop')).message)).toContain('After the drop');
  });

  it('invalidates the session: the bot identifies again', async () => {
    const connected = async () =>
      (await bot.sandbox.client.sessions()).filter((session) => session.connected).map(({ id }) => id);
    const [before] = await connected();
    await bot.sandbox.client.disturbGateway({ invalidate: true, resumable: false });
    await expect.poll(connected).toEqual([expect.not.stringContaining(before ?? '')]);
    expect(textOf((await share('amina', 'After the new session')).message)).toContain(
      'After the new session',
    );
  });

  it('answers 500 and 429: the answer gets through, and the entry is stored once', async () => {
    await bot.sandbox.client.trouble({ kind: 'error', status: 502, route: '/interactions/*', times: 1 });
    const first = await share('amina', 'Through a 502');
    expect(first.outcome, tell(first)).toBe('message');
    await bot.sandbox.client.trouble({
      kind: 'rate-limit',
      retryAfter: 0.2,
      route: '/interactions/*',
      times: 1,
    });
    const second = await share('amina', 'Through a 429');
    expect(second.outcome, tell(second)).toBe('message');
    expect([await kept('Through a 502'), await kept('Through a 429')]).toEqual([1, 1]);
  });

  it('refuses every answer with 500: the card is posted, and nobody is invited to share it again', async () => {
    await bot.sandbox.client.trouble({ kind: 'error', status: 500, route: '/interactions/*', times: 4 });
    const exchange = await share('amina', 'Kept through refusals');
    expect(exchange.ephemeral, tell(exchange)).toBe(true);
    expect(textOf(exchange.message)).toMatch(/Posted as .*Your card: http/);
    expect(buttonsOf(exchange.message)).toEqual([]);
    await bot.as('kofi').waitFor((message) => textOf(message).includes('Kept through refusals'));
    expect(await kept('Kept through refusals')).toBe(1);
  });

  it('refuses the card with 500: the member reads that the entry is stored', async () => {
    await bot.sandbox.client.trouble({
      kind: 'error',
      status: 500,
      route: '/channels/720000000000000001/messages',
      times: 4,
    });
    const exchange = await share('amina', 'Kept without a card', 'general');
    expect(textOf(exchange.message), tell(exchange)).toContain('couldn’t post its card');
    expect(buttonsOf(exchange.message)).toEqual([]);
    expect(await kept('Kept without a card')).toBe(1);
  });

  it('refuses an answer with 500: it is given once more', async () => {
    await bot.sandbox.client.trouble({ kind: 'error', status: 500, route: '/interactions/*', times: 4 });
    const exchange = await bot.as('amina').command('/help');
    expect(textOf(exchange.message), tell(exchange)).toContain('Getting started');
    expect(exchange.ephemeral).toBe(true);
  });

  it('refuses what follows an answer: the answer stays, without an apology', async () => {
    // The hint for a moderator and the first steps, each tried four times.
    await bot.sandbox.client.trouble({ kind: 'error', status: 500, route: '/webhooks/*', times: 8 });
    const exchange = await bot.as('other-owner', 'prodevprojectnexus', 'Elsewhere').command('/help');
    expect(exchange.outcome, tell(exchange)).toBe('message');
    const failures = () => bot.log.filter(({ msg }) => msg === 'what follows an answer failed');
    await bot.logged(() => failures().length > 1);
    expect((await bot.sandbox.client.exchange(exchange.id)).followUps).toEqual([]);
  });

  it('answers too late for the interaction: the card is posted anyway', async () => {
    await bot.sandbox.client.settings({ limits: { firstAnswer: 1 } });
    await bot.sandbox.client.trouble({ kind: 'delay', ms: 50, route: '/interactions/*', times: 1 });
    await share('amina', 'Too late to answer');
    await bot.sandbox.client.settings({ limits: { firstAnswer: 3_000 } });
    await bot.as('amina').waitFor((message) => textOf(message).includes('Too late to answer'));
    expect(await kept('Too late to answer')).toBe(1);
  });
});

describe('the database', () => {
  it('is slow: the member sees that the bot is working, and gets the card', async () => {
    const exchange = await whileLocked('entries', () => share('amina', 'Slowly kept'));
    expect(exchange.deferred).toBe(true);
    expect(textOf(exchange.message)).toContain('Slowly kept');
    expect(exchange.ephemeral).toBe(false);
  });

  it('is slow before the channel is known: the card is still posted publicly', async () => {
    await bot.stop();
    await bot.start();
    const exchange = await whileLocked('guilds', () => share('amina', 'Slow from the start'));
    expect(exchange.deferred).toBe(true);
    expect(textOf(exchange.message), tell(exchange)).toContain('Posted as');
    await bot.as('kofi').waitFor((message) => textOf(message).includes('Slow from the start'));
  });

  it('is slow and the input wrong: the placeholder is deleted, and only the member reads why', async () => {
    const exchange = await whileLocked('entries', () =>
      bot.as('amina').command('/challenge solve', { challenge: '99999', solution: 'My words' }),
    );
    expect(exchange.deferred).toBe(true);
    const said = [exchange.message, ...exchange.followUps].map((message) => textOf(message)).join('\n');
    expect(said).toContain('There’s no entry');
    const channel = await bot.as('kofi').read();
    expect(channel.some((message) => textOf(message).includes('There’s no entry'))).toBe(false);
  });

  it('is slow before a form: a button offers the form instead', async () => {
    const shared = await share('amina', 'A form later');
    const number = /#(\d+)/.exec(textOf(shared.message))?.[1];
    const exchange = await whileLocked('entries', () => bot.as('amina').command(`/entry edit ${number}`));
    expect(textOf(exchange.message)).toContain('Your form is ready');
    const form = await bot.as('amina').click(exchange, 'Open form');
    expect(form.modal?.title).toBe(`Edit #${number}`);
  });

  it('is down: an apology with the text, a form that opens again, and recovery without a restart', async () => {
    const name = new URL(bot.database.url).pathname.slice(1);
    const admin = new URL(bot.database.url);
    admin.pathname = '/postgres';
    const client = new Client(admin.href);
    await client.connect();
    await client.query(`ALTER DATABASE "${name}" ALLOW_CONNECTIONS false`);
    await client.query(
      'SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = $1 AND application_name = $2',
      [name, 'nexus'],
    );
    const exchange = await share('amina', 'While it was down');
    await client.query(`ALTER DATABASE "${name}" ALLOW_CONNECTIONS true`);
    await client.end();
    expect(exchange.ephemeral, tell(exchange)).toBe(true);
    expect(textOf(exchange.message)).toContain('Sorry');
    expect(textOf(exchange.message)).toContain('Some words that matter');
    expect(textOf(exchange.message)).not.toMatch(/ECONN|terminat|database "/i);
    const form = await bot.as('amina').click(exchange, 'Open the form again');
    const shared = await bot.as('amina').submit(form);
    expect(textOf(shared.message)).toContain('While it was down');
  });
});

describe('a guild that is not served', () => {
  it('is left at the start, and the others are served', async () => {
    await bot.stop();
    await bot.start({ ALLOWED_GUILDS: '700000000000000001' });
    await bot.logged(
      ({ msg, guildId }) => msg === 'left a guild that is not served' && guildId === '700000000000000002',
    );
    expect(textOf((await share('amina', 'Served here')).message)).toContain('Served here');
    await bot.stop();
    await bot.start();
  });
});

describe('two processes of one bot', () => {
  it('store each entry once, and the second takes over when the first is killed', async () => {
    const second = await bot.startAnother();
    await second.logged(({ msg }) => String(msg).includes('stands by'));
    const shares = await Promise.all(
      Array.from({ length: 5 }, (_, index) => share('amina', `With two at work ${index}`)),
    );
    for (const [index, exchange] of shares.entries()) {
      expect(exchange.outcome, tell(exchange)).toBe('message');
      expect(await kept(`With two at work ${index}`)).toBe(1);
    }
    await bot.stop('SIGKILL');
    await second.logged(({ msg }) => msg === 'this process answers from now on');
    expect(textOf((await share('amina', 'Taken over')).message)).toContain('Taken over');
    expect(await kept('Taken over')).toBe(1);
    await second.stop();
    await bot.start();
  });
});

describe('the process', () => {
  it('loses nothing that was answered when it is killed, and starts again', async () => {
    const shares = Array.from({ length: 20 }, (_, index) => share('amina', `Share ${index} before the end`));
    const answered = Promise.allSettled(shares);
    await Promise.race(shares);
    await bot.stop('SIGKILL');
    const titles = (await answered).flatMap((result) =>
      result.status === 'fulfilled' && result.value.outcome === 'message'
        ? (/Share \d+ before the end/.exec(textOf(result.value.message)) ?? [])
        : [],
    );
    await bot.start();
    expect(titles.length).toBeGreaterThan(0);
    for (const title of titles) expect(await kept(title)).toBe(1);
    expect(textOf((await share('amina', 'After the restart')).message)).toContain('After the restart');
  });

  it('finishes running work when asked to stop, with exit code 0', async () => {
    let stopped: Promise<number | null> | undefined;
    const exchange = await whileLocked(
      'entries',
      () => share('amina', 'Begun before the stop'),
      async (after, blocker) => {
        await waiting(after, blocker);
        stopped = bot.stop();
        await bot.logged(({ msg }) => String(msg).startsWith('stopping'));
      },
    );
    expect(exchange.outcome, tell(exchange)).toBe('message');
    expect(await kept('Begun before the stop')).toBe(1);
    expect(await stopped).toBe(0);
  });
});
