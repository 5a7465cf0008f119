/** `npm run db:generate -- add-profile`: a new migration, to be filled in. */
import { readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { migrationOf } from './migration-skeleton.js';

const migrations = fileURLToPath(new URL('../migrations/', import.meta.url));

try {
  const taken = readdirSync(migrations).filter((file) => /^\d+-.*\.ts$/.test(file));
  const { file, text } = migrationOf(process.argv[2], Date.now(), taken);
  writeFileSync(join(migrations, file), text, { flag: 'wx' });
  console.log(`Write what it does in migrations/${file}, forward and back.`);
} catch (error) {
  console.error(error instanceof TypeError ? error.message : error);
  process.exit(1);
}
