/** The nastiest input within its bounds, into every text that members and moderators can type: none stalls the loop. */
import { ApplicationCommandOptionType as Kind } from 'discord.js';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { WorkerInspector } from '../../src/features/guard/worker-inspector.js';
import { WorkerReadmeReader } from '../../src/features/readme/readme-reader.js';
import { leaves, usedWith, type Values } from '../support/stage/command-tree.js';
import { commandUsed, typing } from '../support/stage/interactions.js';
import { placeIn, rawControl, somebodyAs } from '../support/stage/play-row.js';
import type { Loose } from '../support/stage/rest.js';
import { type CommandRow, type ControlRow, commandRows, controlRows } from '../support/stage/rights.js';
import { makeScene } from '../support/stage/scene.js';
import { useStage } from '../support/stage/stage.js';
import { cpuStall } from '../support/stall.js';

/** The longest turn of the loop that is taken (ms of CPU time). */
const longestMs = 50;

const textInspector = new WorkerInspector();
const reader = new WorkerReadmeReader();
const stage = useStage(3, { textInspector, reader });
afterAll(() => Promise.all([textInspector.stop(), reader.stop()]));

/** Pieces that patterns look back and forth for, when there are many of them. */
const units = [
  'pwd=a1',
  'token: ',
  '||',
  '`',
  '[](',
  '\\',
  '<@',
  'a\u00ad',
  '\u200d👩',
  'z\u0335\u0321',
  ' ',
  '%2',
  'discord.gg/',
  'discord。',
  '"-a ',
  'https://',
  '-----BEGIN ',
  '1 day ',
  ',ß',
  '\n',
];
const long = (unit: string, limit: number) => unit.repeat(Math.ceil(limit / unit.length)).slice(0, limit);

async function stall(raw: () => Loose): Promise<number> {
  let least = Number.POSITIVE_INFINITY;
  // What the machine compiles the first time, or collects by chance, isn't the text's doing.
  for (let time = 0; time < 6 && least >= longestMs; time += 1) {
    const played = raw();
    const { longestMs: measured } = await cpuStall(() => stage.play(played));
    least = Math.min(least, measured);
  }
  return least;
}

beforeAll(async () => {
  await textInspector.warmUp();
  stage.files.set('README.md', '# Project Nexus\n\n## Technologies\n\n- **PostgreSQL**: indexes and plans\n');
});

const typed = leaves.filter(({ options }) => options.some(({ type }) => type === Kind.String));

it.each(typed.map((leaf) => [leaf.path, leaf] as const))('/%s', async (path, leaf) => {
  const scene = await makeScene(stage);
  const somebody = { ...somebodyAs('owner', scene, scene.roles.moderator), name: long('z\u0335\u0321', 32) };
  const row = commandRows[path] as CommandRow;
  for (const unit of units) {
    const values: Values = { ...row.values?.(scene, stage) };
    for (const option of leaf.options) {
      if (option.type !== Kind.String || ('choices' in option && option.choices)) continue;
      values[option.name] = long(unit, option.max_length ?? 6_000);
    }
    const raw = () => commandUsed(stage.newId, somebody, placeIn(scene), usedWith(leaf, values));
    expect(await stall(raw), `${path} with ${JSON.stringify(unit)}`).toBeLessThan(longestMs);
    for (const { name, ...option } of leaf.options) {
      if (!('autocomplete' in option && option.autocomplete)) continue;
      const choices = () =>
        typing(stage.newId, somebody, placeIn(scene), usedWith(leaf, { [name]: values[name] }, name));
      expect(await stall(choices), `choices of ${path} with ${JSON.stringify(unit)}`).toBeLessThan(longestMs);
    }
  }
});

const forms = (Object.keys(controlRows) as (keyof typeof controlRows)[]).filter(
  (name) => controlRows[name].kind === 'form',
);

it.each(forms)('the form %s', async (name) => {
  const scene = await makeScene(stage);
  const somebody = somebodyAs('owner', scene, scene.roles.moderator);
  const row: ControlRow = controlRows[name];
  const kept = row.fields ?? {};
  try {
    for (const unit of units) {
      row.fields = Object.fromEntries(
        Object.entries(kept).map(([field, value]) => [
          field,
          ['kind', 'track', 'consent', 'reportReason'].includes(field) ? value : long(unit, 4_000),
        ]),
      );
      expect(
        await stall(() => rawControl(stage, name, { scene, somebody })),
        `${name} with ${JSON.stringify(unit)}`,
      ).toBeLessThan(longestMs);
    }
  } finally {
    row.fields = kept;
  }
});

it.each([...units, '# a\n', '- **a**: b\n', '+a', '| a ', '> ', '<!--', '&#'])(
  'a file of %j',
  async (unit) => {
    const scene = await makeScene(stage);
    const somebody = somebodyAs('owner', scene, scene.roles.moderator);
    const leaf = leaves.find(({ path }) => path === 'readme import');
    stage.files.set('nasty.md', long(unit, 1_048_576 / 4));
    const raw = () =>
      commandUsed(
        stage.newId,
        somebody,
        placeIn(scene),
        usedWith(leaf as never, { file: stage.attachment('nasty.md') }),
      );
    expect(await stall(raw)).toBeLessThan(longestMs);
  },
);
