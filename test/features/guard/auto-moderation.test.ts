/** AutoMod's rules as Discord applies them: words with wildcards, patterns, what is allowed, who and where is exempt. */
import { describe, expect, it } from 'vitest';
import { AutoModeration } from '../../../src/features/guard/auto-moderation.js';
import type { ReadRules, WordRule } from '../../../src/features/guard/auto-moderation-model.js';
import { readyRule } from '../../../src/features/guard/word-rule.js';
import { inspector } from '../../support/inspector.js';

const rule = (changes: Partial<WordRule>): WordRule => ({
  keywords: [],
  patterns: [],
  allowed: [],
  mentionsAtMost: null,
  exemptRoles: [],
  exemptChannels: [],
  message: null,
  ...changes,
});

describe('a rule of keywords', () => {
  it.each([
    ['cat', 'a Cat!', true],
    ['cat', 'the cathedral', false],
    ['cat', 'a bobcat', false],
    ['cat*', 'the cathedral', true],
    ['cat*', 'a bobcat', false],
    ['*cat', 'a bobcat', true],
    ['*cat', 'the cathedral', false],
    ['*cat*', 'concatenate', true],
    ['bad words', 'such bad   words here', true],
    ['c++', 'I like c++ a lot', true],
    ['été', 'cet été-là', true],
    ['ውሻ', 'ውሻ ነው', true],
    ['ውሻ', 'ውሻዎች', false],
    ['*', 'anything', false],
  ])('%s in “%s”: %s', (keyword, text, isStopped) => {
    expect(readyRule(rule({ keywords: [keyword] })).stops(text)).toBe(isStopped);
  });

  it('lets through what is allowed, and nothing beside it', () => {
    const { stops } = readyRule(rule({ keywords: ['*cat*'], allowed: ['concatenate', 'education'] }));
    expect(stops('Education: how to concatenate')).toBe(false);
    expect(stops('How to concatenate cats')).toBe(true);
  });
});

describe('a rule of patterns', () => {
  it('is matched whatever the case, and one that is not understood is counted and left out', () => {
    const ready = readyRule(rule({ patterns: ['free\\s+n[i1]tro', '(?=ahead)x', '('] }));
    expect(ready.unread).toEqual({ unknown: 2, tooLarge: 0 });
    expect(ready.stops('FREE   N1TRO')).toBe(true);
    expect(ready.stops('free as in freedom')).toBe(false);
  });

  it('takes no time that grows out of hand', () => {
    const begun = performance.now();
    expect(readyRule(rule({ patterns: ['(a+)+$'] })).stops(`${'a'.repeat(4_000)}!`)).toBe(false);
    expect(performance.now() - begun).toBeLessThan(2_000);
  });
});

it('counts different members and roles that are mentioned', () => {
  const { stops } = readyRule(rule({ mentionsAtMost: 2 }));
  const mention = (index: number) => `<@80000000000000000${index}>`;
  expect(stops(`${mention(1)} ${mention(1)} ${mention(2)}`)).toBe(false);
  expect(stops(`${mention(1)} <@&800000000000000001> ${mention(2)}`)).toBe(true);
});

describe('the rules of a guild', () => {
  const writer = { roleIds: ['1'], channelId: '2' };
  const texts = [{ title: 'Fine', body: 'a cat' }];
  const reading = (read: () => Promise<ReadRules | null>) => new AutoModeration({ read }, inspector);
  const having = (changes: Partial<WordRule>) =>
    reading(async () => ({ presets: 0, rules: [rule({ keywords: ['cat'], ...changes })] }));

  it('say what moderators want to be said', async () => {
    expect(await having({ message: 'No cats' }).stopping('9', texts, writer)).toEqual(['No cats']);
    expect(await having({}).stopping('9', texts, writer)).toEqual([null]);
    expect(await having({}).stopping('9', [{ body: 'a dog' }], writer)).toEqual([undefined]);
  });

  it('leave out roles and channels that are exempt', async () => {
    expect(await having({ exemptRoles: ['1'] }).stopping('9', texts, writer)).toEqual([undefined]);
    expect(await having({ exemptChannels: ['2'] }).stopping('9', texts, writer)).toEqual([undefined]);
    expect(await having({ exemptRoles: ['3'] }).stopping('9', texts, writer)).toEqual([null]);
  });

  it('are read once for many, and keep nobody out while they cannot be read', async () => {
    let count = 0;
    const counting = reading(async () => {
      count += 1;
      return { presets: 0, rules: [] };
    });
    await Promise.all(Array.from({ length: 20 }, () => counting.stopping('9', texts, writer)));
    expect(count).toBe(1);
    expect(await reading(async () => null).stopping('9', texts, writer)).toEqual([undefined]);
    const failing = reading(async () => Promise.reject(new Error('503')));
    expect(await failing.stopping('9', texts, writer)).toEqual([undefined]);
    const hanging = reading(() => new Promise(() => undefined));
    expect(await hanging.stopping('9', texts, writer)).toEqual([undefined]);
  });

  it('tell a check-up how far they can be applied', async () => {
    const state = { isReadable: true, presets: 2, unknown: 1, tooLarge: 1, isSlow: false };
    const partly = reading(async () => ({
      presets: 2,
      rules: [rule({ patterns: ['(?=x)', 'y', '([a-z ]{1,31}){1,31}1'] })],
    }));
    expect(await partly.state('9')).toEqual(state);
    expect(await reading(async () => null).state('9')).toEqual({
      isReadable: false,
      presets: 0,
      unknown: 0,
      tooLarge: 0,
      isSlow: false,
    });
  });
});
