/** The migrations that this version brings, by the timestamps their files begin with. */
import { readdirSync } from 'node:fs';
import { migrationsDirectory } from './database.js';

export function knownMigrations(): number[] {
  return readdirSync(migrationsDirectory)
    .filter((file) => file.endsWith('.js'))
    .map((file) => Number.parseInt(file, 10));
}
