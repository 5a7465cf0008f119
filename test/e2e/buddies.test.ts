/** Study buddies through the built bot: a thread for each group, exactly once, whatever dies on the way. */
import { beforeAll, describe, expect, it } from 'vitest';
import { type Message, textOf } from '../../sandbox/client.js';
import { useBot, world } from '../support/bot.js';

const bot = useBot({
  world: {
    ...world,
    guilds: (world.guilds ?? []).map((guild) => ({
      ...guild,
      ...(guild.botPermissions && { botPermissions: [...guild.botPermissions, 'CreatePrivateThreads'] }),
    })),
  },
});
const cohort = '700000000000000001';
const channelId = '720000000000000001';
const day = 86_400_000;
const names = ['amina', 'kofi', 'thabo', 'wanjiru'] as const;

const moderator = () => bot.as('owner', 'moderators');
const travelTo = (at: Date) => bot.sandbox.client.setClock(at.getTime() - Date.now());
/** The bot's jobs run again, a little later: what failed is tried once more. */
const again = async (at: Date) => {
  for (let turn = 1; turn <= 4; turn += 1) await travelTo(new Date(at.getTime() + turn * 5 * 60_000));
};
const dueAt = async () => {
  const [row] = await bot.database.query<{ due: Date }>(
    'SELECT due_at AS due FROM buddy_schedules WHERE guild_id = $1',
    [cohort],
  );
  return row?.due ?? new Date(0);
};
interface GroupRow {
  round_at: Date;
  number: number;
  thread_id: string | null;
  members: string[];
}
const groups = (round?: Date) =>
  bot.database.query<GroupRow>(
    `SELECT g.round_at, g.number, g.thread_id::text, array_agg(m.display_name ORDER BY m.display_name) AS members
       FROM buddy_groups g JOIN buddy_members b USING (guild_id, round_at, number) JOIN members m USING (guild_id, user_id)
      WHERE $1::timestamptz IS NULL OR g.round_at = $1 GROUP BY 1, 2, 3 ORDER BY 1, 2`,
    [round ?? null],
  );
const owed = () =>
  bot.database.query(
    "SELECT topic FROM outbox_messages WHERE topic LIKE 'buddies-%' AND due_at < now() + interval '1 year' AND topic <> 'buddies-question'",
  );
const threadsOf = async (name: string) => {
  const { guilds } = await bot.as(name).places();
  const all = guilds.find(({ id }) => id === cohort)?.channels ?? [];
  return all.filter(({ parentId, name: called }) => parentId === channelId && called.startsWith('Buddies'));
};
const inThread = (name: string, thread: string | null) => bot.as(name).read(thread ?? '', { limit: 50 });
const direct = async (name: string, words: string) =>
  (await bot.as(name).in('dm').read('dm', { limit: 100 })).filter((message) =>
    textOf(message).includes(words),
  );
const lower = (name = '') => name.toLowerCase();

