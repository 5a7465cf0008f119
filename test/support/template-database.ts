/** A migrated database that is copied for every test file, which is ten times faster than migrating each. */
import { randomBytes } from 'node:crypto';
import { Client, escapeIdentifier } from 'pg';

export interface Template {
  name: string;
  drop(): Promise<void>;
}

/** Creates the template on a server and brings it up to date. */
export async function createTemplate(
  adminUrl: string,
  migrate: (url: string) => Promise<unknown>,
): Promise<Template> {
  const name = uniqueName('nexus_template');
  await asAdmin(adminUrl, `CREATE DATABASE ${escapeIdentifier(name)}`);
  const drop = (): Promise<void> => dropDatabase(adminUrl, name);
  try {
    await migrate(databaseUrl(adminUrl, name));
  } catch (error) {
    await drop();
    throw error;
  }
  return { name, drop };
}

/** Copies a template; returns the new database's name. */
export async function copyTemplate(adminUrl: string, template: string): Promise<string> {
  const name = uniqueName('nexus_test');
  await asAdmin(adminUrl, `CREATE DATABASE ${escapeIdentifier(name)} TEMPLATE ${escapeIdentifier(template)}`);
  return name;
}

/** Drops a database, closing the connections a test left open. */
export async function dropDatabase(adminUrl: string, name: string): Promise<void> {
  await asAdmin(adminUrl, `DROP DATABASE IF EXISTS ${escapeIdentifier(name)} WITH (FORCE)`);
}

/** The URL of another database of the same server. */
export function databaseUrl(adminUrl: string, name: string): string {
  const url = new URL(adminUrl);
  url.pathname = `/${name}`;
  return url.href;
}

function uniqueName(prefix: string): string {
  return `${prefix}_${process.pid}_${randomBytes(4).toString('hex')}`;
}

async function asAdmin(adminUrl: string, statement: string): Promise<void> {
  const client = new Client(adminUrl);
  await client.connect();
  try {
    await client.query(statement);
  } finally {
    await client.end();
  }
}
