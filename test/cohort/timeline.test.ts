/** Checks the sample cohort against the bot's rules, so that filling a sandbox can't fail. */
import { describe, expect, it } from 'vitest';
import { minutesAfterStart, timeline } from '../../scripts/cohort/timeline.js';
import type { Accept, Act, Challenge, EntryAct, Share, Solve } from '../../scripts/cohort/types.js';
import { channelIds, cohortWorld, guildId, people, roleIds } from '../../scripts/cohort/world.js';

const isEntry = (act: Act): act is EntryAct => 'key' in act;
const shares = timeline.filter((act): act is Share => act.act === 'share');
const challenges = timeline.filter((act): act is Challenge => act.act === 'challenge');
const solutions = timeline.filter((act): act is Solve => act.act === 'solve');
const accepts = timeline.filter((act): act is Accept => act.act === 'accept');
const thanks = timeline.filter((act) => act.act === 'helpful' || act.act === 'save');
const helpfuls = thanks.filter((act) => act.act === 'helpful');
const entries = new Map(timeline.filter(isEntry).map((act) => [act.key, act]));

function solutionOf(key: string): Solve {
  const entry = entries.get(key);
  if (entry?.act !== 'solve') throw new Error(`${key} is no solution`);
  return entry;
}

function challengeOf(key: string): Challenge {
  const entry = entries.get(key);
  if (entry?.act !== 'challenge') throw new Error(`${key} is no challenge`);
  return entry;
}

function textOf(entry: EntryAct): string {
  if (entry.act === 'share') return entry.body;
  return entry.act === 'challenge' ? entry.details : entry.solution;
}

/** The entry that must come before an act. */
function dependsOn(act: Act): EntryAct | undefined {
  if (act.act === 'solve') return challengeOf(act.challenge);
  if (act.act === 'accept') return solutionOf(act.solution);
  if (act.act === 'helpful' || act.act === 'save') {
    const entry = entries.get(act.on);
    if (!entry) throw new Error(`${act.on} is no entry`);
    return entry;
  }
  return undefined;
}

describe('the people of the sample cohort', () => {
  it('have unique ids and names, and a country', () => {
    const ids = [
      guildId,
      ...Object.values(channelIds),
      ...Object.values(roleIds),
      ...people.map((one) => one.id),
    ];
    expect(new Set(ids).size).toBe(ids.length);
    for (const id of ids) expect(id).toMatch(/^[1-9]\d{17}$/);
    expect(new Set(people.map((one) => one.username)).size).toBe(people.length);
    expect(new Set(people.map((one) => one.country)).size).toBeGreaterThanOrEqual(8);
  });

  it('are one owner, one moderator and learners of both tracks', () => {
    expect(people.filter((one) => one.role === 'owner')).toHaveLength(1);
    expect(people.filter((one) => one.role === 'moderator')).toHaveLength(1);
    for (const track of ['backend', 'frontend'])
      expect(people.filter((one) => !one.role && one.track === track).length).toBeGreaterThanOrEqual(6);
  });

  it('live in a guild that only names its own roles and members', () => {
    const [guild] = cohortWorld.guilds;
    if (!guild) throw new Error('no guild');
    const roles = ['@everyone', ...(guild.roles ?? []).map((role) => role.name)];
    for (const member of guild.members) for (const role of member.roles ?? []) expect(roles).toContain(role);
    for (const channel of guild.channels)
      for (const overwrite of channel.overwrites ?? [])
        if (overwrite.role) expect(roles).toContain(overwrite.role);
    expect(guild.members.map((member) => member.name)).toContain(guild.owner);
    expect(guild.channels.map((channel) => channel.name)).toContain('prodevprojectnexus');
  });

  it('all take part', () => {
    const active = new Set(timeline.filter(isEntry).map((act) => act.by));
    expect([...active].sort()).toEqual(people.map((one) => one.username).sort());
  });
});

