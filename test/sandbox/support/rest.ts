/** Discord's API of a sandbox as plain requests, for what a library would not let a bot send. */
import type { RunningSandbox } from '../../../sandbox/server/index.js';
import type { Loose } from '../validation/rules.js';
import { TOKEN } from './stage.js';

export interface Reply {
  status: number;
  body: Loose;
}

export type Ask = (
  method: string,
  path: string,
  body?: unknown,
  headers?: { [name: string]: string },
) => Promise<Reply>;

/** Asks as the bot of the stage; `path` is below `/api/v10` unless it begins with `/api`. */
export function restOf(sandbox: () => RunningSandbox, token = TOKEN): Ask {
  return async (method, path, body, headers = {}) => {
    const url = path.startsWith('/api') ? sandbox().url + path : `${sandbox().apiUrl}/v10${path}`;
    const response = await fetch(url, {
      method,
      headers: {
        authorization: `Bot ${token}`,
        ...(body !== undefined && { 'content-type': 'application/json' }),
        ...headers,
      },
      ...(body !== undefined && { body: JSON.stringify(body) }),
    });
    const written = await response.text();
    return { status: response.status, body: written === '' ? {} : JSON.parse(written) };
  };
}
