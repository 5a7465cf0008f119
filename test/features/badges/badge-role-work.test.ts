/** Giving and taking roles for badges when Discord refuses, processes die, and facts change meanwhile. */
import { beforeEach, describe, expect, it } from 'vitest';
import type { RoleChange, RoleProblem } from '../../../src/features/badges/badge-role-model.js';
import { BadgeRoleStore } from '../../../src/features/badges/badge-role-store.js';
import { BadgeRoleWork } from '../../../src/features/badges/badge-role-work.js';
import { ForgetStore } from '../../../src/features/rights/forget-store.js';
import { useDataSource } from '../../support/data-source.js';
import { makeEntry } from '../../support/digest.js';

const { dataSource } = useDataSource();

const [amina, kofi] = ['200000000000000001', '200000000000000002'];
const role = '300000000000000001';
const minute = 60_000;
const day = 1_440 * minute;
let guilds = 0;
let guildId: string;
let now: Date;
let number: number;
/** Who has the role at Discord. */
let holders: Set<string>;
let requests: string[];
let problem: RoleProblem | undefined;
/** What Discord answers in place of doing it. */
let answer: Exclude<RoleChange, 'done'> | undefined;
/** Runs while Discord is at it. */
let meanwhile: (() => Promise<unknown>) | undefined;

const sql = (text: string, ...values: unknown[]) => dataSource().query(text, [guildId, ...values]);
const store = () => new BadgeRoleStore(dataSource());
const change = async (what: string, guild: string, act: () => void): Promise<RoleChange> => {
  // What tests before left in their guilds is none of this one's.
  if (guild !== guildId) return 'failed';
  requests.push(what);
  await meanwhile?.();
  if (answer) return answer;
  act();
  return 'done';
};
const work = () =>
  new BadgeRoleWork({
    store: store(),
    roles: { problem: async () => problem },
    members: {
      has: async (guild, userId) => {
        if (guild !== guildId) return 'failed';
        requests.push('has');
        return answer ?? holders.has(userId);
      },
      give: (guild, userId) => change('give', guild, () => holders.add(userId)),
      take: (guild, userId) => change('take', guild, () => holders.delete(userId)),
    },
    clock: () => now,
    log: { warn: () => undefined },
  });
async function run(after = minute): Promise<string[]> {
  now = new Date(now.getTime() + after);
  requests = [];
  await work().run();
  return requests;
}
const choice = () => ({ guildId, actorId: '9', at: now });
const share = async (author = amina) => {
  number += 1;
  await makeEntry(dataSource(), { guildId, number, at: now.toISOString(), author });
  return number;
};
const remove = (entry: number) =>
  sql(
    'UPDATE entries SET deleted_at = created_at, deleted_by = author_id WHERE guild_id = $1 AND number = $2',
    entry,
  );
const restore = (entry: number) =>
  sql('UPDATE entries SET deleted_at = NULL, deleted_by = NULL WHERE guild_id = $1 AND number = $2', entry);
const rows = () => sql('SELECT * FROM given_roles WHERE guild_id = $1 ORDER BY user_id');

beforeEach(async () => {
  guildId = String(720_000_000_000_000_000n + BigInt((guilds += 1)));
  now = new Date('2026-03-04T10:00:00Z');
  number = 0;
  holders = new Set();
  requests = [];
  problem = answer = meanwhile = undefined;
  await share(kofi);
  await remove(1);
  await store().tie(choice(), 'first-share', role);
});

it('asks Discord once for each role, and not again while nothing changes', async () => {
  await share();
  expect(await run()).toEqual(['has', 'give']);
  expect(await run()).toEqual([]);
  expect([...holders]).toEqual([amina]);
});

it('gives a role that two processes find at the same moment once', async () => {
  await share();
  now = new Date(now.getTime() + minute);
  await Promise.all([work().run(), work().run(), work().run()]);
  expect(requests.filter((one) => one === 'give')).toHaveLength(1);
});

it('takes a role that was given just before the process was killed', async () => {
  const entry = await share();
  meanwhile = () => {
    holders.add(amina);
    throw new Error('killed');
  };
  await expect(run()).rejects.toThrow('killed');
  meanwhile = undefined;
  await remove(entry);
  // The lease of the killed process ends first.
  expect(await run(6 * minute)).toEqual(['take']);
  expect([...holders]).toEqual([]);
  expect(await rows()).toEqual([]);
});

