/**
 * Checks the import rules (`dependency-rules.mjs`), and that the check itself works: a project that breaks every rule
 * once is checked as well, and each rule must fail there.
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

/** One violation of each rule, by the rule's name: the file that breaks it and its lines. */
const plants = {
  'entities-import-only-their-own': ['src/entities/a.ts', `import '../platform/sound.js';`],
  'readme-import-only-their-own': ['src/readme/a.ts', `import '../platform/sound.js';`],
  'locales-import-only-their-own': ['src/locales/a.ts', `import type { Any } from '../platform/sound.js';`],
  'outbox-import-only-their-own': ['src/outbox/a.ts', `import type { Any } from '../discord/sound.js';`],
  'features-import-only-their-own': ['src/features/one/a.ts', `import '../../commands/sound.js';`],
  'commands-import-only-their-own': ['src/commands/a.ts', `import '../features/one/sound-view.js';`],
  'components-import-only-their-own': ['src/components/a.ts', `import '../features/one/sound-store.js';`],
  'events-import-only-their-own': ['src/events/a.ts', `import '../features/one/sound-store.js';`],
  'jobs-import-only-their-own': ['src/jobs/a.ts', `import '../discord/sound.js';`],
  'discord-import-only-their-own': ['src/discord/a.ts', `await import('../features/one/index.js');`],
  'features-are-wired-from-entry-points': ['src/features/two/feature.ts', `import '../../events/sound.js';`],
  'only-the-list-knows-features': ['src/app.ts', `import './features/one/feature.js';`],
  'platform-import-only-their-own': ['src/platform/a.ts', `import type { Any } from '../outbox/sound.js';`],
  'config-stands-alone': ['src/config.ts', `import './platform/sound.js';`],
  'rooms-meet-at-their-doors': ['src/features/two/a.ts', `import type { Any } from '../one/sound-view.js';`],
  'models-are-plain': ['src/features/two/a-model.ts', `import type { Any } from '../../platform/sound.js';`],
  'services-know-no-discord-and-no-view': ['src/features/two/a-service.ts', `import './own-view.js';`],
  'stores-know-no-rules-and-no-view': [
    'src/features/two/a-store.ts',
    `import type { Any } from './own-service.js';`,
  ],
  'views-know-no-rules-and-no-queries': ['src/features/two/a-view.ts', `import './own-store.js';`],
  'schema-and-words-know-no-discord': ['src/outbox/b.ts', `import type { Client } from 'discord.js';`],
  'queries-stay-in-stores': ['src/features/two/b-service.ts', `import { DataSource } from 'typeorm';`],
  'migrations-stand-alone': ['migrations/1-a.ts', `import '../src/entities/sound.js';`],
  'src-is-complete': ['src/core.ts', `import '../scripts/sound.js';`],
  'sandbox-meets-the-bot-over-http-alone': ['sandbox/a.ts', `import '../src/entities/sound.js';`],
  'nothing-imports-tests': ['scripts/a.ts', `import '../test/sound.js';`],
  'no-development-packages-at-run-time': ['src/discord/b.ts', `import 'vitest';`],
  'no-packages-that-package-json-lacks': ['src/discord/c.ts', `import 'undici';`],
  'no-circles': ['src/outbox/c.ts', `import type { Any } from './d.js';`],
  'no-circles-that-run': ['sandbox/web/b.tsx', `import { C } from './c.js'; export const B = () => <C />;`],
  'locales-import-values-of-entities-alone': ['src/locales/b.ts', `import '../platform/user-error.js';`],
  'the-page-runs-in-browsers': ['sandbox/web/a.tsx', `import '../server/sound.js'; export const A = <p />;`],
  'threads-stay-light': ['src/platform/heavy-worker.ts', `import './heavy.js';`],
  'platform-imports-values-of-entities-alone': [
    'src/platform/b.ts',
    `import '../features/one/sound-model.js';`,
  ],
};

/** What the planted files import; and imports that no rule may report. */
const soundFiles = {
  ...Object.fromEntries(
    ['entities', 'commands', 'discord', 'events', 'platform', 'outbox'].map((layer) => [
      `src/${layer}/sound.ts`,
      'export type Any = 1;',
    ]),
  ),
  ...Object.fromEntries(
    ['sound-model', 'sound-view', 'sound-store'].map((name) => [
      `src/features/one/${name}.ts`,
      'export type Any = 1;',
    ]),
  ),
  'src/features/one/index.ts': `export type { Any } from './sound-store.js';`,
  'src/features/one/feature.ts': `import '../../commands/sound.js'; import './sound-store.js'; export type Any = 1;`,
  'src/features.ts': `import './features/one/feature.js';`,
  'src/features/two/own-store.ts': `import type { Any } from '../one/index.js'; import 'typeorm'; export type Other = Any;`,
  'src/features/two/own-service.ts': `import type { Other } from './own-store.js'; export type Any = Other;`,
  'src/features/two/own-view.ts': `import type { Any } from '../one/index.js'; export type Other = Any;`,
  'src/platform/heavy.ts': `import 'typeorm';`,
  'src/platform/user-error.ts': `import type { Any } from '../features/one/sound-model.js'; export type Code = Any;`,
  'sandbox/web/c.tsx': `import { B } from './b.js'; export const C = () => <B />;`,
  'src/outbox/d.ts': `import type { Any } from './c.js'; export type Other = Any;`,
  'src/locales/sound.ts': `import type { Code } from '../platform/user-error.js'; export type Words = Code;`,
  'src/commands/sound-too.ts': `import type { Any } from '../features/one/index.js'; export type Other = Any;`,
  'sandbox/server/sound.ts': `import 'node:http'; export type Any = 1;`,
  'sandbox/web/sound.tsx': `import type { Any } from '../server/sound.js'; export const Sound = (_: Any) => <p />;`,
  'scripts/sound.ts': `import '../src/features/one/sound-store.js';`,
  'test/sound.ts': 'export {};',
};

/**
 * Checks one project: as written, including types, then as compiled, without them.
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
  // Paths are relative to the working directory, whatever `baseDir` says, for package.json.
  process.chdir(project);
  const result = await cruise(
    folders.filter((folder) => existsSync(join(project, folder))),
    /** @type {any} */ ({
      ruleSet: { forbidden },
      validate: true,
      // dependency-cruiser supports TypeScript up to 6: without this it would find no module, and report no error.
      parser: 'swc',
      tsPreCompilationDeps: true,
      preserveSymlinks: true,
      doNotFollow: { path: 'node_modules' },
      // Its parser doesn't support JSX: those files are checked as compiled.
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

/** The configurations that everything is compiled with. */
const configurations = ['tsconfig.json', 'sandbox/web/tsconfig.json'];

/** Emits what runs: TypeScript decides which imports are only types. Type errors are ignored. */
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

/** Returns what is wrong with the check itself. */
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
