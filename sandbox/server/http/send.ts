/** Writes answers to HTTP requests. */
import type { ServerResponse } from 'node:http';
import type { Answer } from './call.js';

/** Sends an answer; one without a body carries no content type, since discord.js would parse it. */
export function send(
  response: ServerResponse,
  answer: Answer,
  headers: { [name: string]: string } = {},
): void {
  const written = answer.body === undefined ? undefined : JSON.stringify(answer.body);
  sendJson(response, answer.status, written, headers);
}

/** The same for a body that is JSON already. */
export function sendJson(
  response: ServerResponse,
  status: number,
  written: string | undefined,
  headers: { [name: string]: string },
): void {
  if (response.destroyed) return;
  if (written === undefined) {
    response.writeHead(status, headers).end();
    return;
  }
  const body = Buffer.from(written);
  response
    .writeHead(status, {
      ...headers,
      'content-type': 'application/json',
      'content-length': body.length,
    })
    .end(body);
}
