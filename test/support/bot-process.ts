/** The built bot as one child process: started, observed, and stopped. */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';

const entryPoint = fileURLToPath(new URL('../../dist/index.js', import.meta.url));

/** How long to wait for something that must happen (ms): a busy machine takes its time. */
const timeoutMs = 30_000;

export type LogLine = Record<string, unknown>;

export class BotProcess {
  /** Lines of its log so far. */
  readonly log: LogLine[] = [];
  private child: ChildProcess | undefined;

  /** Starts it with only these variables, and waits until it is ready. */
  async start(environment: Record<string, string>): Promise<void> {
    this.log.length = 0;
    const child = spawn(process.execPath, ['--enable-source-maps', entryPoint], {
      stdio: ['ignore', 'pipe', 'inherit'],
      cwd: '/',
      env: { PATH: process.env['PATH'], ...environment },
    });
    this.child = child;
    let rest = '';
    child.stdout.setEncoding('utf8').on('data', (text: string) => {
      const lines = (rest + text).split('\n');
      rest = lines.pop() ?? '';
      for (const line of lines) if (line !== '') this.log.push(JSON.parse(line) as LogLine);
    });
    await this.logged(({ msg }) => msg === 'ready', 2 * timeoutMs);
  }

  /** Stops it, with SIGTERM unless told otherwise; returns its exit code. */
  async stop(signal: NodeJS.Signals = 'SIGTERM'): Promise<number | null> {
    const { child } = this;
    if (!child || child.exitCode !== null || child.signalCode !== null) return child?.exitCode ?? null;
    const exit = once(child, 'exit') as Promise<[number | null]>;
    child.kill(signal);
    return (await exit)[0];
  }

  /** Waits for a line of the log. */
  async logged(wanted: (line: LogLine) => boolean, withinMs = timeoutMs): Promise<LogLine> {
    const deadline = Date.now() + withinMs;
    for (;;) {
      const line = this.log.find(wanted);
      if (line) return line;
      if (Date.now() > deadline || (this.child && this.child.exitCode !== null)) {
        throw new Error(
          `No such line in the log:\n${this.log.map((entry) => JSON.stringify(entry)).join('\n')}`,
        );
      }
      await new Promise((resolve) => setTimeout(resolve, 10));
    }
  }
}
