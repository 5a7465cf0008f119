/** A way to a database that ends once, before or after one message to it arrived: nobody knows which from outside. */
import { once } from 'node:events';
import { type AddressInfo, connect, createServer, type Socket } from 'node:net';

export interface CuttingProxy {
  port: number;
  /** Ends the connection at the next message with these words: before the server has it, or instead of its answer. */
  cutAt(words: string, when: 'before' | 'after'): void;
  /** Whether the cut has happened. */
  readonly isCut: boolean;
  /** Takes no connections from now on. */
  refuse(): void;
  close(): Promise<void>;
}

export async function startCuttingProxy(
  target: { host: string; port: number } | { path: string },
): Promise<CuttingProxy> {
  let armed: { words: string; when: 'before' | 'after' } | undefined;
  let isCut = false;
  let isRefusing = false;
  const sockets = new Set<Socket>();
  const server = createServer((near) => {
    if (isRefusing) return void near.destroy();
    const far = connect(target);
    let isEnding = false;
    for (const socket of [near, far]) {
      sockets.add(socket);
      socket.on('error', () => undefined);
    }
    near.on('data', (chunk) => {
      if (!armed || !chunk.includes(armed.words)) return void far.write(chunk);
      const { when } = armed;
      armed = undefined;
      isCut = true;
      if (when === 'before') return void near.destroy();
      isEnding = true;
      far.write(chunk);
    });
    // The answer is sent when the statement is done, and goes nowhere.
    far.on('data', (chunk) => void (isEnding ? near.destroy() : near.write(chunk)));
    near.on('close', () => far.destroy());
    far.on('close', () => near.destroy());
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    port: (server.address() as AddressInfo).port,
    cutAt(words, when) {
      armed = { words, when };
      isCut = false;
    },
    get isCut() {
      return isCut;
    },
    refuse() {
      isRefusing = true;
      for (const socket of sockets) socket.destroy();
    },
    async close() {
      for (const socket of sockets) socket.destroy();
      server.close();
      await once(server, 'close');
    },
  };
}
