/**
 * Checks who imports whom (`dependency-rules.mjs`), and that the check itself works: a project that breaks every rule
 * once is cruised as well, and each rule has to be seen to fail there.
 */
import { spawnSync } from 'node:child_process';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { cruise } from 'dependency-cruiser';
import { compiled, written } from './dependency-rules.mjs';

const root = fileURLToPath(new URL('../', import.meta.url));
const folders = ['src', 'migrations', 'sandbox', 'scripts', 'bench', 'test'];

/** One import against each rule, by the rule's name: the file that breaks it and the lines in it. */
const plants = {
  'entities-import-only-their-own': ['src/entities/a.ts', `import '../stores/sound.js';`],
  'stores-import-only-their-own': ['src/stores/a.ts', `import type { Any } from '../services/sound.js';`],
  'services-import-only-their-own': ['src/services/a.ts', `export type { Any } from '../views/sound.js';`],
  'locales-import-only-their-own': ['src/locales/a.ts', `import type { Any } from '../services/sound.js';`],
  'views-import-only-their-own': ['src/views/a.ts', `import type { Any } from '../services/sound.js';`],
  'commands-import-only-their-own': ['src/commands/a.ts', `import '../discord/sound.js';`],
  'components-import-only-their-own': ['src/components/a.ts', `import '../stores/sound.js';`],
  'events-import-only-their-own': ['src/events/a.ts', `import '../stores/sound.js';`],
  'jobs-import-only-their-own': ['src/jobs/a.ts', `import '../discord/sound.js';`],
  'discord-import-only-their-own': ['src/discord/a.ts', `await import('../stores/sound.js');`],
  'platform-import-only-their-own': ['src/platform/a.ts', `import type { Any } from '../stores/sound.js';`],
  'config-stands-alone': ['src/config.ts', `import './stores/sound.js';`],
  'rules-know-no-discord': ['src/services/b.ts', `import type { Client } from 'discord.js';`],
  'queries-stay-in-stores': ['src/services/c.ts', `import { DataSource } from 'typeorm';`],
  'migrations-stand-alone': ['migrations/1-a.ts', `import '../src/entities/sound.js';`],
  'src-is-complete': ['src/app.ts', `import '../scripts/sound.js';`],
  'sandbox-meets-the-bot-over-http-alone': ['sandbox/a.ts', `import '../src/entities/sound.js';`],
  'nothing-imports-tests': ['scripts/a.ts', `import '../test/sound.js';`],
  'no-development-packages-at-run-time': ['src/views/b.ts', `import 'vitest';`],
  'no-packages-that-package-json-lacks': ['src/views/c.ts', `import 'undici';`],
  'no-circles': ['src/stores/b.ts', `import './c.js';`],
  'locales-import-values-of-entities-alone': ['src/locales/b.ts', `import '../services/user-error.js';`],
  'the-page-runs-in-browsers': ['sandbox/web/a.tsx', `import '../server/sound.js'; export const A = <p />;`],
  'platform-imports-values-of-entities-alone': ['src/platform/b.ts', `import '../services/clock.js';`],
};

/** What the plants import; and imports that no rule may mind. */
const soundFiles = {
  ...Object.fromEntries(
    ['entities', 'stores', 'services', 'views', 'discord'].map((layer) => [
      `src/${layer}/sound.ts`,
      'export type Any = 1;',
    ]),
  ),
  'src/services/user-error.ts': 'export type Code = 1;',
  'src/services/clock.ts': 'export type Clock = 1;',
  'src/stores/c.ts': `import './b.js';`,
  'src/locales/sound.ts': `import type { Code } from '../services/user-error.js'; export type Words = Code;`,
  'src/stores/circle-of-types.ts': `import type { Any } from './sound.js'; import 'typeorm'; export type Other = Any;`,
  'sandbox/server/sound.ts': `import 'node:http'; export type Any = 1;`,
  'sandbox/web/sound.tsx': `import type { Any } from '../server/sound.js'; export const Sound = (_: Any) => <p />;`,
  'scripts/sound.ts': `import '../src/stores/sound.js';`,
  'test/sound.ts': 'export {};',
};

/**
 * Cruises one project: as it is written, types included, then as it is compiled, without them.
 *
 * @param {string} project its folder
 * @returns {Promise<{ violations: import('dependency-cruiser').IViolation[]; modules: number[] }>}
 */
