// @ts-check
/** The licences of what the bot brings along: writes `docs/licences.md`, and finds those that aren't permitted. */
import { readFileSync } from 'node:fs';

/** Licences that let anybody run and pass on the bot with what it needs; all ask at most for a notice. */
const permitted = [
  '0BSD',
  'Apache-2.0',
  'BlueOak-1.0.0',
  'BSD-2-Clause',
  'BSD-3-Clause',
  'CC0-1.0',
  'ISC',
  'MIT',
  'MIT-0',
  // Its own files stay under it; nothing is asked of the files beside them. Unchanged here.
  'MPL-2.0',
  // For fonts.
  'OFL-1.1',
  'PostgreSQL',
  'Python-2.0',
  'Unlicense',
];
/** What packages write instead of the licence's identifier. */
const aliases = new Map([['Apache License', 'Apache-2.0']]);

/**
 * @typedef {{ name: string, version: string, licence: string, isDevelopment: boolean }} Dependency
 * @param {{ packages: Record<string, { version?: string, license?: string, dev?: boolean, link?: boolean }> }} lock
 * @returns {Dependency[]} sorted by name, each version once
 */
export function dependenciesOf(lock) {
  /** @type {Map<string, Dependency>} */
  const found = new Map();
  for (const [path, { version = '', license = 'unknown', dev = false, link }] of Object.entries(
    lock.packages,
  )) {
    if (path === '' || link) continue;
    const name = path.slice(path.lastIndexOf('node_modules/') + 'node_modules/'.length);
    const known = found.get(`${name} ${version}`);
    found.set(`${name} ${version}`, {
      name,
      version,
      licence: aliases.get(license) ?? license,
      isDevelopment: dev && (known?.isDevelopment ?? true),
    });
  }
  return [...found.values()].sort((one, other) =>
    `${one.name} ${one.version}` < `${other.name} ${other.version}` ? -1 : 1,
  );
}

/**
 * Whether a licence expression (SPDX) can be met with the permitted licences: of `OR` one, of `AND` all.
 * @param {string} expression
 * @returns {boolean}
 */
export function isPermitted(expression) {
  const plain = expression.replace(/^\((.*)\)$/, '$1');
  const alternatives = plain.split(/ OR /i);
  if (alternatives.length > 1) return alternatives.some(isPermitted);
  return plain.split(/ AND /i).every((licence) => permitted.includes(licence.trim().replace(/^\(|\)$/g, '')));
}

/**
 * @param {readonly Dependency[]} dependencies
 * @returns {string} Markdown
 */
export function licencesPage(dependencies) {
  const running = dependencies.filter(({ isDevelopment }) => !isDevelopment);
  const developing = dependencies.filter(({ isDevelopment }) => isDevelopment);
  /** @type {Map<string, number>} */
  const counts = new Map();
  for (const { licence } of developing) counts.set(licence, (counts.get(licence) ?? 0) + 1);
  return [
    '# Licences',
    '',
    'Nexus is under the [MIT licence](../LICENSE). `npm run docs` generates this page from `package-lock.json`, and',
    '`npm run check:licences` refuses a dependency whose licence asks for more than a notice. Each package brings the text of',
    'its licence in `node_modules/<name>`.',
    '',
    '## What runs',
    '',
    '| package | version | licence |',
    '| --- | --- | --- |',
    ...running.map(({ name, version, licence }) => `| ${name} | ${version} | ${licence} |`),
    '',
    'Some of them are for one operating system or processor only, and installed only there.',
    '',
    '## What is used for development',
    '',
    '| licence | packages |',
    '| --- | --- |',
    ...[...counts]
      .sort(([one], [other]) => (one < other ? -1 : 1))
      .map(([licence, count]) => `| ${licence} | ${count} |`),
    '',
  ].join('\n');
}

/** Those of this repository. */
export const ownDependencies = () =>
  dependenciesOf(JSON.parse(readFileSync(new URL('../package-lock.json', import.meta.url), 'utf8')));
