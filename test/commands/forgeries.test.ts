/** Forged requests: custom ids that are not ours, ids of another guild, direct messages, members Discord would never send. */
import { beforeAll, describe, expect, it } from 'vitest';
import { routes } from '../../src/components/routes.js';
import { features } from '../../src/features.js';
import { type Leaf, leaves } from '../support/stage/command-tree.js';
import { rawCommand, rawControl, somebodyAs } from '../support/stage/play-row.js';
import {
  type ActorName,
  actors,
  type CommandRow,
  type ControlRow,
  commandRows,
  controlRows,
} from '../support/stage/rights.js';
import { makeScene, type Scene } from '../support/stage/scene.js';
import { useStage } from '../support/stage/stage.js';

const { components } = features;

const stage = useStage();

/** The guild whose moderator role the moderator of another guild has. */
let other: Scene;
beforeAll(async () => {
  other = await makeScene(stage);
});

const cast = (scene: Scene, name: ActorName) => somebodyAs(name, scene, other.roles.moderator);

/** What no version of ours ever created, or what belongs to another control. */
const spoilt: Record<string, (id: string) => string> = {
  'of another version': (id) => id.replace(/^n\d+/, 'n0'),
  'of a version to come': (id) => id.replace(/^n\d+/, 'n99'),
  'with something after it': (id) => `${id}:1`,
  'with a line after it': (id) => `${id}\n`,
  'with a space before it': (id) => ` ${id}`,
  'in capitals': (id) => id.toUpperCase(),
  'of no route': (id) => id.replace(/^(n\d+):[^:]*/, '$1:nowhere'),
  'of an object’s own': (id) => id.replace(/^(n\d+):[^:]*/, '$1:constructor'),
  empty: () => '',
  'too long': (id) => `${id}${':9'.repeat(60)}`,
  'without its values': (id) =>
    `${id.split(':').slice(0, 2).join(':')}${id.split(':').length > 2 ? '' : ':'}`,
};
/** For ids with values: the first value corrupted. */
const spoiltValues = [
  '',
  '0',
  '-1',
  '1e3',
  '2147483648',
  '٣',
  '１',
  '1;DROP TABLE entries',
  '../1',
  '\u0000',
  'NaN',
  '1:1',
];

describe('custom ids that are not ours', () => {
  it.each(Object.keys(controlRows) as (keyof typeof controlRows)[])('%s', async (control) => {
    const place = await makeScene(stage);
    const somebody = cast(place, 'owner');
    const row: ControlRow = controlRows[control];
    const id = (routes[control].id as (params: unknown) => string)(row.params(place));
    const [version, name, first, ...others] = id.split(':');
    const forged = [
      ...Object.values(spoilt).map((spoil) => spoil(id)),
      ...(first === undefined
        ? []
        : spoiltValues.map((value) => [version, name, value, ...others].join(':'))),
    ];
    const results: [string, string | undefined][] = [];
    for (const customId of forged) {
      const parsed = routes[control].parse(customId);
      // If a value may be anything of its kind, the result is a valid id.
      if (parsed !== undefined) continue;
      const played = await stage.play(rawControl(stage, control, { scene: place, somebody, customId }));
      results.push([customId, played.result]);
    }
    expect(results.filter(([, result]) => result !== 'control-gone')).toEqual([]);
    expect(results.length).toBeGreaterThanOrEqual(8);
    expect(stage.errors.splice(0)).toEqual([]);
  });
});

/** All rows of a guild: nothing done in another guild may change them. */
const rowsOf = async (guildId: string) => {
  const tables = await stage.database.query<{ name: string }>(
    `SELECT table_name AS name FROM information_schema.columns
      WHERE table_schema = 'public' AND column_name = 'guild_id' ORDER BY 1`,
  );
  const rows: Record<string, unknown> = {};
  for (const { name } of tables) {
    const found = await stage.database.query(
      `SELECT to_jsonb(t) - 'seen_at' AS row FROM ${name} t WHERE guild_id = $1`,
      [guildId],
    );
    rows[name] = found.map(({ row }) => JSON.stringify(row)).sort();
  }
  rows['guilds'] = await stage.database.query('SELECT * FROM guilds WHERE id = $1', [guildId]);
  return rows;
};

