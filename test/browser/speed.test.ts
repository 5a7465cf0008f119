/** How fast a long channel appears, and that its past is there to scroll up to. */
import { expect, it } from 'vitest';
import { useBot } from '../support/bot.js';
import { builtPage, describeInBrowser, useWindows } from '../support/page.js';

const bot = useBot({ page: builtPage });
const windows = useWindows(bot);
const many = 1_000;
/** A second on an idle machine; tests share theirs with others. */
const maxResponseMs = 3_000;

describeInBrowser('a channel with 1,000 messages', () => {
  it('is painted at once, and older ones come as one scrolls up', async () => {
    const kofi = bot.as('kofi', 'general');
    for (let number = 1; number <= many; number += 50) {
      await Promise.all(
        Array.from({ length: 50 }, (_, index) =>
          kofi.say(`Message **${number + index}** of many, with \`code\` in it.`),
        ),
      );
    }
    const warm = await windows.open('amina', { channel: 'general' });
    const { page } = warm;
    const times: number[] = [];
    for (let round = 0; round < 3; round += 1) {
      await page.reload({ waitUntil: 'commit' });
      await page.getByRole('article').nth(40).waitFor();
      times.push(
        await page.evaluate<number>(
          `Math.max(performance.now() - 50, performance.getEntriesByName('first-contentful-paint')[0].startTime)`,
        ),
      );
    }
    console.log(
      `a channel of ${many} messages, from address to messages: ${times.map(Math.round).join(', ')} ms`,
    );
    expect(Math.min(...times)).toBeLessThan(maxResponseMs);

    const before = await page.getByRole('article').count();
    expect(before).toBeLessThan(many / 2);
    await expect
      .poll(
        async () => {
          await page.getByRole('article').first().scrollIntoViewIfNeeded();
          return page.getByRole('article').count();
        },
        { timeout: 30_000 },
      )
      .toBeGreaterThan(before + 100);
    await warm.close();
  });
});
