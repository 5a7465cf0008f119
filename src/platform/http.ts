/** Health and metrics over HTTP: `/healthz` (alive), `/readyz` (can serve), `/metrics` (Prometheus). */
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Registry } from 'prom-client';
import type { Logger } from './logging.js';

export interface HttpOptions {
  host: string;
  /** 0 picks a free one; a taken one gives way to the next, so that several processes share a machine. */
  port: number;
  /** What is not ready, such as `database` or `discord shard 1`; empty when all is. */
  notReady(): Promise<readonly string[]>;
  metrics: Registry;
  log: Pick<Logger, 'warn'>;
}

/** How many successive ports are tried. */
const portsTried = 32;

/** Listens, and gives the port it got and how to stop. */
export async function serveHttp(options: HttpOptions): Promise<{ port: number; close(): Promise<void> }> {
  const server = createServer((request, response) => {
    const path = request.url?.split('?')[0];
    void answer(path, options).then(
      ({ status, type = 'text/plain; charset=utf-8', body }) => {
        response.writeHead(status, { 'content-type': type, 'cache-control': 'no-store' }).end(body);
      },
      () => response.writeHead(500).end(),
    );
  });
  server.requestTimeout = 5_000;
  await listen(server, options.host, options.port);
  const { port } = server.address() as AddressInfo;
  if (options.port !== 0 && port !== options.port) {
    options.log.warn({ wanted: options.port, port }, 'the HTTP port is taken; another one is used');
  }
  return {
    port,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

async function answer(path: string | undefined, { notReady, metrics }: HttpOptions) {
  if (path === '/healthz') return { status: 200, body: 'alive\n' };
  if (path === '/readyz') {
    const missing = await notReady();
    return missing.length === 0
      ? { status: 200, body: 'ready\n' }
      : { status: 503, body: `not ready: ${missing.join(', ')}\n` };
  }
  if (path === '/metrics') return { status: 200, type: metrics.contentType, body: await metrics.metrics() };
  return { status: 404, body: 'not found\n' };
}

async function listen(server: Server, host: string, port: number): Promise<void> {
  for (let attempt = 0; ; attempt += 1) {
    try {
      await new Promise<void>((resolve, reject) => {
        server.once('error', reject);
        server.listen(port === 0 ? 0 : port + attempt, host, () => {
          server.off('error', reject);
          resolve();
        });
      });
      return;
    } catch (error) {
      const taken = (error as NodeJS.ErrnoException).code === 'EADDRINUSE';
      if (!taken || port === 0 || attempt >= portsTried) throw error;
    }
  }
}
