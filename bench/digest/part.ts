/** `npm run bench -- digest`: 2,500 guilds whose digests are due in the same minute, while members keep using the bot. */
import { setTimeout as sleep } from 'node:timers/promises';
import { makeCohort } from '../cohort.js';
import { fill } from '../database.js';
import { Bot, Driver } from '../processes.js';
import { digestTable, type MemoryFigure } from './figures.js';
import { digestGuildCount, fillGuilds } from './guilds.js';
import { explainContent } from './plans.js';

/** Interactions per second meanwhile, and for how long (s): shorter than the digests take at Discord's limit. */
const eachSecond = 50;
const seconds = 50;

/** Before the digests, so that the compiler has seen what members do. */
const warmUpSeconds = 5;

/** How far in the future the digests are while everything is prepared (ms). */
const aheadMs = 3_600_000;

const say = (text: string) => process.stdout.write(`${text}\n`);

/** In its own database: `url` is one that the bot has already migrated. Returns whether all targets were reached. */
export async function benchDigests(url: string, closing: (() => Promise<void>)[]): Promise<boolean> {
  const dueAt = new Date(Math.ceil((Date.now() + aheadMs) / 60_000) * 60_000);
  await fill(url, makeCohort().entries);
  const filled = await fillGuilds(url, dueAt);
  say(
    `digests of ${digestGuildCount} guilds with ${filled.entries} entries in all, filled in ${filled.seconds.toFixed(0)} s`,
  );
  const driver = await Driver.start('digest');
  closing.push(() => driver.stop());
  const bot = await Bot.start('nexus', {
    apiUrl: driver.apiUrl,
    databaseUrl: url,
    core: null,
    clockUrl: `${new URL(driver.apiUrl).origin}/clock`,
  });
  closing.push(() => bot.stop());
  await driver.run({ bot: 'nexus', part: 'mixed', pace: { eachSecond }, seconds: warmUpSeconds });

  const memory: MemoryFigure[] = [];
  const begun = performance.now();
  const cpuBefore = (await bot.usage()).cpuMs;
  let isOver = false;
  const watching = (async () => {
    while (!isOver) {
      memory.push({ second: (performance.now() - begun) / 1_000, rss: (await bot.usage()).rss });
      await sleep(500);
    }
  })();
  const result = await driver.digests({ dueAt: dueAt.toISOString(), eachSecond, seconds });
  isOver = true;
  await watching;
  const cpu = ((await bot.usage()).cpuMs - cpuBefore) / (performance.now() - begun);
  const { text, reached } = digestTable(result, { memory, cpu });
  say(text);
  say(await explainContent(url, dueAt));
  return reached;
}