describe('ids of another guild', () => {
  it.each(Object.keys(controlRows) as (keyof typeof controlRows)[])(
    '%s reaches nothing there',
    async (control) => {
      const theirs = await makeScene(stage);
      // The guild is empty, and the person who presses manages it.
      const here = stage.addGuild(actors.owner.id);
      await stage.database.query(
        `INSERT INTO guilds (id, created_at, set_up_at) VALUES ($1, '2026-03-01T00:00Z', '2026-03-01T00:00Z')`,
        [here.id],
      );
      const where = { guildId: here.id, channelId: here.channels.prodevprojectnexus };
      const before = await rowsOf(theirs.id);
      for (const name of ['owner', 'the author'] as const) {
        const raw = rawControl(stage, control, { scene: theirs, somebody: cast(theirs, name), where });
        const { sent } = await stage.play(raw);
        const shown = JSON.stringify(sent.map(({ body }) => body));
        expect(shown).not.toContain('about indexes');
        expect(shown).not.toContain('A draft');
        expect(shown).not.toContain('From a README');
      }
      expect(await rowsOf(theirs.id)).toEqual(before);
      expect(stage.errors.splice(0)).toEqual([]);
    },
  );
});

describe('direct messages', () => {
  it.each(leaves.map((leaf) => [leaf.path, leaf] as const))('/%s does nothing', async (path, leaf) => {
    const place = await makeScene(stage);
    const where = { channelId: stage.newId() };
    const row = commandRows[path] as CommandRow;
    const played = await stage.play(
      rawCommand(stage, leaf, row, { scene: place, somebody: cast(place, 'owner'), where }),
    );
    expect(played.result).toBe('guild-only');
  });

  it.each(Object.keys(controlRows) as (keyof typeof controlRows)[])('%s gives no rights', async (control) => {
    const place = await makeScene(stage);
    const before = await rowsOf(place.id);
    const row: ControlRow = controlRows[control];
    const isForDirectMessages = components.some(({ route, guildOf }) => route === routes[control] && guildOf);
    // Discord does not send a member's permissions in a direct message, so nobody is a moderator there.
    for (const name of [
      'owner',
      'a member with the moderator role',
      'a moderator of another guild',
    ] as const) {
      const where = { channelId: stage.newId() };
      const played = await stage.play(
        rawControl(stage, control, { scene: place, somebody: cast(place, name), where }),
      );
      if (!isForDirectMessages) expect(played.result).toBe('guild-only');
      else
        expect(played.result).toBe(
          row.may === 'everyone'
            ? (row.result ?? 'answered')
            : row.may === 'moderators'
              ? 'moderators-only'
              : row.refused,
        );
    }
    expect(await rowsOf(place.id)).toEqual(before);
  });
});

describe('members as Discord would never send them', () => {
  const learner = { id: '800000000000000077', name: 'Eve', permissions: '0', roles: [] as string[] };
  const settings = leaves.find(({ path }) => path === 'admin settings') as Leaf;

  /** In the guild of the scene, with these details of the member. */
  async function as(
    member: object | ((place: Scene) => object),
    isCached = true,
  ): Promise<string | undefined> {
    const place = await makeScene(stage, { isCached });
    const raw = rawCommand(stage, settings, { may: 'moderators' }, { scene: place, somebody: learner });
    const told = typeof member === 'function' ? member(place) : member;
    const played = await stage.play({ ...raw, member: { ...raw.member, ...told } });
    return played.result;
  }

  it.each([
    ['no permissions', { permissions: '0' }],
    ['everything but Manage Server', { permissions: String(((1n << 53n) - 1n) & ~32n & ~8n) }],
    ['the permissions of the role’s number', { permissions: '8192' }],
    ['a role by its name', { roles: ['moderator'] }],
  ])('%s is a learner', async (_name, member) => {
    expect(await as(member)).toBe('moderators-only');
    expect(await as(member, false)).toBe('moderators-only');
  });

  it('have no rights from a role of another guild, here and in guilds of other shards', async () => {
    expect(await as({ roles: [other.roles.moderator, other.id] })).toBe('moderators-only');
    expect(await as({ roles: [other.roles.moderator, other.id] }, false)).toBe('moderators-only');
  });

  it('have rights only from the role that is set, here and in guilds of other shards', async () => {
    const withRole = (place: Scene) => ({ roles: [place.roles.moderator] });
    expect(await as(withRole)).toBe('answered');
    expect(await as(withRole, false)).toBe('answered');
    expect(await as((place: Scene) => ({ roles: [place.roles.helper] }))).toBe('moderators-only');
  });

  it('who manage the server are moderators whatever their roles', async () => {
    expect(await as({ permissions: '32' }, false)).toBe('answered');
    expect(await as({ permissions: '8' })).toBe('answered');
  });

  it('are required: an interaction without a member has no rights', async () => {
    const place = await makeScene(stage);
    const raw = rawCommand(stage, settings, { may: 'moderators' }, { scene: place, somebody: learner });
    const { member, ...rest } = raw;
    const played = await stage.play({ ...rest, user: member.user });
    expect(played.result).toBe('moderators-only');
  });
});
