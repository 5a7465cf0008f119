/** `/digest` and `/admin digest`: what learners and moderators read, with the real service. */
import {
  ApplicationCommandOptionType,
  type AutocompleteInteraction,
  type ChatInputCommandInteraction,
  CommandInteractionOptionResolver,
} from 'discord.js';
import { beforeEach, describe, expect, it } from 'vitest';
import { textOf } from '../../sandbox/client.js';
import pause from '../../src/commands/admin/digest/pause.js';
import resume from '../../src/commands/admin/digest/resume.js';
import run from '../../src/commands/admin/digest/run.js';
import schedule from '../../src/commands/admin/digest/schedule.js';
import latest from '../../src/commands/digest/latest.js';
import preview from '../../src/commands/digest/preview.js';
import digest from '../../src/commands/digest.js';
import { timezoneChoices } from '../../src/commands/timezone-choices.js';
import solve from '../../src/components/challenges/solve.js';
import digestDiscuss from '../../src/components/digest/digest-discuss.js';
import weekPages from '../../src/components/digest/digest-more.js';
import digestShow from '../../src/components/digest/digest-show.js';
import { routes } from '../../src/components/routes.js';
import type { Context, Outcome, Subcommand } from '../../src/discord/define.js';
import type { DigestService } from '../../src/features/digest/digest-service.js';
import { EntryService } from '../../src/features/entries/entry-service.js';
import { EntryStore } from '../../src/features/entries/entry-store.js';
import type { SetupService } from '../../src/features/setup/setup-service.js';
import type { Clock } from '../../src/platform/clock.js';
import type { Painter } from '../../src/platform/painter-port.js';
import { contextWith } from '../support/context.js';
import { makeEntry, useDigests } from '../support/digest.js';
import { nobodyMuted, passingGuard } from '../support/passing-guard.js';
import { useDatabase } from '../support/postgres.js';

const database = useDatabase();
const [digestMore, digestPage] = weekPages;
const digestSolve = solve.find(({ route }) => route === routes.digestSolve) as (typeof solve)[number];

interface Services {
  clock: Clock;
  digests: DigestService;
  entries: EntryService;
  painter: Painter;
  setup: Pick<SetupService, 'requireWritable'>;
}

const bench = useDigests(database);
const due = new Date('2026-03-09T06:00Z');
const stamp = (at: Date, style: string): string => `<t:${at.getTime() / 1000}:${style}>`;

const pixel = Buffer.from('a picture');

let guildId: string;
let context: Context<Services>;

beforeEach(() => {
  guildId = bench.guild();
  bench.now = new Date('2026-03-04T10:00Z');
  const services: Services = {
    digests: bench.service,
    painter: { paint: async () => pixel },
    setup: { requireWritable: async () => undefined },
    clock: () => bench.now,
    entries: new EntryService(new EntryStore(bench.dataSource), () => bench.now, passingGuard, nobodyMuted),
  };
  context = { ...contextWith<object>({}, { guildId }), services };
});

/** Runs a subcommand with its options as Discord would resolve them. */
function perform(command: Subcommand<Services>, values: Record<string, string> = {}): Promise<Outcome> {
  const options = Object.entries(values).map(([name, value]) =>
    name === 'channel'
      ? { name, type: ApplicationCommandOptionType.Channel, value, channel: { id: value } }
      : { name, type: ApplicationCommandOptionType.String, value },
  );
  // oxlint-disable-next-line typescript/no-explicit-any -- discord.js keeps the constructor private
  const resolver = new (CommandInteractionOptionResolver as any)({}, options, {});
  return command.run({ options: resolver } as ChatInputCommandInteraction, context);
}

async function told(outcome: Promise<Outcome>): Promise<string> {
  const result = await outcome;
  if (result.kind !== 'message') throw new Error(`It answered with a ${result.kind}.`);
  return textOf(result.view as never);
}

const scheduleWith = (values: Record<string, string> = {}) =>
  perform(schedule, { day: 'monday', time: '9am', timezone: 'Africa/Nairobi', ...values });
const share = (number: number, at: string) => makeEntry(bench.dataSource, { guildId, number, at });

