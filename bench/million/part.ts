/** `npm run bench -- million`: each command in a guild of 200,000 entries and in one of 4,000, among a million. */
import { startSandbox } from '../../sandbox/server/index.js';
import { oneOf, seededChance } from '../chance.js';
import { bodyOf, cohortChannelId, memberCount, memberId, titleOf } from '../cohort.js';
import { tokenOf } from '../messages.js';
import { queryOf, typedOf } from '../payloads.js';
import { Bot } from '../processes.js';
import { fillMillion, guildCount, largeGuildId, smallGuild } from './guilds.js';

/** How often each is asked in each guild, after some that are not counted. */
const times = Number(process.env['BENCH_TIMES'] ?? 100);
const warmUp = 20;

/** Entries written a second meanwhile, in the second round. */
const writtenEachSecond = 10;

/** The 95th percentile (ms) to be reached in either guild. */
const targets: Readonly<Record<string, number>> = {
  search: 25,
  misspelt: 25,
  autocomplete: 25,
  similar: 25,
  leaderboard: 25,
  view: 25,
  share: 15,
};

/** The large guild's over the small one's, at most. */
const growth = 3;

const say = (text: string) => process.stdout.write(`${text}\n`);

export async function benchMillion(databaseUrl: string, closing: (() => Promise<void>)[]): Promise<boolean> {
  const { cohort, entries, seconds } = await fillMillion(databaseUrl);
  say(`a million: ${entries} entries in ${guildCount} guilds, filled in ${seconds.toFixed(0)} s`);
  const members = Array.from({ length: memberCount }, (_, index) => ({
    id: memberId(index),
    name: `learner${index}`,
  }));
  const sandbox = await startSandbox({
    validation: false,
    rateLimits: false,
    journal: 0,
    world: {
      guilds: [
        {
          id: largeGuildId,
          name: 'Large',
          owner: 'learner0',
          members,
          channels: [{ id: cohortChannelId, name: 'prodevprojectnexus' }],
        },
        {
          id: smallGuild.id,
          name: 'Small',
          owner: 'learner0',
          members,
          channels: [{ id: smallGuild.channelId, name: 'prodevprojectnexus' }],
        },
      ],
    },
    bots: [{ token: tokenOf('nexus'), name: 'Nexus' }],
  });
  closing.push(() => sandbox.close());
  const bot = await Bot.start('nexus', { apiUrl: sandbox.apiUrl, databaseUrl, core: null });
  closing.push(() => bot.stop());

  const chance = seededChance(20_260_107);
  const { words } = cohort;
  let next = 0;
  const as = (guild: string) =>
    sandbox.client.as(`learner${next++ % memberCount}`, { guild, channel: 'prodevprojectnexus' });
  const rare = () => Array.from({ length: 6 }, () => words.rare(chance)).join(' ');
  const misspelt = () => {
    const word = words.telling(chance);
    return word.length > 4 ? word.slice(0, 2) + word.charAt(3) + word.charAt(2) + word.slice(4) : `${word}q`;
  };
  const share = (guild: string) =>
    as(guild).command('/share', {
      kind: 'concept',
      title: titleOf(words, chance),
      body: `${bodyOf(words, chance)} ${rare()}`,
      tags: 'git',
    });
  const commands: Readonly<Record<string, (guild: string) => Promise<unknown>>> = {
    search: (guild) => as(guild).command('/search', { query: queryOf(cohort, chance) }),
    misspelt: (guild) => as(guild).command('/search', { query: `${misspelt()} ${words.telling(chance)}` }),
    autocomplete: (guild) => as(guild).autocomplete('/entry view', 'entry', typedOf(cohort, chance)),
    similar: (guild) =>
      as(guild).command('/challenge post', {
        title: oneOf(chance, cohort.entries).title ?? titleOf(words, chance),
        details: `${bodyOf(words, chance)} ${rare()}`,
      }),
    leaderboard: (guild) => as(guild).command('/leaderboard', {}),
    view: (guild) => as(guild).command('/entry view', { entry: String(1 + Math.floor(chance() * 3_999)) }),
    share,
  };
  let allReached = true;
  for (const isWriting of [false, true]) {
    say(
      `\n${isWriting ? `while ${writtenEachSecond} entries a second are written` : 'idle'}, ms: p50, p95, p99`,
    );
    let failure: unknown;
    const writing = isWriting
      ? setInterval(
          () => void share('Large').catch((error: unknown) => (failure = error)),
          1_000 / writtenEachSecond,
        )
      : undefined;
    for (const [name, run] of Object.entries(commands)) {
      const large = await latencies(() => run('Large'));
      const small = await latencies(() => run('Small'));
      const target = targets[name] ?? 0;
      const reached = large.p95 <= target && large.p95 <= growth * Math.max(small.p95, 2);
      allReached &&= reached;
      say(
        `${reached ? 'reached' : 'MISSED '}  ${name.padEnd(12)} large ${shown(large)}   small ${shown(small)}   (p95 at most ${target})`,
      );
    }
    clearInterval(writing);
    if (failure !== undefined) throw failure;
  }
  return allReached;
}

interface Latencies {
  p50: number;
  p95: number;
  p99: number;
}

async function latencies(run: () => Promise<unknown>): Promise<Latencies> {
  const taken: number[] = [];
  for (let index = -warmUp; index < times; index += 1) {
    const begun = performance.now();
    await run();
    if (index >= 0) taken.push(performance.now() - begun);
  }
  taken.sort((one, other) => one - other);
  const at = (part: number) => taken[Math.floor((taken.length - 1) * part)] ?? Number.NaN;
  return { p50: at(0.5), p95: at(0.95), p99: at(0.99) };
}

const shown = ({ p50, p95, p99 }: Latencies) =>
  [p50, p95, p99].map((ms) => ms.toFixed(1).padStart(6)).join(' ');
