/** How often the most used commands ask the database, until all that follows the answer is done. */
import { beforeAll, expect, it } from 'vitest';
import { SearchIndex } from '../../src/features/search/search-index-store.js';
import { type Leaf, leaves } from '../support/stage/command-tree.js';
import { typing } from '../support/stage/interactions.js';
import { placeIn, rawCommand, somebodyAs } from '../support/stage/play-row.js';
import type { Loose } from '../support/stage/rest.js';
import { type CommandRow, commandRows } from '../support/stage/rights.js';
import { makeScene, type Scene } from '../support/stage/scene.js';
import { useStage } from '../support/stage/stage.js';
import { useStatements } from '../support/statements.js';

const statements = useStatements();
const stage = useStage(1);

let scene: Scene;

beforeAll(async () => {
  scene = await makeScene(stage);
});

const author = () => somebodyAs('the author', scene, '1');

function command(path: string, values: CommandRow['values']): Loose {
  const leaf = leaves.find((one) => one.path === path) as Leaf;
  const row = { ...(commandRows[path] as CommandRow), values };
  return rawCommand(stage, leaf, row, { scene, somebody: author() });
}

const written = () => ({ title: `Of ${stage.newId()}`, body: `Said ${stage.newId()} in words` });

const typedInto = (name: string): Loose =>
  typing(stage.newId, author(), placeIn(scene), {
    name: 'entry',
    options: [{ name: 'view', type: 1, options: [{ name: 'entry', type: 3, value: name, focused: true }] }],
  });

/** Besides the one that takes an interaction for this process, which the stage has no need of. */
it.each<[string, number, () => Loose]>([
  // The entry with all that it depends on, and after the answer its card.
  ['/share', 2, () => command('share', () => ({ kind: 'concept', ...written() }))],
  [
    '/entry view of a learning',
    1,
    () => command('entry view', ({ numbers }) => ({ entry: `${numbers.learning}` })),
  ],
  [
    '/entry view of a pair',
    1,
    () => command('entry view', ({ numbers }) => ({ entry: `${numbers.solved}` })),
  ],
  // What the guild knows of the words, then the page.
  ['/search', 2, () => command('search', () => ({ query: 'words' }))],
  ['autocomplete', 2, () => typedInto('wor')],
  ['autocomplete with nothing typed', 1, () => typedInto('')],
  ['/leaderboard', 1, () => command('leaderboard', () => ({}))],
  // A mute is looked for before anything is shown, and two statements find similar ones.
  [
    '/challenge post',
    5,
    () => command('challenge post', () => ({ title: written().title, details: 'Said in words' })),
  ],
])('%s: %i', async (_, count, raw) => {
  // Settings, and what the guild wrote lately, are read once and kept.
  await stage.play(raw());
  await new SearchIndex(stage.dataSource).catchUp(scene.id);
  let result: string | undefined;
  const sent = await statements.during(async () => {
    ({ result } = await stage.play(raw()));
  });
  expect(result ?? 'answered').toBe('answered');
  expect(sent).toHaveLength(count);
});
