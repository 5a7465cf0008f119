/** Who can do what: every command, button, select and form, for everyone who might use it. */
import { beforeAll, describe, expect, it } from 'vitest';
import { routes } from '../../src/components/routes.js';
import { features } from '../../src/features.js';
import { en } from '../../src/locales/en/index.js';
import { type Leaf, leaves, usedWith } from '../support/stage/command-tree.js';
import { typing } from '../support/stage/interactions.js';
import { placeIn, rawCommand, rawControl, somebodyAs } from '../support/stage/play-row.js';
import {
  type ActorName,
  actors,
  type CommandRow,
  type ControlRow,
  commandRows,
  controlRows,
  type Row,
} from '../support/stage/rights.js';
import { makeScene, type Scene } from '../support/stage/scene.js';
import { type Played, useStage } from '../support/stage/stage.js';

const { components } = features;

const stage = useStage();
const everybody = Object.keys(actors) as ActorName[];
const isModerator = (name: ActorName) =>
  ['owner', 'a member with Manage Server', 'a member with the moderator role'].includes(name);

/** The guild whose moderator role the moderator of another guild has. */
let other: Scene;
beforeAll(async () => {
  stage.files.set('README.md', '# Project Nexus\n\n## Technologies\n\n- **PostgreSQL**: indexes and plans\n');
  other = await makeScene(stage);
});

/** What the actor should get: `answered`, or the code of a refusal. */
function expected(row: Row, name: ActorName): string {
  const done = row.result ?? 'answered';
  const isAuthor = name === 'the author';
  if (row.roleAlone && name === 'a member with the moderator role') return row.roleAlone;
  if (row.may === 'moderators') return isModerator(name) ? done : 'moderators-only';
  if (row.contributes && name === 'a muted learner') return 'muted';
  if (row.botsCannot && name === 'a bot') return 'bots-cannot';
  if (row.own && isAuthor) return row.own;
  const may = row.may === 'everyone' || isAuthor || (row.may === 'judges' && isModerator(name));
  return may ? done : (row.refused ?? 'no refusal is named');
}

/** A refusal is one plain sentence that only the member sees, and the only thing that is sent. */
function expectToldAlone({ result, first, sent }: Played, { id }: Scene): void {
  if (result === 'answered') return;
  expect(first?.body.data.flags & 64, 'seen by others').toBe(64);
  // What others did before, each in a guild of their own, may be posted meanwhile.
  const posted = sent.filter(({ method, path }) => {
    const [, kind, channelId = ''] = path.split('/');
    if (method === 'GET' || kind !== 'channels' || stage.rest.isDirectMessage(path)) return false;
    return [id, undefined].includes(stage.rest.guildOf(channelId));
  });
  expect(posted).toEqual([]);
}

const cast = (scene: Scene, name: ActorName) => somebodyAs(name, scene, other.roles.moderator);
const scene = () => makeScene(stage, { mutedIds: [actors['a muted learner'].id] });

/** A scene and one use of it per actor; returns what each got, by name. */
async function heard(
  use: (scene: Scene, name: ActorName) => unknown,
): Promise<Record<string, string | undefined>> {
  const results: Record<string, string | undefined> = {};
  for (const name of everybody) {
    const place = await scene();
    const played = await stage.play(use(place, name));
    expectToldAlone(played, place);
    results[name] = played.result;
  }
  expect(stage.errors.splice(0)).toEqual([]);
  expect(stage.rest.complaints.splice(0)).toEqual([]);
  return results;
}

const told = (row: Row) => Object.fromEntries(everybody.map((name) => [name, expected(row, name)]));

it('has a row for every command, and for every button, select and form', () => {
  expect(Object.keys(commandRows).sort()).toEqual(leaves.map(({ path }) => path).sort());
  const names = Object.entries(routes).flatMap(([name, route]) => (route === routes.openForm ? [] : [name]));
  expect(Object.keys(controlRows).sort()).toEqual(names.sort());
});

it('requires a moderator in the handler of everything that is for moderators', () => {
  const ofCommands = leaves.filter(({ moderatorsOnly }) => moderatorsOnly).map(({ path }) => path);
  const rows = Object.entries(commandRows).filter(([, { may }]) => may === 'moderators');
  expect(ofCommands.sort()).toEqual(rows.map(([path]) => path).sort());
  const nameOf = new Map(Object.entries(routes).map(([name, route]) => [route.name, name]));
  const ofControls = components.filter(({ moderatorsOnly }) => moderatorsOnly);
  const controls = Object.entries(controlRows).filter(([, { may }]) => may === 'moderators');
  expect(ofControls.map(({ route }) => nameOf.get(route.name) ?? route.name).sort()).toEqual(
    controls.map(([name]) => name).sort(),
  );
});

describe('commands', () => {
  it.each(leaves.map((leaf) => [leaf.path, leaf] as const))('%s', async (path, leaf) => {
    const row = commandRows[path] as CommandRow;
    const results = await heard((scene, name) =>
      rawCommand(stage, leaf, row, { scene, somebody: cast(scene, name) }),
    );
    expect(results).toEqual(told(row));
  });
});

describe('buttons, selects and forms', () => {
  it.each(Object.keys(controlRows) as (keyof typeof controlRows)[])('%s', async (control) => {
    const row: ControlRow = controlRows[control];
    const results = await heard((scene, name) =>
      rawControl(stage, control, { scene, somebody: cast(scene, name) }),
    );
    expect(results).toEqual(told(row));
  });
});

const typed = leaves.flatMap((leaf) =>
  leaf.options
    .filter((option) => 'autocomplete' in option && option.autocomplete)
    .map(({ name }) => [`${leaf.path} ${name}`, leaf, name] as const),
);

it.each(typed)('%s: offers choices to those with permission', async (_name, leaf: Leaf, option) => {
  for (const name of everybody) {
    const place = await scene();
    const raw = typing(
      stage.newId,
      cast(place, name),
      placeIn(place),
      usedWith(leaf, { [option]: '' }, option),
    );
    const { first } = await stage.play(raw);
    if (leaf.moderatorsOnly && !isModerator(name)) expect(first?.body.data.choices).toEqual([]);
    expect(first?.body.type).toBe(8);
  }
});

it('has copy for every refusal', () => {
  const rows: Row[] = [...Object.values(commandRows), ...Object.values(controlRows)];
  for (const code of rows.flatMap(({ refused, result }) => [refused, result])) {
    if (code) expect(en.errors[code]).toBeTypeOf('function');
  }
});
