/** The developer tools: what a click causes is read, a refusal explained, trouble made and put back. */
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { expect, it } from 'vitest';
import { useBot } from '../support/bot.js';
import { builtPage, describeInBrowser, phone, useWindows, type Window } from '../support/page.js';

const down: boolean[] = [];
const bot = useBot({
  page: builtPage,
  switches: [
    {
      name: 'database',
      label: 'Database down',
      description: 'It is away.',
      set: async (isOn) => void down.push(isOn),
    },
  ],
});
const windows = useWindows(bot);

async function openPanel(window: Window) {
  await window.page.getByRole('button', { name: 'Developer tools' }).click();
  const panel = window.page.getByRole('complementary', { name: 'Developer tools' });
  await panel.getByRole('listbox').waitFor();
  return panel;
}

/** What axe-core finds grave in the panel. */
async function graveFindings(window: Window): Promise<string[]> {
  const axe = createRequire(import.meta.url).resolve('axe-core/axe.min.js');
  // As a value rather than a script of the page, whose policy allows none of other origin.
  await window.page.evaluate(await readFile(axe, 'utf8'));
  return window.page.evaluate(async () => {
    const { axe: runner } = globalThis as unknown as {
      axe: { run(place: string): Promise<{ violations: { id: string; impact: string }[] }> };
    };
    const { violations } = await runner.run('.devtools');
    return violations.filter((one) => ['serious', 'critical'].includes(one.impact)).map((one) => one.id);
  });
}

describeInBrowser('the developer tools', () => {
  it('puts what a command caused below it, and opens it by the keyboard alone', async () => {
    const window = await windows.open('amina');
    const panel = await openPanel(window);
    await bot.as('thabo').command('/search docker');
    const list = panel.getByRole('listbox', { name: /Requests/ });
    await list.getByRole('option', { name: /thabo \/search answered/ }).waitFor();
    await list.getByRole('option', { name: /POST \/interactions\/…\/callback 204 ok/ }).waitFor();
    await list.focus();
    await window.page.keyboard.press('End');
    await window.page.keyboard.press('Enter');
    const details = panel.getByRole('region', { name: 'Details' });
    expect(await details.evaluate((element) => element.matches(':focus'))).toBe(true);
    expect(await details.innerText()).toMatch(/Request\n[\s\S]*"type": 4/);
    expect(await graveFindings(window)).toEqual([]);
    await window.page.keyboard.press('Escape');
    expect(await list.evaluate((element) => element.matches(':focus'))).toBe(true);
    expect(window.complaints).toEqual([]);
    await window.close();
  });

  it('says why a body was refused and marks the place; what is in a body stays text', async () => {
    const window = await windows.open('amina');
    const panel = await openPanel(window);
    const channel = bot.sandbox.parts.state.channelsOf('700000000000000001')[0];
    const [application] = bot.sandbox.parts.state.applications.values();
    const refused = await fetch(`${bot.sandbox.apiUrl}/v10/channels/${channel?.id}/messages`, {
      method: 'POST',
      headers: { authorization: `Bot ${application?.token}`, 'content-type': 'application/json' },
      body: JSON.stringify({
        content: '<img src=x onerror="document.title = 1">',
        embeds: [{ title: 't'.repeat(300) }],
      }),
    });
    expect(refused.status).toBe(400);

    await panel.getByRole('option', { name: /400 refused/ }).click();
    const details = panel.getByRole('region', { name: 'Details' });
    await details.getByText('Refused, because').waitFor();
    await details.getByRole('button', { name: 'embeds[0].title' }).click();
    expect(await details.locator('.json-wrong').innerText()).toMatch(/"title"[\s\S]*Must be 256/);
    expect(await details.locator('img').count()).toBe(0);
    expect(await details.innerText()).toContain('<img src=x');
    await panel.getByLabel('Filter by status').selectOption('Refused or failed');
    await panel.getByLabel('Filter by text').fill('embeds');
    expect(await panel.getByRole('option', { name: /\d/ }).count()).toBeGreaterThan(0);
    await panel.getByLabel('Filter by text').fill('nothing is like this');
    await panel.getByText('No request is like that').waitFor();
    expect(window.complaints).toEqual([]);
    await window.close();
  });

  it('makes trouble that everybody sees, and puts all of it back at once', async () => {
    const [amina, thabo] = [await windows.open('amina'), await windows.open('thabo')];
    const panel = await openPanel(amina);
    await panel.getByRole('tab', { name: /Trouble/ }).click();
    await panel.getByRole('switch', { name: /Answer 500/ }).click();
    await panel.getByRole('switch', { name: /Database down/ }).click();
    expect(await graveFindings(amina)).toEqual([]);
    const bar = thabo.page.getByRole('status').filter({ hasText: 'Trouble is on' });
    await bar.getByText('Answer 500, Database down').waitFor();
    expect(down).toEqual([true]);
    await bar.getByRole('button', { name: 'Back to normal' }).click();
    await bar.waitFor({ state: 'detached' });
    await panel.getByText('All is well.').waitFor();
    expect(down).toEqual([true, false]);
    const latency = panel.getByRole('slider', { name: /Latency/ });
    await latency.focus();
    await amina.page.keyboard.press('ArrowRight');
    await expect.poll(async () => (await bot.sandbox.client.troubles()).rules[0]?.ms).toBe(100);
    await panel.getByRole('button', { name: 'Back to normal' }).click();
    await panel.getByText('All is well.').waitFor();
    await panel.getByRole('tab', { name: /bots/ }).click();
    await panel.getByText(/\d+ registered/).waitFor();
    await amina.close();
    await thabo.close();
  });

  it('is a sheet on a phone, which Escape closes', async () => {
    const window = await windows.open('amina', { viewport: phone });
    const panel = await openPanel(window);
    expect((await panel.boundingBox())?.width).toBeCloseTo(phone.width, 0);
    expect(await graveFindings(window)).toEqual([]);
    await window.page.keyboard.press('Escape');
    await panel.waitFor({ state: 'detached' });
    await window.close();
  });
});