async function until<Value>(read: () => Promise<Value>, holds: (value: Value) => boolean): Promise<Value> {
  const deadline = Date.now() + 40_000;
  for (;;) {
    const value = await read();
    if (holds(value)) return value;
    if (Date.now() > deadline)
      throw new Error(`It did not come about: ${JSON.stringify(value).slice(0, 2_000)}`);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

beforeAll(async () => {
  await moderator().command('/admin setup', { channel: 'prodevprojectnexus' });
  for (const name of names) await bot.as(name).command('/buddies join');
  await bot.database.query(
    `INSERT INTO profiles (guild_id, user_id, track, project_name, edited_at)
     SELECT guild_id, user_id, CASE WHEN display_name IN ('Amina', 'Kofi') THEN 'backend' ELSE 'frontend' END,
            'Project of ' || display_name, now() FROM members WHERE guild_id = $1 AND display_name <> 'Owner'`,
    [cohort],
  );
}, 90_000);

describe('a round', () => {
  it('is scheduled by moderators in the guild’s zone', async () => {
    const { message } = await moderator().command('/admin buddies schedule', {
      day: 'monday',
      time: '10:00',
    });
    expect(textOf(message)).toContain('every **Monday at 10:00** (Africa/Nairobi)');
    const due = await dueAt();
    expect(due.toISOString()).toContain('T07:00:00');
    expect(textOf((await bot.as('amina').command('/buddies status')).message)).toContain(
      'You take part, with 3 others',
    );
  });

  it('opens one private thread for each group and tells it once, although the bot dies when it opened one and again when it posted', async () => {
    const due = await dueAt();
    await bot.sandbox.client.trouble({ kind: 'lost', method: 'POST', route: '/channels/*/threads' });
    await travelTo(due);
    await until(
      () => threadsOf('owner'),
      (threads) => threads.length > 0,
    );
    await bot.stop('SIGKILL');
    await bot.sandbox.client.endTrouble();
    await bot.sandbox.client.trouble({ kind: 'lost', method: 'POST', route: '/channels/*/messages' });
    await bot.start();
    await again(due);
    await until(
      async () =>
        (
          await Promise.all(
            (await groups()).map(async ({ thread_id }) => (thread_id ? inThread('owner', thread_id) : [])),
          )
        ).flat(),
      (messages) => messages.length > 0,
    );
    await bot.stop('SIGKILL');
    await bot.sandbox.client.endTrouble();
    await bot.start();
    await again(new Date(due.getTime() + 3_600_000));
    await until(owed, (rows) => rows.length === 0);

    expect(await threadsOf('owner')).toHaveLength(2);
    const made = await groups();
    expect(made).toHaveLength(2);
    for (const { members, thread_id } of made) {
      expect(members.filter((name) => ['Amina', 'Kofi'].includes(name))).toHaveLength(1);
      const [one, other] = members;
      for (const name of [lower(one), lower(other)]) {
        const messages = await inThread(name, thread_id);
        expect(messages.map(textOf)).toEqual([expect.stringContaining('Meet your study buddy')]);
        expect(textOf(messages[0])).toContain(`Project of ${one}`);
        expect((await threadsOf(name)).map(({ id }) => id)).toEqual([thread_id]);
      }
    }
  }, 180_000);

  it('lets the group answer, and gives nobody’s contact away before both agreed', async () => {
    const [group] = await groups();
    const [one = '', other = ''] = group?.members.map(lower) ?? [];
    const [message] = await inThread(one, group?.thread_id ?? '');
    const in_ = (name: string) => bot.as(name).in(group?.thread_id ?? '');
    expect(textOf((await in_(one).click(message as Message, 'Swap contact?')).message)).toContain(
      'Until then nobody',
    );
    expect(await direct(one, 'stay in touch')).toEqual([]);
    expect(textOf((await in_(other).click(message as Message, 'Swap contact?')).message)).toContain(
      'stay in touch',
    );
    await until(
      () => direct(one, 'stay in touch'),
      (found) => found.length === 1,
    );
    expect(textOf((await in_(one).click(message as Message, 'We met')).message)).toContain('Great');
    // Somebody else, such as a moderator who can see every thread, isn't in the group.
    expect(textOf((await in_('owner').click(message as Message, 'We met')).message)).toContain(
      'Only the members of this group',
    );
  });

  it('asks once, four days later, whether they met', async () => {
    const [round] = await groups();
    const asked = new Date((round?.round_at.getTime() ?? 0) + 4 * day + 3 * 3_600_000);
    await travelTo(asked);
    const questions = async () =>
      (
        await Promise.all(
          (
            await groups()
          ).map(async ({ members, thread_id }) =>
            (
              await inThread(lower(members[0]), thread_id)
            ).filter((message) => textOf(message).includes('Did you meet?')),
          ),
        )
      ).flat();
    await until(questions, (found) => found.length === 2);
    await bot.stop('SIGKILL');
    await bot.start();
    await again(asked);
    expect(await questions()).toHaveLength(2);
  }, 90_000);

  it('brings somebody new together the week after, and leaves out who skips', async () => {
    const before = (await groups()).map(({ members }) => members.join());
    const due = await dueAt();
    await travelTo(due);
    await until(
      () => groups(due),
      (made) => made.length === 2,
    );
    await until(owed, (rows) => rows.length === 0);
    const now = (await groups(due)).map(({ members }) => members.join());
    for (const pair of now) expect(before).not.toContain(pair);
    const run = await moderator().command('/admin buddies run');
    expect(textOf(run.message)).toContain('didn’t make another one');
  }, 60_000);

  it('tells who is left when their buddy leaves between matching and posting', async () => {
    const due = await dueAt();
    await bot.as('thabo').command('/buddies skip');
    await bot.as('wanjiru').command('/buddies skip');
    await bot.sandbox.client.trouble({
      kind: 'error',
      status: 500,
      method: 'POST',
      route: '/channels/*/threads',
    });
    await travelTo(due);
    await until(
      () => groups(due),
      (made) => made.length === 1,
    );
    await bot.as('kofi').command('/buddies leave');
    await bot.stop('SIGKILL');
    await bot.sandbox.client.endTrouble();
    await bot.start();
    await again(new Date(due.getTime() + 3_600_000));
    await until(
      () => direct('amina', 'can’t take part after all'),
      (found) => found.length === 1,
    );
    expect(await direct('kofi', 'No study buddy')).toEqual([]);
  }, 120_000);

  it('goes by direct message where no private thread can be opened', async () => {
    await bot.as('kofi').command('/buddies join');
    await bot.as('thabo').command('/buddies leave');
    await bot.as('wanjiru').command('/buddies leave');
    await bot.sandbox.client.closeChannel('Cohort', 'prodevprojectnexus', ['CREATE_PRIVATE_THREADS']);
    const due = await dueAt();
    await travelTo(due);
    for (const name of ['amina', 'kofi']) {
      const [message] = await until(
        () => direct(name, 'Meet your study buddy'),
        (found) => found.length === 1,
      );
      const skipped = await bot
        .as(name)
        .in('dm')
        .click(message as Message, 'Skip next week');
      expect(textOf(skipped.message)).toContain('next round goes without you');
    }
    expect(textOf((await bot.as('amina').command('/buddies status')).message)).toContain(
      'next round goes without you',
    );
  }, 60_000);
});
