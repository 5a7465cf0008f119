/** Twenty interactions at the same time: members who are erased or muted while they keep sharing. */
import { expect, it } from 'vitest';
import { brokenInvariants } from '../support/fuzz/invariants.js';
import { type Leaf, leaves } from '../support/stage/command-tree.js';
import { rawCommand, rawControl, somebodyAs } from '../support/stage/play-row.js';
import type { Loose } from '../support/stage/rest.js';
import { type CommandRow, commandRows, type controlRows } from '../support/stage/rights.js';
import { authorId, makeScene, type Scene, solverId } from '../support/stage/scene.js';
import { useStage } from '../support/stage/stage.js';

const stage = useStage(20);

type Who = Parameters<typeof somebodyAs>[0];

function command(scene: Scene, who: Who, path: string, values?: CommandRow['values']): Loose {
  const leaf = leaves.find((one) => one.path === path) as Leaf;
  const row = { ...(commandRows[path] as CommandRow), ...(values && { values }) };
  return rawCommand(stage, leaf, row, { scene, somebody: somebodyAs(who, scene, '1') });
}

const subjects = [
  'indexes',
  'closures',
  'containers',
  'mutexes',
  'sockets',
  'tries',
  'proxies',
  'cursors',
  'pipes',
  'hooks',
];

/** A different text each time: duplicates are refused. */
const something =
  (index: number): CommandRow['values'] =>
  () => {
    const subject = `${subjects[index % 10]} and ${subjects[(index * 3 + 1 + Math.floor(index / 10)) % 10]}`;
    return {
      kind: 'concept',
      title: `Of ${subject}`,
      body: `${index} things about ${subject}: ${'abcdefghij'[index % 10]?.repeat(9)}`,
    };
  };

const control = (scene: Scene, who: Who, name: keyof typeof controlRows, customId?: string): Loose =>
  rawControl(stage, name, { scene, somebody: somebodyAs(who, scene, '1'), customId });

/** Runs them all at the same time; returns the results after checking that nothing failed. */
async function atOnce(raws: readonly Loose[]): Promise<(string | undefined)[]> {
  const played = await Promise.all(raws.map((raw) => stage.play(raw)));
  expect(stage.errors.splice(0)).toEqual([]);
  expect(stage.rest.complaints.splice(0)).toEqual([]);
  expect(await brokenInvariants(stage)).toEqual([]);
  return played.map(({ result }) => result);
}

/** Tables with a row of the guild that contains this id. */
async function tablesThatName(guildId: string, userId: string): Promise<string[]> {
  const tables = await stage.database.query<{ name: string }>(
    `SELECT table_name AS name FROM information_schema.columns
      WHERE table_schema = 'public' AND column_name = 'guild_id' ORDER BY 1`,
  );
  const naming: string[] = [];
  for (const { name } of tables) {
    const rows = await stage.database.query(
      `SELECT FROM ${name} t WHERE guild_id = $1 AND to_jsonb(t)::text LIKE '%' || $2 || '%'`,
      [guildId, userId],
    );
    if (rows.length > 0) naming.push(name);
  }
  return naming;
}

it.each(['remove', 'keep'])('erased (%s) while they share: nothing is left half done', async (choice) => {
  const who = 'the author';
  for (let round = 0; round < 5; round++) {
    const scene = await makeScene(stage);
    const forget = () => control(scene, who, 'forget', `n1:forget:${choice}`);
    const going: ((index: number) => Loose)[] = [
      (index) => command(scene, who, 'share', something(index)),
      () => control(scene, who, 'editForm'),
      () => control(scene, who, 'profileProjectForm'),
      () => control(scene, who, 'save'),
      () => control(scene, who, 'accept'),
      () => command(scene, 'another learner', 'challenge solve'),
    ];
    const raws = Array.from({ length: 20 }, (_, index) =>
      index === 5 + round ? forget() : (going[index % going.length] as (index: number) => Loose)(index),
    );
    const results = await atOnce(raws);
    expect(results[5 + round]).toBe('answered');
    // What came afterwards belongs to a new member, who can be erased as well.
    expect(await atOnce([forget()])).toEqual(['answered']);
    expect(await tablesThatName(scene.id, authorId)).toEqual([]);
  }
});

it('muted while they share: what was answered is stored, and nothing is shared after the mute was answered', async () => {
  const scene = await makeScene(stage);
  const share = (index: number) => command(scene, 'another learner', 'share', something(index));
  const mute = () => command(scene, 'owner', 'admin member mute', () => ({ member: solverId }));
  const before = await entriesOf(scene.id, solverId);
  const results = await atOnce(
    Array.from({ length: 20 }, (_, index) => (index === 9 ? mute() : share(index))),
  );
  expect(results[9]).toBe('answered');
  const shared = results.filter((result, index) => index !== 9 && result === 'answered').length;
  // Before that, more than a few within a minute are refused.
  const others = new Set(results.filter((result) => result !== 'answered' && result !== 'muted'));
  expect([...others].filter((result) => result !== 'too-many-entries')).toEqual([]);
  expect((await entriesOf(scene.id, solverId)) - before).toBe(shared);
  expect(await atOnce(Array.from({ length: 20 }, (_, index) => share(index)))).toEqual(
    Array.from({ length: 20 }, () => 'muted'),
  );
});

async function entriesOf(guildId: string, userId: string): Promise<number> {
  const rows = await stage.database.query('SELECT FROM entries WHERE guild_id = $1 AND author_id = $2', [
    guildId,
    userId,
  ]);
  return rows.length;
}
