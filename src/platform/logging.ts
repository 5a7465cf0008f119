/** The log: JSON lines, or readable ones on a terminal; secrets never reach it. */
import { type Logger, pino } from 'pino';
import pretty from 'pino-pretty';

export type { Logger };

/** Synchronous, so that the last line before the process ends is written. */
export function createLogger({ level, format }: { level: string; format: 'pretty' | 'json' }): Logger {
  const options = {
    level,
    base: null,
    redact: {
      paths: ['token', '*.token', 'url', '*.url', 'requestBody', '*.requestBody', 'rawError', '*.rawError'],
      remove: true,
    },
  };
  return format === 'pretty'
    ? pino(options, pretty({ sync: true, ignore: 'pid,hostname', translateTime: 'SYS:HH:MM:ss' }))
    : pino(options, pino.destination({ dest: 1, sync: true }));
}

/**
 * An error's message and stack without its other fields: a request's body, a query's parameters and an interaction's
 * address hold members' words and tokens.
 */
export function plainError(error: unknown): Record<string, unknown> {
  if (!(error instanceof Error)) return { message: String(error) };
  const { code, status, method, cause } = error as Error & {
    code?: unknown;
    status?: unknown;
    method?: unknown;
  };
  return {
    name: error.name,
    message: withoutTokens(error.message),
    ...(code !== undefined && { code }),
    ...(status !== undefined && { status }),
    ...(method !== undefined && { method }),
    ...(cause !== undefined && { cause: plainError(cause) }),
    stack: error.stack && withoutTokens(error.stack),
  };
}

function withoutTokens(text: string): string {
  return text
    .replace(/(interactions\/\d+|webhooks\/\d+)\/[\w.-]+/g, '$1/…')
    .replace(/\/\/[^/@\s]*@/g, '//…@');
}
