/** Inspecting in threads: no text and no rule holds up the main one, and patterns that take too long are left out. */
import { afterAll, describe, expect, it } from 'vitest';
import { AutoModeration } from '../../../src/features/guard/auto-moderation.js';
import type { WordRule } from '../../../src/features/guard/auto-moderation-model.js';
import { WorkerInspector } from '../../../src/features/guard/worker-inspector.js';
import { cpuStall } from '../../support/stall.js';

const inspector = new WorkerInspector();
const hasty = new WorkerInspector({ timeMs: 400, workers: 1 });
afterAll(() => Promise.all([inspector.stop(), hasty.stop()]));

const rule: WordRule = {
  keywords: ['badword'],
  patterns: [],
  allowed: [],
  mentionsAtMost: null,
  exemptRoles: [],
  exemptChannels: [],
  message: 'No',
};
const mebibyte = (unit: string) => unit.repeat(Math.ceil(1_048_576 / unit.length)).slice(0, 1_048_576);

describe('inspecting in a thread', () => {
  it.each(['token=a1', 'pwd=a1', 'password: A1b2C3d4! ', '密码：', 'eyJ', '-----BEGIN ', 'postgres://a:b'])(
    'a file of %s leaves the main thread free',
    async (unit) => {
      await inspector.warmUp();
      const { value, longestMs } = await cpuStall(() =>
        inspector.inspect({ kind: 'file', name: 'README.md', raw: mebibyte(unit), read: {} }),
      );
      expect(value === null || value.kind.length > 0).toBe(true);
      expect(longestMs).toBeLessThan(50);
    },
  );

  it('finds what is there', async () => {
    expect(
      await inspector.inspect({ kind: 'secrets', texts: [{ a: 'hi' }, { a: 'DB_PASSWORD=q7Zp!x93Lm' }] }),
    ).toMatchObject([null, { kind: 'password' }]);
  });

  it('a guild of thousands of keywords leaves the main thread free', async () => {
    const keywords = Array.from({ length: 1_000 }, (_, index) => `*a phrase of words number ${index}*`);
    const rules = Array.from({ length: 6 }, () => ({ ...rule, keywords }));
    const guild = new AutoModeration({ read: async () => ({ presets: 0, rules }) }, inspector);
    const part = mebibyte('a phrase of words number ').slice(0, 65_000);
    const texts = Array.from({ length: 8 }, () => ({ body: part }));
    const { value, longestMs } = await cpuStall(() =>
      guild.stopping('1', texts, { roleIds: [], channelId: undefined }),
    );
    expect(value).toEqual(texts.map(() => undefined));
    expect(longestMs).toBeLessThan(50);
  });
});

describe('patterns that take too long', () => {
  // Each is small enough; a hundred of them aren't.
  const patterns = Array.from({ length: 100 }, (_, index) => `[a-z ]{1,200}${index}`);
  const guild = (words: Partial<WordRule>) =>
    new AutoModeration({ read: async () => ({ presets: 0, rules: [{ ...rule, ...words }] }) }, hasty);
  const anyone = { roleIds: [], channelId: undefined };

  it('are left out, told by the check-up, and the keywords still hold', async () => {
    await hasty.warmUp();
    const slow = guild({ patterns });
    const { value, longestMs } = await cpuStall(() =>
      slow.stopping('1', [{ body: `badword ${'ab '.repeat(1_300)}` }, { body: 'ab '.repeat(1_300) }], anyone),
    );
    expect(value).toEqual(['No', undefined]);
    expect(longestMs).toBeLessThan(50);
    expect(await slow.state('1')).toMatchObject({ isSlow: true });
  });

  it('are refused alone when their program is too large', async () => {
    const refused = guild({ patterns: ['([a-z ]{1,31}){1,31}1', '((a?){30}){30}b', 'nitro'] });
    expect(await refused.state('1')).toMatchObject({ tooLarge: 2, unknown: 0, isSlow: false });
    expect(await refused.stopping('1', [{ body: 'free NITRO' }], anyone)).toEqual(['No']);
  });
});
