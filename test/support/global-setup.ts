/** Runs once around all tests: builds the bot, starts a database server, migrates a template for the tests' databases. */
import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import type { TestProject } from 'vitest/node';
import { migrateDatabase } from '../../src/platform/database.js';
import { createTemplate } from './template-database.js';
import { startTestServer } from './test-server.js';

const root = fileURLToPath(new URL('../../', import.meta.url));

export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const [server] = await Promise.all([startTestServer(), build()]);
  try {
    const template = await createTemplate(server.adminUrl, migrateDatabase);
    project.provide('testDatabases', { adminUrl: server.adminUrl, template: template.name });
    return async () => {
      await template.drop();
      await server.stop();
    };
  } catch (error) {
    await server.stop();
    throw error;
  }
}

/** Migrations are loaded as built, so they are built first. Type errors are for `npm run check`: the tests continue. */
async function build(): Promise<void> {
  const started = performance.now();
  try {
    await promisify(execFile)('npm', ['run', '--silent', 'build'], {
      cwd: root,
      shell: process.platform === 'win32',
    });
    console.log(`Built the bot in ${Math.round(performance.now() - started)} ms (npm run build).`);
  } catch (error) {
    const output = error instanceof Error && 'stdout' in error ? String(error.stdout) : String(error);
    console.warn(`npm run build reports errors; the tests continue with what it built.\n${output}`);
  }
  if (!existsSync(join(root, 'dist', 'migrations')))
    throw new Error('There are no built migrations to test with: fix the errors of npm run build.');
}
