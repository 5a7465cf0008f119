/** The driver, a separate process: the stand-in for Discord, and the loads it puts on the bots. */
import { startSandbox } from '../sandbox/server/index.js';
import { cohortChannelId, guildId, makeCohort, memberCount, memberId } from './cohort.js';
import { watchDigests } from './digest/deliveries.js';
import { digestChannelOf, digestGuildIds } from './digest/guilds.js';
import {
  type BotName,
  type DigestLoad,
  type DigestResult,
  type DriverReady,
  type ImportLoad,
  type ImportResult,
  type Load,
  type LoadResult,
  tokenOf,
} from './messages.js';
import { type Payload, payloadsOf } from './payloads.js';
import { readmeOf } from './readmes.js';

const bots: readonly BotName[] = ['pong', 'raw', 'nexus'];

/** How long a load that hasn't reached its minimum may continue (ms). */
const timeoutMs = 10_000;

/** One answer in so many is checked: checking costs the driver more than sending. */
const lookedAtEvery = 50;

/** Different interactions of each kind; they are repeated, but nobody shares the same text twice. */
const payloadCount = 5_000;
const shareCount = 40_000;

const withDigests = process.argv.includes('digest');

const sandbox = await startSandbox({
  validation: false,
  rateLimits: withDigests,
  journal: 0,
  bots: bots.map((name, index) => ({ token: tokenOf(name), id: applicationId(index), name })),
  world: {
    guilds: [
      {
        id: guildId,
        name: 'Bench',
        channels: [{ id: cohortChannelId, name: 'prodevprojectnexus' }],
        members: Array.from({ length: memberCount }, (_, index) => ({
          id: memberId(index),
          name: `learner${index}`,
          displayName: `Learner ${index}`,
        })),
      },
      ...(withDigests ? digestGuildIds : []).map((id) => ({
        id,
        name: `Cohort ${id.slice(-4)}`,
        owner: 'learner0',
        channels: [{ id: digestChannelOf(id), name: 'prodevprojectnexus' }],
        members: [{ id: memberId(0), name: 'learner0' }],
      })),
    ],
  },
});

function applicationId(index: number): string {
  return `120000000000001000${index}`;
}

const known = new Map<Load['part'], Payload[]>();
const sent = new Map<string, number>();

/** The next interaction of its kind for a bot: each gets the same ones in the same order. */
function nextFor({ bot, part }: Load): Payload {
  let payloads = known.get(part);
  if (!payloads) {
    payloads = payloadsOf(part, part === 'share' || part === 'mixed' ? shareCount : payloadCount);
    known.set(part, payloads);
  }
  const key = `${bot} ${part}`;
  const count = sent.get(key) ?? 0;
  sent.set(key, count + 1);
  return { ...payloads[count % payloads.length], application_id: applicationId(bots.indexOf(bot)) };
}

class Run {
  private readonly latencies: number[] = [];
  private failed = 0;
  private asked = 0;
  private failure: string | undefined;
  private readonly begun = performance.now();
  private readonly cpu = process.cpuUsage();
  private readonly end: number;

  constructor(private readonly load: Load) {
    this.end = this.begun + load.seconds * 1_000;
  }

  private get isOver(): boolean {
    const late = performance.now() - this.end;
    return late >= 0 && (this.asked >= (this.load.atLeast ?? 0) || late >= timeoutMs);
  }

  async result(): Promise<LoadResult> {
    const { pace } = this.load;
    if ('atOnce' in pace)
      await Promise.all(Array.from({ length: pace.atOnce }, () => this.oneAfterAnother()));
    else await this.oneByOne(pace.eachSecond);
    const seconds = (performance.now() - this.begun) / 1_000;
    const { user, system } = process.cpuUsage(this.cpu);
    return {
      answered: this.latencies.length,
      failed: this.failed,
      ...(this.failure && { failure: this.failure }),
      seconds,
      latencies: this.latencies.sort((first, second) => first - second),
      driverShare: (user + system) / 1_000_000 / seconds,
    };
  }

  private async oneAfterAnother(): Promise<void> {
    while (!this.isOver) await this.ask(performance.now());
  }

  /** In a steady stream, whether or not earlier ones are answered; late starts count as waiting. */
  private async oneByOne(eachSecond: number): Promise<void> {
    const underWay: Promise<void>[] = [];
    const total = eachSecond * this.load.seconds;
    for (let count = 0; count < total; count += 1) {
      const due = this.begun + (count * 1_000) / eachSecond;
      const wait = due - performance.now();
      if (wait > 0) await new Promise((resolve) => setTimeout(resolve, wait));
      underWay.push(this.ask(due));
    }
    await Promise.all(underWay);
  }

  private async ask(due: number): Promise<void> {
    try {
      this.asked += 1;
      const payload = nextFor(this.load);
      const { data } = await sandbox.interact(payload);
      if (this.asked % lookedAtEvery === 0) this.check(payload, JSON.stringify(data));
      this.latencies.push(performance.now() - due);
    } catch (error) {
      this.failed += 1;
      this.failure ??= String(error);
    }
  }

  /** An answer about an entry contains its number; an apology doesn't. */
  private check(payload: Payload, answer: string): void {
    const { name } = payload.data as { name: string };
    const isAboutEntry = payload.type === 2 && (name === 'share' || name === 'entry');
    if (this.load.bot !== 'pong' && isAboutEntry && !/#\d/.test(answer))
      throw new Error(`not an entry: ${answer.slice(0, 500)}`);
  }
}

/** Each by another member, through the sandbox's client, as members would do it. */
async function importReadmes({ imports }: ImportLoad): Promise<ImportResult> {
  const cohort = makeCohort();
  const result: ImportResult = { preview: [], keep: [] };
  for (let index = 0; index < imports; index += 1) {
    const learner = sandbox.client.as(`learner${index}`);
    const file = { name: 'README.md', content: readmeOf(cohort, index) };
    const begun = performance.now();
    const preview = await learner.command('/readme import', {}, { file });
    const shown = performance.now();
    const kept = await learner.click(preview, 'Import all');
    result.preview.push(shown - begun);
    result.keep.push(performance.now() - shown);
    if (kept.outcome !== 'update') throw new Error(`not imported: ${kept.failure ?? kept.outcome}`);
  }
  return result;
}

async function runDigests({ dueAt, eachSecond, seconds }: DigestLoad): Promise<DigestResult> {
  const botId = applicationId(bots.indexOf('nexus'));
  const [deliveries, load] = await Promise.all([
    watchDigests(sandbox, { dueAt: new Date(dueAt), botId }),
    new Run({ bot: 'nexus', part: 'mixed', pace: { eachSecond }, seconds }).result(),
  ]);
  return { deliveries, load };
}

function work(load: Load | ImportLoad | DigestLoad): Promise<LoadResult | ImportResult | DigestResult> {
  if ('imports' in load) return importReadmes(load);
  return 'dueAt' in load ? runDigests(load) : new Run(load).result();
}

process.on('message', (load: Load | ImportLoad | DigestLoad) => {
  void work(load).then((result) => process.send?.(result));
});
process.once('disconnect', () => process.exit());
process.send?.({ apiUrl: sandbox.apiUrl } satisfies DriverReady);
