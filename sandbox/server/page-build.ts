/** Builds the page when a source of it is newer than what is built, as `npm run sandbox` needs it. */
import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../', import.meta.url));
const SOURCES = ['web', 'client', 'client.ts'];

/** The folder of the built page; undefined when it can't be built here, which is printed. */
export async function builtPage(): Promise<string | undefined> {
  const folder = join(root, 'dist');
  const built = statSync(join(folder, 'index.html'), { throwIfNoEntry: false });
  if (built && built.mtimeMs > Math.max(...SOURCES.map((name) => newestIn(join(root, name))))) return folder;
  // Vite sets it, and a bot that is started next would take it to be meant for it.
  const kind = process.env.NODE_ENV;
  try {
    const { build } = await import('vite');
    await build({ configFile: join(root, 'web/vite.config.ts'), configLoader: 'runner', logLevel: 'warn' });
    return folder;
  } catch (error) {
    console.error(`The page could not be built: ${error instanceof Error ? error.message : String(error)}`);
    return built ? folder : undefined;
  } finally {
    if (kind === undefined) delete process.env.NODE_ENV;
    else process.env.NODE_ENV = kind;
  }
}

/** When a file, or anything in a folder, last changed. */
function newestIn(path: string): number {
  const found = statSync(path);
  if (!found.isDirectory()) return found.mtimeMs;
  return Math.max(found.mtimeMs, ...readdirSync(path).map((name) => newestIn(join(path, name))));
}
