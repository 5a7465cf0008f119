/** Serves the built page: its own files alone, under a policy that lets it load nothing else. */
import { readFile } from 'node:fs/promises';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { extname, join } from 'node:path';
import { send } from './send.js';

const TYPES: { [extension: string]: string } = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.json': 'application/json',
  '.png': 'image/png',
  '.woff2': 'font/woff2',
};
/** Names without a way out of the folder. */
const OWN_FILE = /^\/(?:assets\/)?[\w-]+(?:\.[\w-]+)+$/;
/** A file whose name holds a hash of what is in it never changes. */
const FOR_EVER = 'public, max-age=31536000, immutable';

/** No script or style but the page's files, no markup out of text; pictures may come from where messages say. */
const POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' data: blob: https:",
  "media-src 'self' https:",
  "font-src 'self'",
  "connect-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
  "require-trusted-types-for 'script'",
].join('; ');

const HEADERS = {
  'content-security-policy': POLICY,
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'referrer-policy': 'no-referrer',
  'x-content-type-options': 'nosniff',
};

/** Answers a request for the page or a file of it, in a folder where it was built. */
export async function servePage(
  directory: string,
  request: IncomingMessage,
  response: ServerResponse,
  path: string,
): Promise<void> {
  const name = path === '/' ? '/index.html' : path;
  const isRead = request.method === 'GET' || request.method === 'HEAD';
  const type = TYPES[extname(name)];
  const content =
    isRead && type && OWN_FILE.test(name)
      ? await readFile(join(directory, name)).catch(() => undefined)
      : undefined;
  if (!content || !type) {
    send(response, {
      status: 404,
      body: { error: path === '/' ? 'The page is not built.' : 'Nothing here.' },
    });
    return;
  }
  response.writeHead(200, {
    ...HEADERS,
    'content-type': type,
    'content-length': content.length,
    'cache-control': name.startsWith('/assets/') ? FOR_EVER : 'no-cache',
  });
  response.end(request.method === 'HEAD' ? undefined : content);
}
