/** Takes the embedded database down for a while: moves its socket aside and ends its connections. */
import { existsSync } from 'node:fs';
import { rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { Client } from 'pg';
import type { SwitchDefinition } from '../../sandbox/server/index.js';
import { readPassword, SUPERUSER } from '../../src/platform/embedded-postgres/data-directory.js';

/** The port is part of a socket's name. */
const usualPort = 5_432;
const asidePort = 5_433;
/** How often (ms) and how many times connections are ended: a new one may be on its way in. */
const pauseMs = 60;
const rounds = 3;

/** @param cluster the server's folder; absent if DATABASE_URL names the database */
export function databaseSwitch(cluster: string | undefined): SwitchDefinition {
  return {
    name: 'database',
    label: 'Database down',
    description: 'The bot’s connections to its database end, and new ones are refused. Nothing is lost.',
    ...(whyNot(cluster) && { unavailable: whyNot(cluster) }),
    set: async (isOn) => {
      if (cluster) await (isOn ? takeAway(cluster) : giveBack(cluster));
    },
  };
}

function whyNot(cluster: string | undefined): string | undefined {
  if (cluster === undefined)
    return 'The bot uses the database of DATABASE_URL, which is yours: stop it there.';
  if (process.platform === 'win32')
    return 'On Windows the database listens on a port, which cannot be moved aside.';
  return undefined;
}

async function takeAway(cluster: string): Promise<void> {
  if (!existsSync(socketIn(cluster, usualPort)))
    throw new Error('The database listens on a port here, so it cannot be taken down.');
  await rename(socketIn(cluster, usualPort), socketIn(cluster, asidePort));
  try {
    await endConnections(cluster);
  } catch (error) {
    await giveBack(cluster);
    throw error;
  }
}

/** A server that was restarted meanwhile has its own socket, which stays. */
async function giveBack(cluster: string): Promise<void> {
  const [usual, aside] = [socketIn(cluster, usualPort), socketIn(cluster, asidePort)];
  if (existsSync(usual) || !existsSync(join(cluster, 'postmaster.pid'))) await rm(aside, { force: true });
  else if (existsSync(aside)) await rename(aside, usual);
}

async function endConnections(cluster: string): Promise<void> {
  const client = new Client({
    host: cluster,
    port: asidePort,
    user: SUPERUSER,
    password: await readPassword(cluster),
    database: 'postgres',
  });
  await client.connect();
  try {
    for (let round = 0; round < rounds; round += 1) {
      if (round > 0) await sleep(pauseMs);
      await client.query(
        "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE backend_type = 'client backend' AND pid <> pg_backend_pid()",
      );
    }
  } finally {
    await client.end();
  }
}

function socketIn(cluster: string, port: number): string {
  return join(cluster, `.s.PGSQL.${port}`);
}
