/**
 * Everything that members can do, in a guild of another shard, whose channels, roles and members are asked of Discord:
 * each request that it takes, refused with each of Discord's codes. And direct messages, and the commands' registration.
 */
import { RESTJSONErrorCodes as Code, DiscordAPIError } from 'discord.js';
import { beforeEach, describe, expect, it } from 'vitest';
import help from '../../src/commands/help.js';
import { kindOfCode } from '../../src/discord/errors.js';
import { definitionsOf, keepRegistered } from '../../src/discord/register.js';
import { enqueue } from '../../src/outbox/enqueue.js';
import { leaves } from '../support/stage/command-tree.js';
import { rawCommand, rawControl, somebodyAs } from '../support/stage/play-row.js';
import type { Loose } from '../support/stage/rest.js';
import {
  type ActorName,
  type CommandRow,
  commandRows,
  controlRows,
  type Row,
} from '../support/stage/rights.js';
import { makeScene, type Scene, solverId } from '../support/stage/scene.js';
import { useStage } from '../support/stage/stage.js';

const stage = useStage(3);

/** All codes that mean something particular, and some that don't. */
const codes = [
  ...Object.values(Code).filter((code): code is Code => typeof code === 'number' && !!kindOfCode(code)),
  Code.InvalidFormBodyOrContentType,
  Code.APIResourceOverloaded,
];
const apology = /Sorry, (something|I )/;

/** A request without the ids in it: `GET /guilds/*` `/roles`. */
const callOf = ({ method, path }: { method: string; path: string }) =>
  `${method} ${path.replace(/\d{15,}/g, '*')}`;
function refuse(call: string, code: number): void {
  stage.rest.refusing = (method, path) =>
    callOf({ method, path }) === call ? { code, message: Code[code] ?? 'Refused' } : undefined;
}

beforeEach(() => {
  stage.errors.length = 0;
  stage.rest.refusing = undefined;
  stage.rest.complaints.length = 0;
});

interface Use {
  name: string;
  raw(scene: Scene): Loose;
}
const actorOf = ({ may }: Row): ActorName =>
  may === 'moderators'
    ? 'a member with Manage Server'
    : may === 'everyone'
      ? 'another learner'
      : 'the author';
const cast = (row: Row, scene: Scene) => somebodyAs(actorOf(row), scene, scene.roles.helper);
const uses: Use[] = [
  ...leaves.map((leaf) => {
    const row = commandRows[leaf.path] as CommandRow;
    return {
      name: leaf.path,
      raw: (scene: Scene) => rawCommand(stage, leaf, row, { scene, somebody: cast(row, scene) }),
    };
  }),
  ...(Object.keys(controlRows) as (keyof typeof controlRows)[]).map((name) => ({
    name,
    raw: (scene: Scene) => rawControl(stage, name, { scene, somebody: cast(controlRows[name], scene) }),
  })),
];

/** What members made or decided in the guild, as one value. */
async function doneIn({ id }: Scene): Promise<unknown> {
  const tables = [
    'entries',
    'helpful_votes',
    'saves',
    'follows',
    'projects',
    'sessions',
    'queue_items',
    'profiles',
  ];
  return stage.database.query(
    tables
      .map(
        (table) =>
          `SELECT '${table}', md5(string_agg(t::text, ',' ORDER BY t::text)) FROM ${table} t WHERE guild_id = ${id}`,
      )
      .join(' UNION ALL '),
  );
}

describe('a direct message', () => {
  const asking = 'GET /guilds/*/members/*';
  const opening = 'POST /users/@me/channels';
  const posting = 'POST /channels/*/messages';
  const cases = [asking, opening, posting].flatMap((call) =>
    codes.map((code) => [call, Code[code], code] as const),
  );
  let scene: Scene | undefined;
  const arrived = (from: number) =>
    stage.rest.sent
      .slice(from)
      .filter(
        ({ method, path, status }) => method === 'POST' && status < 300 && stage.rest.isDirectMessage(path),
      ).length;

  it.each(cases)(
    'with %s refused with %s arrives later, once, or ends with its reason',
    async (...[call, , code]) => {
      scene ??= await makeScene(stage);
      const { id, periodEnd } = scene;
      await stage.database.query('DELETE FROM outbox_messages');
      await stage.database.query('DELETE FROM digest_subscriptions');
      await stage.database.query(
        'INSERT INTO digest_subscriptions (guild_id, user_id, subscribed_at) VALUES ($1, $2, $3)',
        [id, solverId, stage.now],
      );
      const end = periodEnd.toISOString();
      await enqueue(stage.dataSource.manager, {
        guildId: id,
        topic: 'digest-mail',
        key: `${end} ${solverId}`,
        memberId: solverId,
        payload: { end },
        at: stage.now,
      });
      const owed = () =>
        stage.database.query<{ reason: string | null; isLater: boolean }>(
          'SELECT reason, due_at > $1 AS "isLater" FROM outbox_messages WHERE topic = $2',
          [stage.now, 'digest-mail'],
        );
      const subscribed = async () =>
        (
          await stage.database.query<{ isClosed: boolean }>(
            'SELECT closed_at IS NOT NULL AS "isClosed" FROM digest_subscriptions WHERE guild_id = $1',
            [id],
          )
        ).map(({ isClosed }) => (isClosed ? 'closed' : 'open'));
      const from = stage.rest.sent.length;
      refuse(call, code);
      await stage.services.outbox.deliverDue();
      stage.rest.refusing = undefined;
      // Only a request that Discord calls malformed is the bot's own mistake.
      const isOwnMistake = call === asking && code === Code.InvalidFormBodyOrContentType;
      expect(stage.errors.map(({ msg }) => msg)).toEqual(
        isOwnMistake ? ['a message could not be delivered'] : [],
      );
      expect(arrived(from)).toBe(0);
      const kind = kindOfCode(code);
      const isGone = kind === 'member-gone';
      const isClosed = kind === 'messages-closed' && call !== asking;
      if (isGone || isClosed) {
        expect(await owed()).toEqual([]);
        // The member reads why with their next answer; a member who is gone no longer gets the digest.
        expect(await subscribed()).toEqual(isGone ? [] : ['closed']);
        return;
      }
      const reason = isOwnMistake ? 'fault' : call === asking ? 'refused' : expect.any(String);
      expect(await owed()).toEqual([{ reason, isLater: true }]);
      expect(await subscribed()).toEqual(['open']);
      stage.now = new Date(stage.now.getTime() + 5 * 60_000);
      await stage.services.outbox.deliverDue();
      expect(await owed()).toEqual([]);
      expect(arrived(from)).toBe(1);
    },
  );
});