it('takes a role whose badge goes while it is given, and gives one whose badge comes back while it is taken', async () => {
  const entry = await share();
  meanwhile = async () => {
    await remove(entry);
    await store().compare(guildId, now);
  };
  expect(await run()).toEqual(['has', 'give']);
  meanwhile = undefined;
  expect(await run()).toEqual(['take']);
  await restore(entry);
  await run();
  await remove(entry);
  meanwhile = async () => {
    await restore(entry);
    await store().compare(guildId, now);
  };
  expect(await run()).toEqual(['take']);
  meanwhile = undefined;
  expect(await run()).toEqual(['give']);
  expect([...holders]).toEqual([amina]);
});

describe('what Discord refuses', () => {
  it('is tried again, later each time, and given up after four days', async () => {
    await share();
    answer = 'failed';
    expect(await run()).toEqual(['has']);
    let tries = 0;
    for (let passed = 0; passed < 6 * day; passed += 30 * minute) tries += (await run(30 * minute)).length;
    expect(tries).toBeGreaterThan(15);
    expect(tries).toBeLessThan(35);
    expect(await store().owed(guildId)).toEqual([{ roleId: role, refused: 1 }]);
    expect(await run(day)).toEqual([]);
    // Choosing the role again tries again.
    answer = undefined;
    await store().tie(choice(), 'first-share', role);
    expect(await run()).toEqual(['has', 'give']);
    expect(await store().owed(guildId)).toEqual([]);
  });

  it('of a member who left counts them as gone, and gives nothing until they are back', async () => {
    await share();
    answer = 'member-gone';
    await run();
    expect(await rows()).toEqual([]);
    expect(await run()).toEqual([]);
    answer = undefined;
    await sql('UPDATE members SET left_at = NULL WHERE guild_id = $1');
    expect(await run()).toEqual(['has', 'give']);
  });

  it('of a deleted role is forgotten where it was to be taken, and waits where it was to be given', async () => {
    const entry = await share();
    await run();
    await remove(entry);
    answer = 'role-gone';
    expect(await run()).toEqual(['take']);
    expect(await rows()).toEqual([]);
    await restore(entry);
    expect(await run()).toEqual(['has']);
    expect(await run()).toEqual([]);
  });
});

describe('a role that something is wrong with', () => {
  it('brings no request, and is given when it is right again', async () => {
    await share();
    problem = 'above-me';
    expect(await run()).toEqual([]);
    expect(await run(10 * day)).toEqual([]);
    problem = undefined;
    expect(await run(11 * minute)).toEqual(['has', 'give']);
  });

  it('is taken all the same when only its powers are wrong', async () => {
    const entry = await share();
    await run();
    await remove(entry);
    problem = 'powerful';
    expect(await run()).toEqual(['take']);
  });

  it.each(['wrong', 'refused'])('keeps nothing of an erased member after four days (%s)', async (how) => {
    await share();
    await run();
    if (how === 'wrong') problem = 'no-permission';
    else answer = 'failed';
    const erased = { guildId, memberId: amina, entries: 'removed', moderatorId: null, at: now } as const;
    await new ForgetStore(dataSource()).erase({ ...erased, hash: Buffer.alloc(32) });
    expect(await rows()).toMatchObject([{ user_id: amina, is_earned: false }]);
    await run(3 * day);
    expect(await rows()).toHaveLength(1);
    await run(day);
    await run(day);
    expect(await rows()).toEqual([]);
  });
});

it('forgets what was never given when a member is erased', async () => {
  await share();
  holders.add(amina);
  await run();
  expect(await rows()).toMatchObject([{ outcome: 'had' }]);
  const erased = { guildId, memberId: amina, entries: 'kept', moderatorId: null, at: now } as const;
  await new ForgetStore(dataSource()).erase({ ...erased, hash: Buffer.alloc(32) });
  expect(await rows()).toEqual([]);
});

it('gives nothing that was untied before it was given', async () => {
  await share();
  problem = 'no-permission';
  await run();
  await store().untie(choice(), 'first-share');
  problem = undefined;
  expect(await run(11 * minute)).toEqual([]);
  expect(await rows()).toEqual([]);
});

it('rests while the bot is not in the server', async () => {
  await share();
  await sql('UPDATE guilds SET left_at = now() WHERE id = $1');
  expect(await run()).toEqual([]);
});
