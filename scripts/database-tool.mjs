// @ts-check
/** `npm run backup`, `restore`, `db:migrate` and `db:revert`: builds what is not built, then runs the database's tool. */
import { existsSync, statSync } from 'node:fs';
import { fileURLToPath, pathToFileURL } from 'node:url';

const path = (/** @type {string} */ name) => fileURLToPath(new URL(`../${name}`, import.meta.url));
const built = path('dist/database-tool.js');

// In the image there is neither a compiler nor a source: what is there is right.
if (existsSync(path('node_modules/typescript')) && existsSync(path('src'))) {
  const { build, newestOf } = await import('./build.mjs');
  const sources = ['src', 'migrations', 'tsconfig.json', 'tsconfig.build.json'];
  const isBuilt = existsSync(built) && statSync(built).mtimeMs > newestOf(sources);
  if (!isBuilt && !(await build())) {
    console.error('The tool could not be built: the errors are above.');
    process.exit(1);
  }
}
await import(pathToFileURL(built).href);
