/** The one HTTP server: loopback only, Discord's API, the gateway, files, control API, and a page if given. */
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { isGood } from '../actions/file-addresses.js';
import type { SandboxOptions } from '../options.js';
import type { Sandbox } from '../sandbox.js';
import type { ControlApi } from './control.js';
import type { DiscordApi } from './discord.js';
import { servePage } from './page.js';
import { send } from './send.js';

const LOOPBACK = /^(localhost|127\.0\.0\.1|\[::1\])(:\d+)?$/i;
const FILE = /^\/(?:(?:ephemeral-)?attachments\/\d+\/(\d+)\/[^/]+|emojis\/(\d+)\.\w+)$/;
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
    if (refusalOf(request, false) || path !== '/gateway') socket.destroy();
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
  const refusal = refusalOf(request, options.page !== undefined);
  if (refusal) return send(response, { status: 403, body: { error: refusal } });
  const url = request.url ?? '/';
  const mark = url.indexOf('?');
  const path = mark === -1 ? url : url.slice(0, mark);
  const query = mark === -1 ? '' : url.slice(mark + 1);
  if (path === '/api' || path.startsWith('/api/'))
    void services.discord.serve(request, response, path, query);
  else if (path.startsWith('/control') || path === '/clock')
    void services.control.serve(request, response, path, query);
  else if (FILE.test(path)) sendFile(services.sandbox, response, path, query);
  else if (options.page) void servePage(options.page, request, response, path);
  else send(response, { status: 404, body: { error: 'Nothing here.' } });
}

/**
 * Why a request is refused: other names for this machine, and pages of other origins, which reach it through a browser
 * even from another port here. A link from elsewhere may lead to the page, and to nothing but the page.
 */
function refusalOf({ headers, url = '/' }: IncomingMessage, hasPage: boolean): string | undefined {
  const { host = '', origin } = headers;
  const site = headers['sec-fetch-site'];
  if (!LOOPBACK.test(host)) return 'Only for this machine.';
  const isForeign = site === 'cross-site' || site === 'same-site';
  const isLink = headers['sec-fetch-mode'] === 'navigate' && hasPage && /^\/(?:\?|$)/.test(url);
  if (isForeign && !isLink) return 'Only for pages of this sandbox.';
  // Browsers that don't send the site send the origin; with requests that change something, both do.
  const isOwn = origin === undefined || origin.toLowerCase() === `http://${host.toLowerCase()}`;
  return isOwn ? undefined : 'Only for pages of this sandbox.';
}

function sendFile(sandbox: Sandbox, response: ServerResponse, path: string, query: string): void {
  const [, attachmentId, emojiId] = FILE.exec(path) ?? [];
  const file = sandbox.state.files.get(attachmentId ?? emojiId ?? '');
  if (!file || (attachmentId && !isGood(sandbox, path, query))) {
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
