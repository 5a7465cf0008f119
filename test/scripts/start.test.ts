/** `npm start` from start to end: a filled sandbox, a member on the command line, and nothing left behind. */
import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { isAlive } from '../support/processes.js';
import { useTemporaryDirectory } from '../support/temporary-directory.js';

const project = fileURLToPath(new URL('../../', import.meta.url));
const directory = useTemporaryDirectory();
const isRunning = 'Ctrl-C stops it.';
const timeoutMs = 300_000;
let environment: NodeJS.ProcessEnv;
/** Where the last start listens. */
let port = '';

interface Run {
  child: ChildProcess;
  output: string;
  /** The exit code. */
  ended: Promise<number | null>;
}

function run(args: string[], variables = environment): Run {
  const child = spawn(process.execPath, args, { cwd: project, env: variables });
  const started: Run = {
    child,
    output: '',
    ended: once(child, 'close').then(([code]) => code as number | null),
  };
  for (const stream of [child.stdout, child.stderr])
    stream.setEncoding('utf8').on('data', (text: string) => (started.output += text));
  return started;
}

/** An address of the sandbox. */
const at = (path: string) => `http://127.0.0.1:${port}${path}`;

async function untilRunning(started: Run): Promise<void> {
  const has = () => started.output.includes(isRunning);
  while (!has() && started.child.exitCode === null) await new Promise((resolve) => setTimeout(resolve, 50));
  if (!has()) throw new Error(`npm start ended:\n${started.output}`);
  // A port that was free a moment ago may be taken now: each start picks one, and says which.
  port = /^Open http:\/\/127\.0\.0\.1:(\d+) /m.exec(started.output)?.[1] ?? '';
}

async function say(...words: string[]): Promise<{ code: number | null; text: string }> {
  const started = run(['--import', 'tsx', 'scripts/say.ts', ...words], {
    ...environment,
    SANDBOX_PORT: port,
  });
  return { code: await started.ended, text: started.output };
}

/** A process and everything it started, directly or not. */
function family(id: number): number[] {
  const table = execFileSync('ps', ['-A', '-o', 'pid=,ppid='], { encoding: 'utf8' });
  const rows = table
    .trim()
    .split('\n')
    .map((line) => line.trim().split(/\s+/).map(Number));
  const found = [id];
  for (const parent of found)
    for (const [child, itsParent] of rows) if (itsParent === parent && child !== undefined) found.push(child);
  return found;
}

beforeAll(() => {
  environment = {
    ...process.env,
    NODE_ENV: '',
    DISCORD_TOKEN: '',
    DATABASE_URL: '',
    LOG_LEVEL: '',
    LOG_FORMAT: '',
    HTTP_PORT: '0',
    NEXUS_DATA_DIR: join(directory, 'data'),
    SANDBOX_PORT: '0',
  };
});

describe('npm start without a token', () => {
  let started: Run;

  afterAll(() => started?.child.kill('SIGTERM'));

  it('fills a sandbox, whose members search, write and press buttons', { timeout: timeoutMs }, async () => {
    started = run(['scripts/start.mjs']);
    await untilRunning(started);
    expect(started.output).toContain('Filling in the sample cohort');
    expect(started.output).toMatch(/^Open http:\/\/127\.0\.0\.1:\d+ in a browser\.\n/);
    const page = await fetch(at('/'));
    expect(page.headers.get('content-security-policy')).toContain("script-src 'self'");
    const [script] = /\/assets\/[^"]+\.js/.exec(await page.text()) ?? [];
    const file = await fetch(at(script ?? ''));
    expect(file.headers.get('content-type')).toContain('javascript');
    expect(file.headers.get('cache-control')).toContain('immutable');

    const found = await say('/search dokcer');
    expect(found.text.toLowerCase()).toContain('docker');
    expect(found.code).toBe(0);
    expect(found.text).toContain('for amina alone');

    expect((await say('--as', 'chidi', '/share')).text).toContain('Form: Share a learning');
    const shared = await say('submit', 'kind=concept', 'title=Said on the command line', 'body=one\ntwo');
    expect(shared.text).toMatch(/Said on the command line[\s\S]*one\n {2}two/);
    expect(shared.text).toContain('Nexus in #prodevprojectnexus');
    const thanked = await say('--as', 'amina', 'click', 'Helpful');
    expect(thanked.text).toContain('Helpful 1');
    expect(JSON.parse((await say('--json', '/help')).text)).toMatchObject({
      outcome: 'message',
      ephemeral: true,
    });
    expect(await say('click', 'No such button')).toMatchObject({ code: 1 });
  });

  it('starts over when the page asks for it', { timeout: timeoutMs }, async () => {
    const reset = await fetch(at('/control/reset'), { method: 'POST', body: '{}' });
    expect(await reset.json()).toEqual({});
    expect(await (await fetch(at('/control/reset'))).json()).toEqual({});
    expect((await say('/search query:"Said on the command line"')).text).not.toContain('one\n  two');
    expect((await say('/search dokcer')).text.toLowerCase()).toContain('docker');
    await say('--as', 'chidi', '/share kind:concept title:"Said on the command line"');
  });

  it('runs only once at a time, and says so', { timeout: timeoutMs }, async () => {
    const second = run(['scripts/start.mjs']);
    expect(await second.ended).toBe(1);
    expect(second.output).toMatch(/^Another Nexus is already running [^\n]*\n$/);
  });

  it('stops on SIGTERM within ten seconds and leaves no process', { timeout: timeoutMs }, async () => {
    const processes = family(started.child.pid ?? 0);
    expect(processes.length).toBeGreaterThan(3);
    const asked = performance.now();
    started.child.kill('SIGTERM');
    expect(await started.ended).toBe(0);
    expect(performance.now() - asked).toBeLessThan(10_000);
    expect(processes.filter(isAlive)).toEqual([]);
    expect(await say('/help')).toEqual({
      code: 1,
      text: expect.stringContaining('Start it first with `npm start`'),
    });
  });

  it('continues with what was there, and ends when its launcher is killed', {
    timeout: timeoutMs,
  }, async () => {
    started = run(['scripts/start.mjs']);
    await untilRunning(started);
    expect(started.output).not.toContain('Filling');
    expect((await say('/search query:"Said on the command line"')).text).toContain(
      'Said on the command line',
    );

    const processes = family(started.child.pid ?? 0);
    started.child.kill('SIGKILL');
    await expect.poll(() => processes.filter(isAlive), { timeout: 40_000 }).toEqual([]);
  });
});
