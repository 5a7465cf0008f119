/** Drives processes that own an embedded Postgres: see postgres-owner-process.ts. */
import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';

/** `at`: the instant to start, in milliseconds since 1970, so that two can start together. */
export type OwnerRequest = { dataDirectory: string; at: number } | { stop: true };

export interface OwnerAnswer {
  url?: string;
  error?: string;
  /** What the embedded Postgres logged. */
  messages: string[];
}

export class PostgresOwner {
  private constructor(private readonly child: ChildProcess) {}

  /** Starts the process in its own process group, as another user if ids are given. */
  static async begin(identity: { uid?: number; gid?: number } = {}): Promise<PostgresOwner> {
    const script = fileURLToPath(new URL('postgres-owner-process.ts', import.meta.url));
    const child = fork(script, {
      ...identity,
      detached: true,
      execArgv: ['--import', 'tsx'],
      // tsx would put its cache in a shared temporary folder.
      env: { PATH: process.env.PATH, TSX_DISABLE_CACHE: '1' },
    });
    await once(child, 'message');
    return new PostgresOwner(child);
  }

  start(dataDirectory: string, at = 0): Promise<OwnerAnswer> {
    return this.ask({ dataDirectory, at });
  }

  stop(): Promise<OwnerAnswer> {
    return this.ask({ stop: true });
  }

  /** Sends a signal to the process and its whole group, as a terminal does; waits for the end if it is SIGKILL. */
  async signal(signal: 'SIGINT' | 'SIGKILL'): Promise<void> {
    if (this.child.exitCode !== null || this.child.signalCode !== null) return;
    const ended = signal === 'SIGKILL' ? once(this.child, 'exit') : undefined;
    process.kill(-(this.child.pid ?? 0), signal);
    await ended;
  }

  /** Sends a start without waiting for its answer, which never comes if the process is killed. */
  send(request: OwnerRequest): void {
    this.child.send(request);
  }

  private async ask(request: OwnerRequest): Promise<OwnerAnswer> {
    const answered = once(this.child, 'message') as Promise<[OwnerAnswer]>;
    this.send(request);
    const [answer] = await answered;
    return answer;
  }
}
