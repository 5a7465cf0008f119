/** `npm run docs:screenshots`: takes the screenshots for the docs from its own sandbox with the sample cohort. */
import { spawn } from 'node:child_process';
import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Browser, Locator, Page } from 'playwright-core';
import { launchChromium } from '../browser/chromium.js';

const root = fileURLToPath(new URL('../../', import.meta.url));
const folder = join(root, 'docs/images');
const startTimeoutMs = 180_000;

const desktop = { viewport: { width: 1180, height: 760 } };
const phone = { viewport: { width: 360, height: 740 }, deviceScaleFactor: 2, isMobile: true, hasTouch: true };

interface Picture {
  name: string;
  as: string;
  screen: typeof desktop | typeof phone;
  colorScheme: 'dark' | 'light';
  /** Brings the page into the state for the screenshot. */
  prepare(page: Page): Promise<void>;
}

const pictures: Picture[] = [
  {
    name: 'search-with-a-typo',
    as: 'chidi',
    screen: desktop,
    colorScheme: 'dark',
    async prepare(page) {
      await run(page, '/search query:dokcer');
      await settle(page, 'Showing results for');
    },
  },
  {
    name: 'similar-challenges-on-a-phone',
    as: 'kwame',
    screen: phone,
    colorScheme: 'dark',
    async prepare(page) {
      await run(
        page,
        '/challenge post title:Celery tasks run twice details:Each email goes out two times. tags:celery',
      );
      await settle(page, 'Before you post');
    },
  },
  {
    name: 'developer-tools',
    as: 'amina',
    screen: { viewport: { width: 1440, height: 760 } },
    colorScheme: 'dark',
    async prepare(page) {
      await page.getByRole('button', { name: 'Developer tools' }).click();
      await run(page, '/entry view entry:12');
      await settle(page, 'Only you can see this');
      await page
        .getByRole('searchbox', { name: /Filter/ })
        .or(page.getByPlaceholder('Filter'))
        .first()
        .fill('/entry view');
      await page.waitForTimeout(300);
      await page.getByRole('listbox', { name: 'Requests' }).getByRole('option').last().click();
    },
  },
];

const data = await mkdtemp(join(tmpdir(), 'nexus-screenshots-'));
const session = spawn(process.execPath, ['scripts/start.mjs'], {
  cwd: root,
  env: { ...process.env, DISCORD_TOKEN: '', DATABASE_URL: '', NEXUS_DATA_DIR: data, SANDBOX_PORT: '0' },
  stdio: ['ignore', 'pipe', 'inherit'],
});
let browser: Browser | undefined;
try {
  const address = await addressOf(session.stdout);
  browser = await launchChromium();
  await mkdir(folder, { recursive: true });
  for (const picture of pictures) await take(browser, address, picture);
} finally {
  await browser?.close();
  const gone = new Promise((resolve) => session.once('exit', resolve));
  if (session.exitCode === null) {
    session.kill('SIGTERM');
    await gone;
  }
  await rm(data, { recursive: true, force: true });
}

async function take(from: Browser, address: string, picture: Picture): Promise<void> {
  const context = await from.newContext({
    ...picture.screen,
    colorScheme: picture.colorScheme,
    reducedMotion: 'reduce',
    locale: 'en-GB',
    timezoneId: 'Africa/Nairobi',
  });
  const page = await context.newPage();
  await page.goto(`${address}/?as=${picture.as}&channel=prodevprojectnexus`);
  await page.getByRole('article').last().waitFor();
  await picture.prepare(page);
  await page.screenshot({ path: join(folder, `${picture.name}.png`), animations: 'disabled', caret: 'hide' });
  process.stdout.write(`docs/images/${picture.name}.png\n`);
  await context.close();
}

function box(page: Page): Locator {
  return page.getByRole('textbox', { name: /^Message / }).first();
}

/** Types a command with its options, and sends it. */
async function run(page: Page, line: string): Promise<void> {
  await box(page).click();
  await page.keyboard.type(line);
  const name = line.replace(/ \S+:.*$/s, '');
  const send = page.getByRole('button', { name: `Send ${name}` });
  if (name === line) {
    await page.getByRole('option', { name: line }).first().waitFor();
    await page.keyboard.press('Enter');
  }
  await send.waitFor();
  await page.keyboard.press('Enter');
}

/** Waits for an answer and for animations to end, and scrolls to the start of the answer. */
async function settle(page: Page, text: string): Promise<void> {
  const answer = page.getByRole('article').filter({ hasText: text }).last();
  await answer.waitFor();
  await page.waitForTimeout(600);
  await answer.evaluate((article) => article.scrollIntoView({ block: 'start' }));
  await page.waitForTimeout(200);
}

/** The address that the session prints once it is ready; later output is read and ignored. */
async function addressOf(output: NodeJS.ReadableStream): Promise<string> {
  return new Promise((resolve, reject) => {
    let text = '';
    const timer = setTimeout(
      () => reject(new Error(`The sandbox was not ready in time:\n${text}`)),
      startTimeoutMs,
    );
    output.setEncoding('utf8').on('data', (chunk: string) => {
      text += chunk;
      const [, address] = /Open (http:\S+) .*Ctrl-C/s.exec(text) ?? [];
      if (address) resolve(address);
      if (address) clearTimeout(timer);
    });
    output.once('end', () => reject(new Error(`The sandbox ended:\n${text}`)));
  });
}