describe('the registration of commands', () => {
  it.each(
    (['get', 'put'] as const).flatMap((method) => codes.map((code) => [method, Code[code], code] as const)),
  )('with %s refused with %s is pending, and done once Discord takes it', async (...[method, , code]) => {
    let refusals = 2;
    const answer = <Value>(asked: 'get' | 'put', value: Value): Value => {
      if (asked !== method || refusals === 0) return value;
      refusals -= 1;
      const said = { code, message: Code[code] ?? '' };
      throw new DiscordAPIError(said, code, 403, asked.toUpperCase(), '', {});
    };
    const registered: unknown[] = [];
    const waits: number[] = [];
    const registering = keepRegistered(
      {
        rest: {
          get: async () => answer('get', []),
          put: async (_route, options) => {
            registered.push(answer('put', options?.body));
            return [];
          },
        },
        applicationId: '1200000000000000009',
        commands: [help],
        log: { info: () => undefined, warn: () => undefined },
        signal: new AbortController().signal,
      },
      async (ms) => void waits.push(ms),
    );
    expect(await registering.first).toBe('pending');
    await expect.poll(() => registered).toEqual([definitionsOf([help])]);
    // Growing pauses, and an end of them: a refusal costs no more than that.
    expect(waits).toEqual([5_000, 10_000]);
  });
});

describe('what members do', () => {
  it('is answered in a sentence whatever request is refused, and is never done and told as failed', {
    timeout: 300_000,
  }, async () => {
    stage.files.set(
      'README.md',
      '# Project Nexus\n\n## Technologies\n\n- **PostgreSQL**: indexes and plans\n',
    );
    const usesOf = new Map<string, Use[]>();
    for (const use of uses) {
      const { sent } = await stage.play(use.raw(await makeScene(stage, { isCached: false })));
      const calls = sent.filter(({ interactionId }) => !interactionId).map(callOf);
      for (const call of new Set(calls)) usesOf.set(call, [...(usesOf.get(call) ?? []), use]);
    }
    const problems: string[] = [];
    let played = 0;
    for (const [call, asking] of usesOf) {
      // Every code on every call, and every use of a call at least once.
      for (let turn = 0; turn < Math.max(codes.length, asking.length); turn += 1) {
        const use = asking[turn % asking.length] as Use;
        const code = codes[turn % codes.length] as number;
        const scene = await makeScene(stage, { isCached: false });
        const before = await doneIn(scene);
        refuse(call, code);
        const { result, sent } = await stage.play(use.raw(scene));
        stage.rest.refusing = undefined;
        played += 1;
        const told = sent.filter(({ interactionId, status }) => interactionId && status < 300);
        const text = JSON.stringify(told.map(({ body }) => body ?? {}));
        const say = (problem: string) =>
          problems.push(`${use.name}, ${call} refused with ${Code[code]} (${kindOfCode(code)}): ${problem}`);
        if (result === undefined) say('not answered');
        if (told.length === 0) say('the member reads nothing');
        if (text.includes(Code[code] ?? '') || /DiscordAPIError/.test(text))
          say(`an error is shown: ${text}`);
        if (apology.test(text) && JSON.stringify(await doneIn(scene)) !== JSON.stringify(before))
          say('it is done, and told as failed');
        // A guild that the bot can't see has no channel for cards: they stay where the command was used.
        const isUnseen = ['channel-gone', 'no-access', 'no-permission'].includes(kindOfCode(code) ?? '');
        if (isUnseen && call === 'GET /guilds/*/channels' && apology.test(text)) say('an apology');
        stage.errors.length = 0;
      }
    }
    console.log(`${played} refusals of ${usesOf.size} calls: ${[...usesOf.keys()].join(', ')}`);
    expect(problems).toEqual([]);
    expect(usesOf.size).toBeGreaterThan(10);
  });
});
