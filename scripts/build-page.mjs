// @ts-check
/** Builds the sandbox's page with Vite into `sandbox/dist/`. */
import { readdir, rm, stat } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';

/** How long the files of an earlier build stay (ms), for windows that are still open. */
const KEPT = 24 * 3_600_000;

/**
 * Builds it; prints nothing unless something is wrong.
 * @returns {Promise<boolean>} whether there were no errors; they are printed
 */
export async function buildPage() {
  const { build } = await import('vite');
  const kind = process.env['NODE_ENV'];
  try {
    await build({
      configFile: fileURLToPath(new URL('../sandbox/web/vite.config.js', import.meta.url)),
      // The other loader writes beside the packages, which may belong to another user.
      configLoader: 'runner',
      logLevel: 'warn',
    });
    await removeOld();
    return true;
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    return false;
  } finally {
    // Vite sets this to 'production', and the bot that is started next would take it seriously.
    if (kind === undefined) delete process.env['NODE_ENV'];
    else process.env['NODE_ENV'] = kind;
  }
}

/** Removes the files of earlier builds; every build writes all its files again. */
async function removeOld() {
  const assets = new URL('../sandbox/dist/assets/', import.meta.url);
  for (const name of await readdir(assets)) {
    const file = new URL(name, assets);
    const { mtimeMs } = await stat(file);
    if (mtimeMs < Date.now() - KEPT) await rm(file, { force: true });
  }
}