describe('what they write', () => {
  it('stays within the limits of entries', () => {
    for (const entry of entries.values()) {
      const text = textOf(entry);
      expect(text.length, entry.key).toBeGreaterThan(0);
      expect(text.length, entry.key).toBeLessThanOrEqual(4000);
      if ('title' in entry) {
        expect(entry.title.trim().length, entry.key).toBeGreaterThan(0);
        expect(entry.title.length, entry.key).toBeLessThanOrEqual(120);
        expect(entry.tags.length, entry.key).toBeLessThanOrEqual(5);
        expect(new Set(entry.tags).size, entry.key).toBe(entry.tags.length);
        for (const tag of entry.tags) expect(tag, entry.key).toMatch(/^[a-z0-9+#.-]{1,32}$/);
      }
    }
  });

  it('is stored unchanged: NFC, no control characters, trimmed, code blocks closed', () => {
    for (const entry of entries.values()) {
      const text = 'title' in entry ? `${entry.title}\n${textOf(entry)}` : textOf(entry);
      expect(text, entry.key).toBe(text.normalize('NFC'));
      expect(text, entry.key).toBe(text.trim());
      expect(text, entry.key).not.toMatch(/[^\P{Cc}\n]/u);
      expect(text.split('```').length % 2, entry.key).toBe(1);
    }
  });

  it('pings nobody', () => {
    for (const entry of entries.values()) expect(textOf(entry), entry.key).not.toMatch(/@everyone|@here|<@/);
  });

  it('links to https addresses only', () => {
    for (const entry of entries.values())
      if ('link' in entry && entry.link !== undefined) expect(new URL(entry.link).protocol).toBe('https:');
  });

  it('has a unique key and title each', () => {
    expect(entries.size).toBe(timeline.filter(isEntry).length);
    const titles = [...shares, ...challenges].map((entry) => entry.title.toLowerCase());
    expect(new Set(titles).size).toBe(titles.length);
  });
});

describe('the order of things', () => {
  it('only uses moments within six weeks, and none on a first day before the digest', () => {
    for (const { at } of timeline) {
      expect(at.time).toMatch(/^([01]\d|2[0-3]):[0-5]\d$/);
      expect(minutesAfterStart(at)).toBeLessThan(6 * 7 * 24 * 60);
      if (at.day === 0) expect(at.time >= '09:01', `week ${at.week}, ${at.time}`).toBe(true);
    }
  });

  it('is sorted, and each act comes after what it depends on', () => {
    let last = -1;
    for (const act of timeline) {
      const moment = minutesAfterStart(act.at);
      expect(moment).toBeGreaterThanOrEqual(last);
      last = moment;
      const before = dependsOn(act);
      if (before) expect(moment, JSON.stringify(act)).toBeGreaterThan(minutesAfterStart(before.at));
    }
  });

  it('gives every entry its own moment, so that the numbering never changes', () => {
    const moments = [...entries.values()].map((entry) => minutesAfterStart(entry.at));
    expect(new Set(moments).size).toBe(moments.length);
  });
});

describe('who may do what', () => {
  it('lets nobody solve their own challenge or find their own entry helpful', () => {
    for (const solution of solutions)
      expect(solution.by, solution.key).not.toBe(challengeOf(solution.challenge).by);
    for (const act of helpfuls) expect(act.by, act.on).not.toBe(dependsOn(act)?.by);
  });

  it('counts at most one Helpful and one Save per member and entry', () => {
    const presses = thanks.map((act) => `${act.act} ${act.by} ${act.on}`);
    expect(new Set(presses).size).toBe(presses.length);
  });

  it('has the asker or a moderator accept one solution per challenge, and no solution offered afterwards', () => {
    const solved = new Set<string>();
    for (const accept of accepts) {
      const { challenge } = solutionOf(accept.solution);
      const moderator = people.some((one) => one.username === accept.by && one.role === 'moderator');
      expect(moderator || accept.by === challengeOf(challenge).by, accept.solution).toBe(true);
      expect(solved.has(challenge), challenge).toBe(false);
      solved.add(challenge);
      for (const other of solutions.filter((one) => one.challenge === challenge))
        expect(minutesAfterStart(other.at), other.key).toBeLessThan(minutesAfterStart(accept.at));
    }
  });
});

describe('how much there is to see', () => {
  const solved = new Set(accepts.map((accept) => solutionOf(accept.solution).challenge));
  const open = challenges.filter((challenge) => !solved.has(challenge.key));

  it('has learnings of every kind', () => {
    expect(shares.length).toBeGreaterThanOrEqual(60);
    const kinds = ['collaboration', 'concept', 'goal', 'practice', 'resource', 'takeaway', 'technology'];
    expect([...new Set(shares.map((share) => share.kind))].sort()).toEqual(kinds);
  });

  it('has challenges solved by up to three solutions, and open ones, some waiting for weeks', () => {
    expect(challenges).toHaveLength(24);
    expect(solved.size).toBe(18);
    expect(open.filter((challenge) => challenge.at.week <= 2).length).toBeGreaterThanOrEqual(2);
    expect(solutions.length).toBeGreaterThanOrEqual(30);
    for (const challenge of challenges) {
      const offered = solutions.filter((solution) => solution.challenge === challenge.key).length;
      expect(offered, challenge.key).toBeLessThanOrEqual(3);
    }
  });

  it('has thanks for most of them, unevenly', () => {
    expect(helpfuls.length).toBeGreaterThanOrEqual(100);
    expect(thanks.length - helpfuls.length).toBeGreaterThanOrEqual(20);
  });

  it('fills the digests of the last two weeks with learnings, pairs and thanks', () => {
    for (const week of [4, 5]) {
      expect(shares.filter((share) => share.at.week === week).length).toBeGreaterThanOrEqual(8);
      expect(accepts.filter((accept) => accept.at.week === week).length).toBeGreaterThanOrEqual(3);
      expect(helpfuls.filter((act) => act.at.week === week).length).toBeGreaterThanOrEqual(15);
    }
  });
});
