/** Reading `DATABASE_URL` in the forms that libpq takes, and its parameters as libpq means them. */
import { existsSync } from 'node:fs';
import type { ClientConfig } from 'pg';
import { parse, toClientConfig } from 'pg-connection-string';

/** The address can't be read; the message is a sentence that says what to change and shows no part of a password. */
export class DatabaseAddressError extends Error {
  constructor(message: string) {
    super(message);
    this.name = 'DatabaseAddressError';
  }
}

/** Where a database is and how to get in, as the driver takes it. */
export interface DatabaseAddress extends ClientConfig {
  /** Try encryption first (`sslmode=prefer`, libpq's default). As it stands the address is the plain one. */
  prefersEncryption: boolean;
}

const schemes = /^postgres(ql)?:\/\//;
const modes = ['disable', 'allow', 'prefer', 'require', 'verify-ca', 'verify-full'];
const formHelp = 'should be an address like postgres://user:password@host:5432/database';

/**
 * Reads a URI (`postgres://…`, with `?host=/run/postgresql` for a socket) or keywords (`host=… dbname=…`). What is
 * left out comes from `PGHOST`, `PGPORT` and the like, as for every program of Postgres.
 * @throws DatabaseAddressError
 */
export function readDatabaseAddress(text: string, environment = process.env): DatabaseAddress {
  const uri = schemes.test(text) ? checkedUri(text) : uriOfKeywords(text);
  const parameters = new URL(uri, 'postgres://base').searchParams;
  const mode =
    parameters.get('sslmode') ??
    (parameters.get('sslrootcert') === 'system' ? 'verify-full' : environment['PGSSLMODE']) ??
    'prefer';
  if (!modes.includes(mode)) {
    throw new DatabaseAddressError(`should have an sslmode of ${modes.join(', ')}`);
  }
  const config = parsed(withMode(uri, parameters, mode));
  if (config.host?.includes(',')) {
    throw new DatabaseAddressError('names several hosts: name one, or the pooler in front of them');
  }
  const isSocket = config.host?.startsWith('/') ?? false;
  const isPlain = mode === 'prefer' || isSocket;
  return {
    // An empty string would keep the driver from looking at PGUSER and the like.
    ...Object.fromEntries(Object.entries(config).filter(([, value]) => value !== '')),
    ...(isPlain && { ssl: false }),
    prefersEncryption: mode === 'prefer' && !isSocket,
  };
}

/** The same address, encrypted without asking who answers, as `sslmode=prefer` tries first. */
export function encrypted(address: DatabaseAddress): DatabaseAddress {
  return { ...address, ssl: { rejectUnauthorized: false } };
}

/** Mistakes that a parser of URLs reports without a reason, or reads as something else. */
function checkedUri(text: string): string {
  if (/%(?![0-9a-f]{2})/i.test(text)) {
    throw new DatabaseAddressError('has a % that begins no escape: write a % in the password as %25');
  }
  if (text.includes('#')) {
    throw new DatabaseAddressError('has a # in it: write a # in the password as %23');
  }
  const authority = text.replace(schemes, '').split(/[/?]/)[0] ?? '';
  if (authority.split('@').length > 2) {
    throw new DatabaseAddressError('has more than one @: write an @ in the password as %40');
  }
  // libpq takes a URI without a host; a URL needs one.
  const whole = text
    .replace(/^(\w+:\/\/[^/?@]*@)(?=[/?]|$)/, '$1localhost')
    .replace(/^(\w+:\/\/)(?=[/?]|$)/, '$1localhost');
  const isHostless = whole !== text;
  if (!URL.canParse(whole)) {
    throw new DatabaseAddressError(
      `${formHelp}; characters like / ? [ ] in the password are written as escapes (/ as %2F)`,
    );
  }
  if (!isHostless) return text;
  const url = new URL(whole);
  // Where libpq looks without a host: a socket.
  if (!url.searchParams.has('host')) url.searchParams.set('host', process.env['PGHOST'] || socketDirectory());
  return url.href;
}

/** `host=/run/postgresql user=nexus password='two words'`, as a URI. */
function uriOfKeywords(text: string): string {
  const pairs = [
    ...text.matchAll(/\s*([a-z_]+)\s*=\s*(?:'((?:[^'\\]|\\.)*)'|((?:[^\s'\\]|\\.)*))(?=\s|$)/gi),
  ];
  const isWhole =
    pairs
      .map(([pair]) => pair)
      .join('')
      .trim() === text.trim();
  if (pairs.length === 0 || !isWhole) throw new DatabaseAddressError(formHelp);
  const url = new URL('postgres://localhost');
  for (const [, key = '', quoted, plain] of pairs) {
    const value = (quoted ?? plain ?? '').replace(/\\(.)/g, '$1');
    if (key === 'user') url.username = encodeURIComponent(value);
    else if (key === 'password') url.password = encodeURIComponent(value);
    else if (key === 'dbname') url.pathname = `/${encodeURIComponent(value)}`;
    else url.searchParams.set(key, value);
  }
  if (!url.searchParams.has('host')) url.searchParams.set('host', process.env['PGHOST'] || socketDirectory());
  return url.href;
}

function socketDirectory(): string {
  return existsSync('/var/run/postgresql') ? '/var/run/postgresql' : '/tmp';
}

/** The parser knows neither `allow` nor the system's own certificates. */
function withMode(uri: string, parameters: URLSearchParams, mode: string): string {
  const url = new URL(uri);
  url.searchParams.set('sslmode', mode === 'allow' ? 'disable' : mode);
  if (parameters.get('sslrootcert') === 'system') url.searchParams.delete('sslrootcert');
  return url.href;
}

function parsed(uri: string): ClientConfig {
  try {
    return toClientConfig(parse(uri, { useLibpqCompat: true }));
  } catch (error) {
    const { code, path } = error as NodeJS.ErrnoException;
    if (code && path) {
      throw new DatabaseAddressError(`names a certificate that can't be read (${path}: ${code})`);
    }
    if (/verify-ca/.test(String(error))) {
      throw new DatabaseAddressError(
        'has sslmode=verify-ca, which needs sslrootcert=<file of the authority>',
      );
    }
    throw new DatabaseAddressError(formHelp);
  }
}
