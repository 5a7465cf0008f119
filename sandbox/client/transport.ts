/** Requests to the control API; a refusal becomes an error with the sandbox's own words. */
import type { Refusal } from './refusals.js';

export class SandboxError extends Error {
  constructor(
    message: string,
    readonly status: number,
    /** What is refused, for a reader of another language. */
    readonly refusal?: Refusal,
  ) {
    super(message);
    this.name = 'SandboxError';
  }
}

export class Transport {
  readonly url: string;

  constructor(url: string) {
    this.url = url.replace(/\/$/, '');
  }

  async ask<Answer>(
    method: 'GET' | 'POST' | 'PUT' | 'DELETE',
    path: string,
    body?: unknown,
  ): Promise<Answer> {
    const response = await fetch(this.url + path, {
      method,
      ...(body !== undefined && {
        body: JSON.stringify(body),
        headers: { 'content-type': 'application/json' },
      }),
    });
    const answer = (await response.json()) as Answer & { error?: string; refusal?: Refusal };
    if (!response.ok)
      throw new SandboxError(answer.error ?? `Status ${response.status}`, response.status, answer.refusal);
    return answer;
  }
}

/** A query string of what is given, with its question mark. */
export function queryOf(values: { [name: string]: string | number | undefined }): string {
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries(values)) if (value !== undefined) query.set(name, String(value));
  return query.size > 0 ? `?${query}` : '';
}