async function check(project) {
  const output = mkdtempSync(join(tmpdir(), 'nexus-compiled-'));
  try {
    compile(project, output);
    const source = await cruiseWith(project, written, ['.ts', '.js', '.mjs']);
    const running = await cruiseWith(output, compiled, ['.js', '.mjs']);
    return {
      violations: [...source.violations, ...running.violations],
      modules: [source.totalCruised, running.totalCruised],
    };
  } finally {
    rmSync(output, { recursive: true, force: true });
  }
}

/**
 * @param {string} project
 * @param {object[]} forbidden
 * @param {string[]} extensions
 */
async function cruiseWith(project, forbidden, extensions) {
  // Paths are relative to the working directory, whatever `baseDir` says, when it comes to package.json.
  process.chdir(project);
  const result = await cruise(
    folders.filter((folder) => existsSync(join(project, folder))),
    /** @type {any} */ ({
      ruleSet: { forbidden },
      validate: true,
      // dependency-cruiser knows TypeScript up to 6: without this it would see no module at all, and be content.
      parser: 'swc',
      tsPreCompilationDeps: true,
      preserveSymlinks: true,
      doNotFollow: { path: 'node_modules' },
      // Its parser knows no JSX: those files are looked at as they are compiled.
      exclude: { path: ['^sandbox/dist/', '[.]tsx$'] },
      enhancedResolveOptions: {
        exportsFields: ['exports'],
        conditionNames: ['import', 'node', 'default', 'types'],
        extensions,
      },
    }),
  );
  if (typeof result.output === 'string') throw new TypeError('dependency-cruiser answered with text');
  return result.output.summary;
}

/** The configurations that the whole is compiled by. */
const configurations = ['tsconfig.json', 'sandbox/web/tsconfig.json'];

/** Leaves what runs: TypeScript's own idea of which imports are of types alone. Errors of types are not asked for. */
function compile(/** @type {string} */ project, /** @type {string} */ output) {
  const compiler = join(
    dirname(createRequire(import.meta.url).resolve('typescript/package.json')),
    'bin/tsc',
  );
  for (const configuration of configurations) {
    const args = [compiler, '-p', join(project, configuration), '--noEmit', 'false', '--noCheck'];
    const { error } = spawnSync(process.execPath, [...args, '--rootDir', project, '--outDir', output]);
    if (error) throw error;
  }
}

/** Writes the project that breaks every rule. */
function plant(/** @type {string} */ project) {
  const files = { ...soundFiles, ...Object.fromEntries(Object.values(plants)) };
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(project, path)), { recursive: true });
    writeFileSync(join(project, path), `${text}\n`);
  }
  for (const name of ['package.json', ...configurations])
    writeFileSync(join(project, name), readFileSync(join(root, name)));
  symlinkSync(join(root, 'node_modules'), join(project, 'node_modules'), 'junction');
}

/** Gives what is wrong with the check itself. */
async function checkThePlants() {
  const project = mkdtempSync(join(tmpdir(), 'nexus-planted-'));
  try {
    plant(project);
    const { violations } = await check(project);
    const broken = new Set(
      violations.map(({ rule, from }) => `${rule.name} in ${from.replace(/\.js$/, '.ts')}`),
    );
    const expected = new Set(
      Object.entries(plants).map(([rule, [file = '']]) => `${rule} in ${file.replace(/x$/, '')}`),
    );
    const rules = [...written, ...compiled].map(({ name }) => name);
    return [
      ...rules.filter((rule) => !(rule in plants)).map((rule) => `the rule ${rule} has no planted violation`),
      ...[...expected]
        .filter((one) => !broken.has(one))
        .map((one) => `the planted violation of ${one} is not seen`),
      ...[...broken].filter((one) => !expected.has(one)).map((one) => `something allowed is refused: ${one}`),
    ];
  } finally {
    process.chdir(root);
    rmSync(project, { recursive: true, force: true });
  }
}

const faults = await checkThePlants();
const { violations, modules } = await check(root);
if (modules.some((count) => count === 0)) faults.push('no module was found in the project');
for (const fault of faults) console.error(`The check itself does not work: ${fault}.`);
for (const { rule, from, to, cycle } of violations) {
  const circle = cycle ? ` → ${cycle.map(({ name }) => name).join(' → ')}` : ` → ${to}`;
  console.error(`${rule.name}: ${from}${circle}`);
}
if (faults.length > 0 || violations.length > 0) process.exit(1);
console.log(
  `${modules[0]} modules import as they may; each of ${Object.keys(plants).length} rules was seen to fail.`,
);
