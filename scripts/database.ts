/** `npm run db:migrate`, `db:revert` and `db:generate -- add-profile`: the database's migrations by hand. */
import 'dotenv/config';
import { readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { createDataSource, migrateDatabase, revertDatabase } from '../src/platform/database.js';
import { EmbeddedPostgresError, startEmbeddedPostgres } from '../src/platform/embedded-postgres.js';
import { buildMigrations } from './build.mjs';
import { migrationOf } from './migration-skeleton.js';

const migrations = fileURLToPath(new URL('../migrations/', import.meta.url));

const subcommands: Record<string, (name: string | undefined) => Promise<string>> = {
  migrate: async () => {
    await compileMigrations();
    const names = await withDatabase(migrateDatabase);
    return names.length > 0 ? `Applied ${names.join(', ')}.` : 'The database is up to date.';
  },

  revert: async () => {
    await compileMigrations();
    return withDatabase(async (url) => {
      const newest = await newestMigration(url);
      if (!newest) return 'No migration has been applied: there is nothing to undo.';
      await revertDatabase(url);
      return `Undid ${newest}.`;
    });
  },

  generate: async (name) => {
    const taken = readdirSync(migrations).filter((file) => /^\d+-.*\.ts$/.test(file));
    const { file, text } = migrationOf(name, Date.now(), taken);
    writeFileSync(join(migrations, file), text, { flag: 'wx' });
    return `Write what it does in migrations/${file}, forward and back.`;
  },
};

/** Migrations are run as built. */
async function compileMigrations(): Promise<void> {
  if (!(await buildMigrations()))
    throw new TypeError('The migrations do not compile: mend the errors above.');
}

/** Works on the database of `DATABASE_URL`, else on the embedded one, which is stopped afterwards. */
async function withDatabase<T>(work: (url: string) => Promise<T>): Promise<T> {
  const { DATABASE_URL: url, NEXUS_DATA_DIR: directory } = process.env;
  if (url) return work(url);
  const embedded = await startEmbeddedPostgres({ dataDirectory: directory || '.nexus', database: 'nexus' });
  try {
    return await work(embedded.url('nexus'));
  } finally {
    await embedded.stop();
  }
}

/** The name of the migration that was applied last, if any. */
async function newestMigration(url: string): Promise<string | undefined> {
  const dataSource = await createDataSource({ url, poolSize: 1 }).initialize();
  try {
    const [table]: { found: boolean }[] = await dataSource.query(
      "SELECT to_regclass('migrations') IS NOT NULL AS found",
    );
    if (!table?.found) return undefined;
    const [row]: { name: string }[] = await dataSource.query(
      'SELECT name FROM migrations ORDER BY id DESC LIMIT 1',
    );
    return row?.name;
  } finally {
    await dataSource.destroy();
  }
}

const [subcommand = '', name] = process.argv.slice(2);
const work = subcommands[subcommand];
if (!work) {
  console.error(`There is ${Object.keys(subcommands).join(', ')}; not '${subcommand}'.`);
  process.exit(2);
}
try {
  console.log(await work(name));
} catch (error) {
  const isPlain = error instanceof TypeError || error instanceof EmbeddedPostgresError;
  console.error(isPlain ? error.message : error);
  process.exit(1);
}
