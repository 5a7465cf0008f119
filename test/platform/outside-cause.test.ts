/** Which errors call for an operator, and which come from outside and pass. */
import { DiscordAPIError, HTTPError } from 'discord.js';
import { DatabaseError } from 'pg';
import { QueryFailedError } from 'typeorm';
import { expect, it } from 'vitest';
import { levelOf, outsideCauseOf } from '../../src/platform/outside-cause.js';

const refusal = (status: number, code: number) =>
  new DiscordAPIError({ code, message: 'no' }, code, status, 'GET', 'https://discord.example/api/v10/x', {});
const named = (name: string, code?: string) => Object.assign(new Error('x'), { name, ...(code && { code }) });
const fromDatabase = (code: string) =>
  new QueryFailedError('SELECT 1', [], Object.assign(new DatabaseError('x', 1, 'error'), { code }));

it.each([
  ['Discord failing', new HTTPError(503, 'Unavailable', 'GET', 'https://discord.example/x', {}), 'away'],
  ['a rate limit', refusal(429, 0), 'away'],
  ['missing permissions', refusal(403, 50_013), 'refused'],
  ['a member who is unknown', refusal(404, 10_007), 'refused'],
  ['an archived thread', refusal(400, 50_083), 'refused'],
  ['a request that took too long', named('AbortError'), 'away'],
  ['a connection that was lost', named('Error', 'UND_ERR_SOCKET'), 'away'],
  ['a host that refuses', named('Error', 'ECONNREFUSED'), 'away'],
  ['one of these, wrapped', new Error('wrapped', { cause: refusal(500, 0) }), 'away'],
  ['a database that shuts down', fromDatabase('57P01'), 'away'],
])('%s is a warning', (_, error, cause) => {
  expect(outsideCauseOf(error)).toBe(cause);
  expect(levelOf(error)).toBe('warn');
});

it.each([
  ['a mistake in the code', new TypeError('undefined is not a function')],
  ['a statement that is wrong', fromDatabase('42601')],
  ['a request that is malformed', refusal(400, 50_035)],
  ['a refused token', refusal(401, 0)],
  ['something that is no error', 'x'],
])('%s is an error', (_, error) => {
  expect(outsideCauseOf(error)).toBeUndefined();
  expect(levelOf(error)).toBe('error');
});
