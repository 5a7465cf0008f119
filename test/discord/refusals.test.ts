/** Every kind of refusal of Discord's, on every call of the bot's: nothing crashes, and everybody hears what is true. */
import { RESTJSONErrorCodes as Code } from 'discord.js';
import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { routes } from '../../src/components/routes.js';
import { kindOfCode } from '../../src/discord/errors.js';
import { leaves, usedWith } from '../support/stage/command-tree.js';
import { commandUsed } from '../support/stage/interactions.js';
import { rawOfKind } from '../support/stage/play-row.js';
import type { Loose, Sent } from '../support/stage/rest.js';
import { type StageGuild, useStage } from '../support/stage/stage.js';

const stage = useStage(3);
const amina = { id: '800000000000000001', name: 'Amina', permissions: '0', roles: [] };
const kofi = { ...amina, id: '800000000000000002', name: 'Kofi' };
/** Manage Server. */
const owner = { ...amina, id: '800000000000000003', name: 'Owner', permissions: '32' };
let guild: StageGuild;

/** All codes that mean something particular, and some that don't. */
const codes = [
  ...Object.values(Code).filter((code): code is Code => typeof code === 'number' && !!kindOfCode(code)),
  Code.InvalidFormBodyOrContentType,
  Code.MaximumNumberOfPinsReachedForTheChannel,
  Code.APIResourceOverloaded,
];
const cases = codes.map((code) => [Code[code], code, kindOfCode(code)] as const);

let number = 0;
const minutes = 60_000;
const places = () => ({
  here: { guildId: guild.id, channelId: guild.channels.prodevprojectnexus },
  elsewhere: { guildId: guild.id, channelId: guild.channels.general },
});
function run(who: typeof amina, path: string, values: Record<string, unknown>, isHere = true): Loose {
  const leaf = leaves.find((one) => one.path === path);
  if (!leaf) throw new Error(`there is no ${path}`);
  const where = isHere ? places().here : places().elsewhere;
  return commandUsed(stage.newId, who, where, usedWith(leaf, values));
}
const share = (isHere = true) => {
  number += 1;
  // Words that no other entry of the file has: the guard looks for duplicates.
  const body = Array.from({ length: 8 }, (_, place) => `word${number}x${place}`).join(' ');
  return run(amina, 'share', { kind: 'concept', title: `Entry number ${number}`, body }, isHere);
};
const press = (who: typeof amina, customId: string) =>
  rawOfKind(stage, 'button', { somebody: who, where: places().here, customId });

/** From now on Discord refuses these requests, `times` of them. */
function refuse(method: string, path: RegExp, code: number, times = Number.POSITIVE_INFINITY): void {
  let left = times;
  stage.rest.refusing = (asked, at) => {
    if (asked !== method || !path.test(at) || left <= 0) return undefined;
    left -= 1;
    return { code, message: Code[code] ?? 'Refused' };
  };
}
const inCohort = () => new RegExp(`^/channels/${guild.channels.prodevprojectnexus}/messages$`);
const kept = async () =>
  (
    await stage.database.query<{ number: number }>('SELECT number FROM entries WHERE title = $1', [
      `Entry number ${number}`,
    ])
  ).map((row) => row.number);
/** What the member reads: of what was taken. */
const textOf = (sent: readonly Sent[]) =>
  JSON.stringify(
    sent.filter(({ status, interactionId }) => status < 300 && interactionId).map(({ body }) => body),
  );
const owed = (topic: string) =>
  stage.database.query<{ reason: string | null; isLater: boolean }>(
    'SELECT reason, due_at > $2 AS "isLater" FROM outbox_messages WHERE topic = $1',
    [topic, stage.now],
  );
const apology = /Sorry, (something|I )/;

beforeAll(async () => {
  guild = stage.addGuild(owner.id);
  for (const { id } of [amina, kofi, owner]) stage.rest.members.add(`${guild.id}:${id}`);
});
beforeEach(() => {
  stage.errors.length = 0;
  stage.rest.refusing = undefined;
  // Nobody is held up by the limits of an hour or a day.
  stage.now = new Date(stage.now.getTime() + 1_441 * minutes);
});

