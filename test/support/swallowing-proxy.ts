/** A way to a server that can be made to swallow everything, as when a host goes without a word. */
import { once } from 'node:events';
import { type AddressInfo, connect, createServer, type Socket } from 'node:net';

export interface SwallowingProxy {
  port: number;
  /** From now on nothing that is sent arrives, on new connections too. */
  swallow(): void;
  /** Works again, for connections from now on. */
  deliver(): void;
  close(): Promise<void>;
}

export async function startSwallowingProxy(
  target: { host: string; port: number } | { path: string },
): Promise<SwallowingProxy> {
  let isSwallowing = false;
  const sockets = new Set<Socket>();
  const server = createServer((near) => {
    const isDead = isSwallowing;
    sockets.add(near);
    near.on('error', () => undefined);
    if (isDead) return void near.resume();
    const far = connect(target);
    sockets.add(far);
    far.on('error', () => near.destroy());
    near.on('data', (chunk) => void (isSwallowing || far.write(chunk)));
    far.on('data', (chunk) => void (isSwallowing || near.write(chunk)));
    near.on('close', () => far.destroy());
    far.on('close', () => void (isSwallowing || near.destroy()));
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    port: (server.address() as AddressInfo).port,
    swallow() {
      isSwallowing = true;
    },
    deliver() {
      isSwallowing = false;
    },
    async close() {
      for (const socket of sockets) socket.destroy();
      server.close();
      await once(server, 'close');
    },
  };
}

/** Where the server of a connection URL listens. */
export function targetOf(url: string): { host: string; port: number } | { path: string } {
  const { hostname, port, searchParams } = new URL(url);
  const directory = searchParams.get('host');
  return directory
    ? { path: `${directory}/.s.PGSQL.${port || 5432}` }
    : { host: hostname, port: Number(port || 5432) };
}
