/** Why the bot can't use its database, as one sentence that names the variable to change or the command to run. */
import { isDatabaseAway } from './database-away.js';

/** The database can't be used as it is; the message says what to do. */
export class DatabaseProblem extends Error {
  constructor(
    message: string,
    /** It may be there later: the database is starting, or the network is down. */
    readonly isPassing = false,
    options?: ErrorOptions,
  ) {
    super(message, options);
    this.name = 'DatabaseProblem';
  }
}

/** Where a connection leads, for sentences; no password. */
export interface Target {
  host?: string | undefined;
  port?: number | undefined;
  user?: string | undefined;
  database?: string | undefined;
}

interface Refusal {
  code?: string;
  message: string;
  driverError?: Refusal;
  errors?: Refusal[];
}

/** The sentence for an error of the driver, or undefined for one that says nothing about how the database is set up. */
export function explainDatabaseError(error: unknown, target: Target): DatabaseProblem | undefined {
  const { code, message } = innermost(error as Refusal);
  const place = placeOf(target);
  const problem = (text: string) => new DatabaseProblem(text, false, { cause: error });
  switch (code) {
    case '28P01':
    case '28000':
      if (/no encryption|SSL off/.test(message)) {
        return problem(
          `The server at ${place} wants an encrypted connection: add ?sslmode=require to DATABASE_URL.`,
        );
      }
      return problem(
        `The server at ${place} refuses the user ${nameOf(target.user)} or the password: correct them in DATABASE_URL.`,
      );
    case '3D000':
      return problem(
        `There is no database ${nameOf(target.database)} at ${place}: correct DATABASE_URL, or create it with createdb --owner=${target.user ?? 'nexus'} ${target.database ?? 'nexus'}.`,
      );
    case '3F000':
      return problem(
        `The search_path of the user ${nameOf(target.user)} names no schema that exists: run ALTER ROLE … SET search_path = public, or create the schema.`,
      );
    case '42501':
      return problem(
        `The user ${nameOf(target.user)} may not change the schema (${message}): let the owner of the database run the migrations (DATABASE_OWNER_URL), or grant the rights.`,
      );
    case 'ENOTFOUND':
      return passing(`No host is named ${nameOf(target.host)}: correct the host in DATABASE_URL.`, error);
    case 'EAI_AGAIN':
      return passing(
        `The host ${nameOf(target.host)} can't be looked up at the moment: check this machine's network and DNS, or correct the host in DATABASE_URL.`,
        error,
      );
    case 'ENOENT':
    case 'ECONNREFUSED':
      return passing(
        `Nothing answers at ${place}: start the database, or correct host and port in DATABASE_URL${portNote(target)}.`,
        error,
      );
    case 'SELF_SIGNED_CERT_IN_CHAIN':
    case 'DEPTH_ZERO_SELF_SIGNED_CERT':
    case 'UNABLE_TO_VERIFY_LEAF_SIGNATURE':
    case 'UNABLE_TO_GET_ISSUER_CERT_LOCALLY':
    case 'ERR_TLS_CERT_ALTNAME_INVALID':
      return problem(
        `The certificate of ${place} can't be verified (${code}): name the authority's file with sslrootcert=… in DATABASE_URL.`,
      );
    default:
  }
  if (/does not support SSL/.test(message)) {
    return problem(
      `The server at ${place} has no encryption: remove sslmode from DATABASE_URL, or set it to prefer.`,
    );
  }
  if (/unsupported startup parameter/.test(message)) {
    return problem(
      `The pooler at ${place} refuses a parameter (${message}): remove it from DATABASE_URL, or add it to ignore_startup_parameters.`,
    );
  }
  return isDatabaseAway(error)
    ? passing(
        `The database at ${place} doesn't answer (${message}): start it, check the network, or correct DATABASE_URL.`,
        error,
      )
    : undefined;
}

function passing(text: string, cause: unknown): DatabaseProblem {
  return new DatabaseProblem(text, true, { cause });
}

/** TypeORM wraps the driver's errors; a host with several addresses gives one for each. */
function innermost(error: Refusal): Refusal {
  const inner = error.driverError ?? error.errors?.[0];
  return inner ? innermost(inner) : error;
}

function placeOf({ host, port }: Target): string {
  return `${host ?? process.env['PGHOST'] ?? 'localhost'}${host?.startsWith('/') ? '' : `:${port ?? process.env['PGPORT'] ?? 5432}`}`;
}

function portNote({ port }: Target): string {
  return port === undefined && process.env['PGPORT'] ? ' (the port comes from PGPORT)' : '';
}

const nameOf = (name: string | undefined) => (name ? `"${name}"` : 'of the system');