describe('/admin digest', () => {
  it('is for moderators only, and only they see the answers', () => {
    for (const command of [schedule, pause, resume, run]) {
      expect(command).toMatchObject({ group: 'digest', moderatorsOnly: true, answers: 'ephemeral' });
    }
  });

  it('schedule says the day, the zone, the channel and the next date', async () => {
    expect(await told(scheduleWith({ channel: '300000000000000001' }))).toBe(
      `The digest is posted every **Monday at 09:00** (Africa/Nairobi). It’s posted in <#300000000000000001>. The next one is due ${stamp(due, 'F')}, ${stamp(due, 'R')}.`,
    );
    expect(await told(scheduleWith({ day: 'sunday', time: '18:30' }))).toContain('Sunday at 18:30');
  });

  it('schedule refuses something that is not a time', async () => {
    await expect(scheduleWith({ time: 'noon-ish' })).rejects.toThrowError(
      expect.objectContaining({ code: 'invalid-time', facts: { time: 'noon-ish' } }),
    );
  });

  it('pause and resume say when the next one is due', async () => {
    await scheduleWith();
    expect(await told(perform(pause))).toBe(
      `The digest is paused: nothing is posted until \`/admin digest resume\`. If you resume before then, the next one is due ${stamp(due, 'F')}, ${stamp(due, 'R')}.`,
    );
    expect(await told(scheduleWith())).toContain('It’s paused: nothing is posted');
    expect(await told(perform(resume))).toBe(
      `The digest is running again. The next one is due ${stamp(due, 'F')}, ${stamp(due, 'R')}.`,
    );
  });

  it('run links to what it posted, says why it could not post, and does nothing while paused', async () => {
    await scheduleWith({ channel: '300000000000000001' });
    await share(1, '2026-03-04T09:00Z');
    bench.messenger.faults.push({ outcome: 'refused', reason: 'no-permission' });
    expect(await told(perform(run))).toBe(
      `The digest is ready, but I couldn’t post it. I’m not allowed to post in <#300000000000000001>: give me Send Messages there. I’ll try again ${stamp(new Date('2026-03-04T10:01Z'), 'R')}.`,
    );
    await perform(pause);
    expect(await told(perform(run))).toContain('is paused, so I posted nothing');
    await perform(resume);
    const answer = await told(perform(run));
    expect(answer).toContain(`https://discord.com/channels/${guildId}/300000000000000001/`);
    expect(answer).toContain(`The next one is due ${stamp(due, 'F')}`);
  });
});

describe('/digest', () => {
  it('has its subcommands, with descriptions that Discord accepts', () => {
    expect(digest.data.toJSON().options?.map(({ name }) => name)).toEqual([
      'latest',
      'preview',
      'subscribe',
      'unsubscribe',
    ]);
  });

  it('latest says when the first one is due, while there is none', async () => {
    expect(await told(perform(latest))).toContain('none is scheduled');
    await scheduleWith();
    expect(await told(perform(latest))).toContain(
      `The first one is due ${stamp(due, 'F')}, ${stamp(due, 'R')}`,
    );
    await perform(pause);
    expect(await told(perform(latest))).toContain('it’s currently paused');
  });

  it('latest shows the last one with current data, and a link to it', async () => {
    await scheduleWith({ channel: '300000000000000001' });
    await share(1, '2026-03-04T09:00Z');
    await share(2, '2026-03-04T09:30Z');
    await perform(run);
    await bench.dataSource.query('UPDATE entries SET hidden_at = $2 WHERE guild_id = $1 AND number = 2', [
      guildId,
      bench.now,
    ]);
    const text = await told(perform(latest));
    expect(text).toContain('Title 1');
    expect(text).not.toContain('Title 2');
    expect(JSON.stringify(await perform(latest))).toContain(`/300000000000000001/`);
  });

  it('latest leads to older ones and back', async () => {
    await scheduleWith({ channel: '300000000000000001' });
    for (const [number, at] of [
      [1, '2026-03-04T10:00Z'],
      [2, '2026-03-04T11:00Z'],
      [3, '2026-03-04T12:00Z'],
    ] as const) {
      await share(number, at);
      bench.now = new Date(new Date(at).getTime() + 60_000);
      await perform(run);
    }
    const newest = await perform(latest);
    expect(buttonsOf(newest)).toMatchObject([{ label: 'Previous' }, { label: 'Next', disabled: true }]);
    const middle = await press(newest, 'Previous');
    expect(await told(Promise.resolve(middle))).toContain('Title 2');
    expect(buttonsOf(middle)).toEqual([
      expect.not.objectContaining({ disabled: true }),
      expect.not.objectContaining({ disabled: true }),
    ]);
    const oldest = await press(middle, 'Previous');
    expect(await told(Promise.resolve(oldest))).toContain('Title 1');
    expect(buttonsOf(oldest)).toMatchObject([{ label: 'Previous', disabled: true }, { label: 'Next' }]);
    expect(await told(press(oldest, 'Next'))).toContain('Title 2');
  });

  it('latest and preview include the chart, and work without it if it cannot be rendered', async () => {
    await scheduleWith();
    await share(1, '2026-03-04T09:00Z');
    expect(await perform(preview)).toMatchObject({
      view: { files: [{ name: 'entries-a-day.png', content: pixel }] },
    });
    context.services.painter.paint = async () => undefined;
    const plain = await perform(preview);
    expect(JSON.stringify(plain)).not.toContain('entries-a-day.png');
    expect(await told(Promise.resolve(plain))).toContain('Title 1');
  });

  it('preview shows the running period, and when it is due', async () => {
    await scheduleWith();
    expect(await told(perform(preview))).toContain('Nothing has been shared yet');
    await share(1, '2026-03-04T09:00Z');
    const text = await told(perform(preview));
    expect(text).toContain('Title 1');
    expect(text).toContain(`The digest is due ${stamp(due, 'F')}`);
    expect(bench.postedOf(guildId)).toEqual([]);
  });
});

