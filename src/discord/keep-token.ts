/**
 * Keeps the token after one 401. The REST client forgets it at the first, and from then on sends nothing that needs
 * it; but a proxy or an outage can also cause a single 401. The token is tried again: accepted, the
 * request is sent once more; refused a second time, the bot can't go on.
 */
import type { REST } from '@discordjs/rest';

type MakeRequest = NonNullable<REST['options']['makeRequest']>;
type Request = Parameters<MakeRequest>[1];

/** Before the second try (ms): what refused the first is over by then, or not. */
const pauseMs = 1_000;

export interface TokenKeeperOptions {
  /** Base of the API, with its version. */
  apiUrl(): string;
  /** The token is refused for good. */
  onRefused(): void;
  wait?(ms: number): Promise<void>;
}

/** Wraps what sends requests; only those that carry the bot's token are looked at. */
export function keepToken(
  makeRequest: MakeRequest,
  { apiUrl, onRefused, wait = (ms) => new Promise((resolve) => setTimeout(resolve, ms)) }: TokenKeeperOptions,
): MakeRequest {
  let checking: Promise<boolean> | undefined;

  const isAccepted = async (request: Request): Promise<boolean> => {
    await wait(pauseMs);
    const { headers, dispatcher } = request;
    const response = await makeRequest(`${apiUrl()}/users/@me`, {
      method: 'GET',
      headers: { authorization: authorizationOf(headers) ?? '' },
      ...(dispatcher && { dispatcher }),
    });
    await response.text();
    return response.status !== 401;
  };

  return async (url, request) => {
    const response = await makeRequest(url, request);
    if (response.status !== 401 || !authorizationOf(request.headers)) return response;
    checking ??= isAccepted(request)
      // No answer is no refusal.
      .catch(() => true)
      .finally(() => {
        checking = undefined;
      });
    if (!(await checking)) {
      onRefused();
      return response;
    }
    await response.text().catch(() => undefined);
    return makeRequest(url, request);
  };
}

/** The REST client forgets a token by setting it to null; until the bot stops it keeps the one it has. */
export function neverForget(rest: REST): void {
  const set = rest.setToken.bind(rest);
  rest.setToken = (token: string | null) => (token ? set(token) : rest);
}

function authorizationOf(headers: Request['headers']): string | undefined {
  if (!headers || typeof headers !== 'object') return undefined;
  const entries = Array.isArray(headers) ? [] : Object.entries(headers as Record<string, unknown>);
  const [, value] = entries.find(([name]) => name.toLowerCase() === 'authorization') ?? [];
  return typeof value === 'string' && value.startsWith('Bot ') ? value : undefined;
}
