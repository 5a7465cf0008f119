// @ts-check
/** Builds the sandbox's page with Vite into `sandbox/dist/`. */
import { fileURLToPath } from 'node:url';

/**
 * Builds it; says nothing unless something is wrong.
 * @returns {Promise<boolean>} whether there were no errors; they are printed
 */
export async function buildPage() {
  const { build } = await import('vite');
  const kind = process.env['NODE_ENV'];
  try {
    await build({
      configFile: fileURLToPath(new URL('../sandbox/web/vite.config.ts', import.meta.url)),
      // The other loader writes beside the packages, which may belong to somebody else.
      configLoader: 'runner',
      logLevel: 'warn',
    });
    return true;
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    return false;
  } finally {
    // Vite says 'production' here, which the bot that is started next would take to be meant for it.
    if (kind === undefined) delete process.env['NODE_ENV'];
    else process.env['NODE_ENV'] = kind;
  }
}