/** `Previous` and `Next`. */
function buttonsOf(outcome: Outcome): { label: string; custom_id: string; disabled?: boolean }[] {
  const found = JSON.stringify(outcome).match(/\{[^{}]*"label":"(?:Previous|Next)"[^{}]*\}/g) ?? [];
  return found.map((text) => JSON.parse(text));
}

async function press(outcome: Outcome, label: string): Promise<Outcome> {
  const id = buttonsOf(outcome).find((button) => button.label === label)?.custom_id ?? '';
  const params = routes.digestShow.parse(id);
  if (!params) throw new Error(`${id} is no button of a digest.`);
  return digestShow.run({}, params, context);
}

describe('the digest’s buttons', () => {
  it('Discuss opens a thread on the message, named for its week, for digests of this guild only', async () => {
    await scheduleWith({ channel: '300000000000000001' });
    await share(1, '2026-03-04T09:00Z');
    bench.now = new Date('2026-03-09T06:01Z');
    await bench.service.postDue();
    const pressed = { message: { id: '7', channelId: '3' } };
    expect(await digestDiscuss.run(pressed, { periodEnd: due }, context)).toMatchObject({
      name: 'thread',
      facts: {
        message: { channelId: '3', messageId: '7' },
        name: 'Digest of 25 February\u2009–\u20099 March 2026',
      },
    });
    const elsewhere = { ...context, guildId: bench.guild() };
    const gone = expect.objectContaining({ code: 'control-gone' });
    await expect(digestDiscuss.run(pressed, { periodEnd: due }, elsewhere)).rejects.toThrowError(gone);
    await expect(digestShow.run({}, { periodEnd: due }, elsewhere)).rejects.toThrowError(gone);
  });

  it('Solve opens the same form as on the card, for challenges of this guild only', async () => {
    await makeEntry(bench.dataSource, { guildId, number: 1, at: bench.now, type: 'challenge' });
    const outcome = await digestSolve.run({}, { number: 1 }, context);
    expect(outcome).toMatchObject({ kind: 'form', form: { custom_id: routes.solveForm.id({ number: 1 }) } });
    const elsewhere = { ...context, guildId: bench.guild() };
    await expect(digestSolve.run({}, { number: 1 }, elsewhere)).rejects.toThrowError(
      expect.objectContaining({ code: 'entry-not-found' }),
    );
  });

  it('The whole week lists everything, page by page', async () => {
    await scheduleWith();
    for (let number = 1; number <= 20; number += 1) await share(number, '2026-03-04T09:00Z');
    const first = await told(digestMore.run({}, { periodEnd: due }, context));
    expect(first).toContain('Title 15');
    expect(first).not.toContain('Title 16');
    expect(first).toContain('Page 1 of 2');
    expect(await told(digestPage.run({}, { periodEnd: due, page: 1 }, context))).toContain('Title 20');
  });
});

describe('time zones to pick from', () => {
  const choices = async (typed: string) =>
    timezoneChoices({ options: { getFocused: () => typed } } as AutocompleteInteraction, context);

  it.each([
    ['nairobi', 'Africa/Nairobi'],
    ['lagos', 'Africa/Lagos'],
    ['addis', 'Africa/Addis_Ababa'],
    ['Addis Ababa', 'Africa/Addis_Ababa'],
    ['accra', 'Africa/Accra'],
    ['kigali', 'Africa/Kigali'],
    ['casablanca', 'Africa/Casablanca'],
    ['cairo', 'Africa/Cairo'],
    ['new york', 'America/New_York'],
    ['york', 'America/New_York'],
    ['kathmandu', 'Asia/Kathmandu'],
    ['katmandu', 'Asia/Kathmandu'],
    ['africa/nai', 'Africa/Nairobi'],
    ['kolkata', 'Asia/Kolkata'],
    ['utc', 'UTC'],
  ])('%s', async (typed, timezone) => {
    expect((await choices(typed))[0]?.value).toBe(timezone);
  });

  it('show their current offset from UTC', async () => {
    expect((await choices('kathmandu'))[0]?.name).toBe('Kathmandu · Asia/Kathmandu (UTC+5:45)');
    expect((await choices('accra'))[0]?.name).toBe('Accra · Africa/Accra (UTC+0)');
  });

  it('start with the guild’s own zone, stay within Discord’s limits, and each can be stored unchanged', async () => {
    const all = await choices('');
    expect(all[0]?.value).toBe('Africa/Nairobi');
    expect(all).toHaveLength(25);
    for (const typed of ['', 'a', 'america', 'no such place']) {
      for (const { name, value } of await choices(typed)) {
        expect(name.length).toBeLessThanOrEqual(100);
        expect((await bench.service.schedule(guildId, { timezone: value })).timezone).toBe(value);
      }
    }
    expect(await choices('no such place')).toEqual([]);
  });
});
