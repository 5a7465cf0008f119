/** The one HTTP server: loopback only, Discord's API, the gateway, files, control API, and a page if given. */
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { SandboxOptions } from '../options.js';
import type { Sandbox } from '../sandbox.js';
import { type ControlApi } from './control.js';
import { type DiscordApi, send } from './discord.js';
import { servePage } from './page.js';

const LOOPBACK = /^(localhost|127\.0\.0\.1|\[::1\])(:\d+)?$/i;
const FILE = /^\/(?:ephemeral-)?attachments\/\d+\/(\d+)\/[^/]+$/;
/** Longer than clients keep a connection for, so that none is closed under a request. */
const KEEP_ALIVE = 75_000;

export interface Services {
  sandbox: Sandbox;
  discord: DiscordApi;
  control: ControlApi;
}

/** Listens on 127.0.0.1; resolves with the server once it does. */
export async function listen(
  options: SandboxOptions,
  services: () => Services,
): Promise<{ server: Server; port: number }> {
  const server = createServer({ keepAliveTimeout: KEEP_ALIVE }, (request, response) =>
    answer(request, response, services(), options),
  );
  server.on('upgrade', (request, socket, head) => {
    const path = (request.url ?? '').split('?')[0]?.replace(/\/$/, '');
    if (!isLoopback(request) || path !== '/gateway') socket.destroy();
    else services().sandbox.gateway.upgrade(request, socket, head);
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(options.port ?? 0, '127.0.0.1', resolve);
  });
  return { server, port: (server.address() as AddressInfo).port };
}

function answer(
  request: IncomingMessage,
  response: ServerResponse,
  services: Services,
  options: SandboxOptions,
): void {
  if (!isLoopback(request)) return send(response, { status: 403, body: { error: 'Only for this machine.' } });
  const url = request.url ?? '/';
  const mark = url.indexOf('?');
  const path = mark === -1 ? url : url.slice(0, mark);
  const query = mark === -1 ? '' : url.slice(mark + 1);
  if (path.startsWith('/api/')) void services.discord.serve(request, response, path, query);
  else if (path.startsWith('/control') || path === '/clock')
    void services.control.serve(request, response, path, query);
  else if (FILE.test(path)) sendFile(services.sandbox, response, path);
  else if (options.page) void servePage(options.page, request, response, path);
  else send(response, { status: 404, body: { error: 'Nothing here.' } });
}

/** Refuses other names for this machine and pages of other origins, which could reach it through a browser. */
function isLoopback(request: IncomingMessage): boolean {
  const origin = request.headers.origin;
  const isOwn = origin === undefined || (URL.canParse(origin) && LOOPBACK.test(new URL(origin).host));
  return isOwn && LOOPBACK.test(request.headers.host ?? '');
}

function sendFile(sandbox: Sandbox, response: ServerResponse, path: string): void {
  const file = sandbox.state.files.get(FILE.exec(path)?.[1] ?? '');
  if (!file) {
    response.writeHead(404, { 'content-type': 'text/plain' }).end('This content is no longer available.');
    return;
  }
  response
    .writeHead(200, {
      'content-type': file.type,
      'content-length': file.data.length,
      'content-disposition': `attachment; filename*=UTF-8''${encodeURIComponent(file.name)}`,
      'x-content-type-options': 'nosniff',
    })
    .end(file.data);
}
