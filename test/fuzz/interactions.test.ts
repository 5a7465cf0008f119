/** Thousands of random interactions against the production wiring: no invariant may break. */
import { expect, it } from 'vitest';
import { features } from '../../src/features.js';
import { Dice } from '../support/fuzz/dice.js';
import { interactionAtRandom, type Source } from '../support/fuzz/interaction-at-random.js';
import { brokenInvariants, pings, watchAuditLog } from '../support/fuzz/invariants.js';
import { Memory } from '../support/fuzz/memory.js';
import { StolenTime } from '../support/fuzz/stolen-time.js';
import { Texts } from '../support/fuzz/texts.js';
import { makeWorld } from '../support/fuzz/world.js';
import { type Stage, useStage } from '../support/stage/stage.js';

const { jobs } = features;

const seed = Number(process.env['FUZZ_SEED'] ?? 20_260_302);
const runs = Number(process.env['FUZZ_RUNS'] ?? 1_000);

/** Each with its own database: they run in parallel and are independent. */
const stages = [useStage(3), useStage(3), useStage(3)];

it(`${runs} interactions (FUZZ_SEED=${seed}, FUZZ_RUNS=${runs})`, { timeout: 600_000 }, async () => {
  const each = Math.ceil(runs / stages.length);
  const stolen = new StolenTime();
  const playing = stages.map((stage, index) => playAtRandom(stage, seed + index, { times: each, stolen }));
  const told = await Promise.all(playing).finally(() => stolen.stop());
  console.log(`Fuzzed with FUZZ_SEED=${seed} FUZZ_RUNS=${runs}: ${JSON.stringify(sum(told))}`);
});

/** Returns how often each result occurred. */
async function playAtRandom(
  stage: Stage,
  ownSeed: number,
  { times, stolen }: { times: number; stolen: StolenTime },
): Promise<Map<string, number>> {
  const dice = new Dice(ownSeed);
  stage.files.set('README.md', '# Project Nexus\n\n## Technologies\n\n- **PostgreSQL**: indexes and plans\n');
  stage.files.set('empty.md', '');
  stage.files.set('bytes.md', Buffer.from([0xff, 0xfe, 0, 1, 2, 3]));
  const memory = new Memory(dice);
  const source: Source = {
    stage,
    dice,
    memory,
    texts: new Texts(dice, ownSeed),
    world: await makeWorld(stage),
  };
  const auditLog = watchAuditLog(stage);
  const results = new Map<string, number>();
  for (let step = 0; step < times; step++) {
    if (dice.chance(0.9)) stage.now = new Date(stage.now.getTime() + dice.between(0, 600_000));
    else stage.now = new Date(stage.now.getTime() + dice.between(-3_600_000, 86_400_000));
    if (dice.chance(0.01)) await tick(stage, dice);
    const raw = interactionAtRandom(source);
    const stolenBefore = stolen.total;
    const played = await stage.play(raw);
    const milliseconds = played.milliseconds - (stolen.total - stolenBefore);
    const wrong = [
      ...stage.errors.map((error) => `logged: ${JSON.stringify(error)}`),
      ...stage.rest.complaints,
      ...(await pings(stage, played.sent)),
      ...firstResponse(
        played.sent.filter(({ path }) => path === `/interactions/${raw.id}/${raw.token}/callback`),
      ),
      ...(milliseconds < 3_000 ? [] : [`answered after ${milliseconds} ms`]),
    ];
    if (wrong.length > 0)
      throw new Error(`step ${step} of seed ${ownSeed}: ${wrong.join('\n')}\n${JSON.stringify(raw)}`);
    memory.learn(played.sent, raw);
    const result = played.result ?? 'choices';
    results.set(result, (results.get(result) ?? 0) + 1);
    if (step % 500 === 499) await auditLog.check();
  }
  await auditLog.check();
  expect(await brokenInvariants(stage)).toEqual([]);
  return results;
}

function firstResponse(callbacks: readonly { status: number }[]): string[] {
  return callbacks.length === 1 && (callbacks[0]?.status ?? 500) < 300
    ? []
    : [`${callbacks.length} first responses`];
}

async function tick(stage: Stage, dice: Dice): Promise<void> {
  const job = dice.pick(jobs);
  await job.run(stage.services, new AbortController().signal);
}

function sum(told: readonly Map<string, number>[]): Record<string, number> {
  const all: Record<string, number> = {};
  for (const [result, count] of told.flatMap((results) => [...results]))
    all[result] = (all[result] ?? 0) + count;
  return Object.fromEntries(Object.entries(all).sort(([, left], [, right]) => right - left));
}
