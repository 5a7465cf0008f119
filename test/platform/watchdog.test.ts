/** A process whose event loop hangs ends; one that is only stopped for a while, or idle, does not. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { setTimeout as sleep } from 'node:timers/promises';
import { expect, it } from 'vitest';

const watchdog = new URL('../../dist/platform/watchdog.js', import.meta.url).href;

function start(then: string) {
  const child = spawn(
    process.execPath,
    ['-e', `import('${watchdog}').then(({ startWatchdog }) => { startWatchdog(2_000); ${then} })`],
    { stdio: ['ignore', 'pipe', 'inherit'] },
  );
  let said = '';
  child.stdout.setEncoding('utf8').on('data', (text: string) => (said += text));
  return { child, ended: once(child, 'exit') as Promise<[number | null, string | null]>, said: () => said };
}

it('ends a process whose event loop hangs, and logs it', async () => {
  const { ended, said } = start('setTimeout(() => { for (;;); }, 300);');
  expect(await ended).toEqual([null, 'SIGKILL']);
  expect(JSON.parse(said())).toMatchObject({ level: 60, msg: 'the event loop hangs; ending the process' });
});

it('leaves an idle, a suspended and a briefly blocked process alone', async () => {
  const { child, ended } = start(
    'setTimeout(() => { const until = Date.now() + 1_000; while (Date.now() < until); }, 300); setTimeout(() => process.exit(5), 9_000);',
  );
  await sleep(2_500);
  child.kill('SIGSTOP');
  await sleep(4_000);
  child.kill('SIGCONT');
  expect(await ended).toEqual([5, null]);
});
