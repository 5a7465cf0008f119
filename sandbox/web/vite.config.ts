/** How the page is built, into `sandbox/dist/`, and served while it is worked on, beside a sandbox that runs. */
import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vite';

const sandbox = `http://127.0.0.1:${process.env['SANDBOX_PORT'] || 4600}`;
const ofTheSandbox = ['/api', '/control', '/clock', '/attachments', '/ephemeral-attachments'];

export default defineConfig({
  root: fileURLToPath(new URL('.', import.meta.url)),
  cacheDir: fileURLToPath(new URL('../../node_modules/.vite-page', import.meta.url)),
  oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
  build: {
    outDir: '../dist',
    // Windows that are open have the names of the files before: `scripts/build-page.mjs` removes those in time.
    emptyOutDir: false,
    target: 'es2022',
    // The page's policy allows files of its own alone: nothing is put into another file as a `data:` address.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
  },
  server: {
    strictPort: true,
    // The host stays as the browser named it: the sandbox answers to pages of that host alone.
    proxy: Object.fromEntries(ofTheSandbox.map((path) => [path, { target: sandbox }])),
  },
});
