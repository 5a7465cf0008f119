/** Twenty simultaneous uses of the same few entries: nobody gets lost, nothing deadlocks, every rule still holds. */
import { beforeAll, expect, it } from 'vitest';
import { Dice } from '../support/fuzz/dice.js';
import { brokenInvariants, pings, watchAuditLog } from '../support/fuzz/invariants.js';
import { leaves } from '../support/stage/command-tree.js';
import { rawCommand, rawControl, somebodyAs } from '../support/stage/play-row.js';
import type { Loose } from '../support/stage/rest.js';
import { type ActorName, commandRows, controlRows } from '../support/stage/rights.js';
import { makeScene, type Scene } from '../support/stage/scene.js';
import { useStage } from '../support/stage/stage.js';

const seed = Number(process.env['FUZZ_SEED'] ?? 20_260_302);
const bursts = Math.ceil(Number(process.env['FUZZ_RUNS'] ?? 1_000) / 40);

const stage = useStage(20);
beforeAll(() => {
  stage.files.set('README.md', '# Project Nexus\n\n## Technologies\n\n- **PostgreSQL**: indexes and plans\n');
});

type Use = (scene: Scene, name: ActorName) => Loose;

const uses: [string, Use][] = [
  ...leaves.map((leaf): [string, Use] => [
    `/${leaf.path}`,
    (scene, name) =>
      rawCommand(stage, leaf, commandRows[leaf.path] ?? { may: 'everyone' }, {
        scene,
        somebody: somebodyAs(name, scene, '1'),
      }),
  ]),
  ...(Object.keys(controlRows) as (keyof typeof controlRows)[]).map((control): [string, Use] => [
    control,
    (scene, name) => rawControl(stage, control, { scene, somebody: somebodyAs(name, scene, '1') }),
  ]),
];

/** Those with the most rights, so that most of it is allowed. */
const people: ActorName[] = [
  'owner',
  'a member with the moderator role',
  'the author',
  'the author',
  'another learner',
];

it(`${bursts} times 20 at once (FUZZ_SEED=${seed}, FUZZ_RUNS=${bursts * 40})`, {
  timeout: 600_000,
}, async () => {
  const dice = new Dice(seed);
  const auditLog = watchAuditLog(stage);
  let answered = 0;
  for (let burst = 0; burst < bursts; burst++) {
    const scene = await makeScene(stage);
    const few = Array.from({ length: dice.between(2, 4) }, () => dice.pick(uses));
    const raws = Array.from({ length: 20 }, () => dice.pick(few)[1](scene, dice.pick(people)));
    const played = await Promise.all(raws.map((raw) => stage.play(raw)));
    const wrong = [
      ...stage.errors.map((error) => `logged: ${JSON.stringify(error)}`),
      ...stage.rest.complaints,
      ...(await pings(
        stage,
        played.flatMap(({ sent }) => sent),
      )),
      ...played.flatMap(({ first }) => (first && first.status < 300 ? [] : ['no first response'])),
    ];
    const what = `burst ${burst} of ${few.map(([name]) => name).join(', ')}`;
    expect(wrong, what).toEqual([]);
    expect(await brokenInvariants(stage), what).toEqual([]);
    await auditLog.check();
    answered += played.filter(({ result }) => result === 'answered').length;
  }
  // Otherwise the test proved nothing.
  expect(answered).toBeGreaterThan(bursts * 5);
});
