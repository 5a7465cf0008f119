/** The main job in four guilds at once, with two processes of one bot that answer for a shard each. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { buttonsOf, describe as tell, textOf } from '../../sandbox/client.js';
import { useBot } from '../support/bot.js';
import type { BotProcess } from '../support/bot-process.js';

/** Discord gives a guild to shard (id >> 22) % count: neighbours here alternate. */
const guilds = Array.from({ length: 4 }, (_, index) => ({
  id: String((300_000_000_000n + BigInt(index)) << 22n),
  name: `Cohort ${index}`,
  shard: index % 2,
}));
const bot = useBot({
  environment: { SHARD_COUNT: '2', SHARD_IDS: '0' },
  world: {
    guilds: guilds.map(({ id, name }) => ({
      id,
      name,
      owner: 'owner',
      channels: [{ name: 'prodevprojectnexus' }, { name: 'moderators' }],
      members: ['owner', 'amina', 'kofi'].map((member) => ({ name: member })),
    })),
  },
});
let second: BotProcess;
beforeAll(async () => {
  second = await bot.startAnother({ SHARD_IDS: '1' });
}, 60_000);
afterAll(async () => {
  await second?.stop();
});

const at = (name: string, guild: string, channel = 'prodevprojectnexus') => bot.as(name, channel, guild);
const numberIn = (text: string) => /#(\d+)/.exec(text)?.[1] ?? '';
async function metricsOf({ log }: { readonly log: BotProcess['log'] | typeof bot.log }): Promise<string> {
  const port = log.find(({ msg }) => msg === 'ready')?.['http'];
  return (await fetch(`http://127.0.0.1:${Number(port)}/metrics`)).text();
}

describe('two processes, a shard each', () => {
  it('share, vote, search, ask, solve and accept in all four guilds at once', async () => {
    await Promise.all(
      guilds.map(async ({ name: guild }) => {
        const title = `Indexes of ${guild}`;
        const shared = await at('amina', guild).command('/share', {
          kind: 'concept',
          title,
          body: 'They cost.',
        });
        expect(shared.outcome, tell(shared)).toBe('message');
        // On a busy machine the answer is deferred, and the card posted beside it.
        const card = await at('kofi', guild).waitFor((message) => textOf(message).includes(title));
        const voted = await at('kofi', guild).click(card, 'Helpful');
        expect(buttonsOf(voted.message)[0], tell(voted)).toBe('Helpful 1');

        const found = await at('kofi', guild).command('/search', { query: 'indexes' });
        expect(textOf(found.message)).toContain(title);
        for (const other of guilds)
          if (other.name !== guild) expect(textOf(found.message)).not.toContain(`Indexes of ${other.name}`);

        const asked = await at('kofi', guild).command('/challenge post', {
          title: `Jest hangs in ${guild}`,
          details: 'It never exits.',
        });
        const solved = await at('amina', guild).command('/challenge solve', {
          challenge: numberIn(textOf(asked.message).replaceAll('**', '')),
          solution: `Close the pool of ${guild}.`,
        });
        expect(solved.outcome, tell(solved)).toBe('message');
        const solution = await at('kofi', guild).waitFor((message) =>
          textOf(message).includes('Close the pool'),
        );
        const accepted = await at('kofi', guild).click(solution, 'Accept');
        expect(textOf(accepted.message), tell(accepted)).toContain('is solved');
      }),
    );
    // Each guild counts for itself, and nothing came twice.
    expect(
      await bot.database.query(
        'SELECT guild_id::text, count(*)::integer, max(number) FROM entries GROUP BY guild_id ORDER BY guild_id',
      ),
    ).toEqual(guilds.map(({ id }) => ({ guild_id: id, count: 3, max: 3 })));
  });

  it('answer only for the guilds of their own shard', async () => {
    for (const [shard, process] of [bot, second].entries()) {
      const metrics = await metricsOf(process);
      expect(metrics).toMatch(new RegExp(`^nexus_shard_owner\\{shard="${shard}"\\} 1$`, 'm'));
      expect(metrics).toMatch(/^nexus_guilds 2$/m);
      expect(metrics).toMatch(/^nexus_interactions_total\{name="\/share",result="answered"\} 2$/m);
    }
  });

  it('post the digest of every guild once, whichever of them does it', async () => {
    const schedule = { day: 'monday', time: '9am', timezone: 'Africa/Nairobi' };
    for (const { name } of guilds) {
      const answer = await at('owner', name, 'moderators').command('/admin digest schedule', schedule);
      expect(textOf(answer.message), tell(answer)).toContain('Monday at 09:00');
    }
    const [row] = await bot.database.query<{ due: Date }>('SELECT max(digest_due_at) AS due FROM guilds');
    await bot.sandbox.client.setClock((row?.due.getTime() ?? 0) - Date.now());
    const sent = () =>
      bot.database.query(`SELECT guild_id::text FROM digests WHERE state = 'sent' ORDER BY guild_id`);
    await expect.poll(sent, { timeout: 15_000 }).toEqual(guilds.map(({ id }) => ({ guild_id: id })));
    for (const { name } of guilds) {
      const posts = (await at('amina', name).read('prodevprojectnexus', { limit: 100 })).filter((message) =>
        textOf(message).includes('Your cohort’s week'),
      );
      expect(posts).toHaveLength(1);
      expect(textOf(posts[0])).toContain(`Indexes of ${name}`);
    }
  });

  it('leave a shard to nobody else when its process is gone', async () => {
    const share = (guild: string) =>
      at('amina', guild).command('/share', { kind: 'concept', title: `After ${guild}`, body: 'x' });
    await second.stop('SIGKILL');
    const [other, unanswered] = await Promise.all([share('Cohort 0'), share('Cohort 1')]);
    expect(textOf(other.message), tell(other)).toContain('After Cohort 0');
    expect(unanswered.message, tell(unanswered)).toBeUndefined();
    expect(await bot.database.query("SELECT title FROM entries WHERE title LIKE 'After %'")).toEqual([
      { title: 'After Cohort 0' },
    ]);
  });
});