describe('the answer to an interaction', () => {
  it.each(cases)('refused with %s: it is done once, and nobody reads that it failed', async (_name, code) => {
    refuse('POST', /\/callback$/, code, 1);
    const { sent, result } = await stage.play(share());
    expect(await kept()).toHaveLength(1);
    expect(textOf(sent)).not.toMatch(apology);
    expect(['answered', 'not shown', 'too late', 'channel-closed', 'channel-gone']).toContain(result);
  });
});

describe('the card of an entry shared elsewhere', () => {
  it.each(cases)(
    'refused with %s: the entry is stored, the member reads so, and its card is owed',
    async (_, code) => {
      refuse('POST', inCohort(), code);
      const { sent, result } = await stage.play(share(false));
      const [entry] = await kept();
      expect(result).toBe('answered');
      expect(textOf(sent)).toContain(`#${entry}`);
      expect(textOf(sent)).not.toMatch(apology);
      // Once the channel takes messages again, the card comes, once.
      stage.rest.refusing = undefined;
      stage.now = new Date(stage.now.getTime() + 120 * minutes);
      await stage.services.outbox.deliverDue();
      expect(await owed('entry-card')).toEqual([]);
      const cards = await stage.database.query('SELECT FROM cards WHERE entry_number = $1', [entry]);
      expect(cards).toHaveLength(1);
    },
  );
});

describe('the refreshing of a card', () => {
  it.each(cases)('refused with %s: the vote counts, and the member has their answer', async (_name, code) => {
    await stage.play(share());
    const [entry = 0] = await kept();
    refuse('PATCH', /^\/channels\/\d+\/messages\/\d+$/, code);
    const { result, sent } = await stage.play(press(kofi, routes.helpful.id({ number: entry })));
    expect(result).toBe('answered');
    expect(textOf(sent)).not.toMatch(apology);
    expect(
      await stage.database.query('SELECT FROM helpful_votes WHERE entry_number = $1', [entry]),
    ).toHaveLength(1);
    expect(stage.errors).toEqual([]);
  });
});

describe('the thread of a card', () => {
  it.each(cases)('refused with %s: the member reads one sentence', async (_name, code, kind) => {
    await stage.play(share());
    const [entry = 0] = await kept();
    refuse('POST', /\/threads$/, code);
    const { result, sent } = await stage.play(press(kofi, routes.discuss.id({ number: entry })));
    expect(textOf(sent)).not.toBe('[]');
    if (kind === 'thread-exists') expect(result).toBe('answered');
    // What means nothing particular is an incident, with its number; nothing else is.
    if (kind) expect(textOf(sent)).not.toContain(Code[code]);
    expect(result).not.toBeUndefined();
  });
});

describe('a digest', () => {
  it.each(cases)(
    'refused with %s stays owed with its reason, and is tried again later',
    async (_, code, kind) => {
      await stage.play(share());
      await stage.database.query('DELETE FROM outbox_messages');
      await stage.database.query('DELETE FROM digests');
      await stage.database.query(
        `UPDATE guilds SET set_up_at = $2, timezone = 'UTC', digest_due_at = $2::timestamptz - interval '1 minute',
              digest_period_start = $2::timestamptz - interval '7 days', channel_id = $3 WHERE id = $1`,
        [guild.id, stage.now, guild.channels.prodevprojectnexus],
      );
      refuse('POST', inCohort(), code);
      await stage.services.digests.closeDuePeriods();
      await stage.services.outbox.deliverDue();
      const [row] = await owed('digest');
      const reasons: Partial<Record<NonNullable<typeof kind>, string[]>> = {
        'channel-gone': ['channel-gone'],
        'no-access': ['no-access'],
        'no-permission': ['no-permission'],
      };
      expect(row, 'the digest is no longer owed').toBeDefined();
      expect(row?.isLater).toBe(true);
      expect((kind && reasons[kind]) ?? [row?.reason]).toContain(row?.reason);
      expect(row?.reason).not.toBeNull();
      expect(stage.errors).toEqual([]);
    },
  );
});
