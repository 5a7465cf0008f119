/** The sandbox keeps to its own folder: nothing in it knows the project around it, and its packages are listed. */
import { readdirSync, readFileSync } from 'node:fs';
import { builtinModules } from 'node:module';
import { join, relative, resolve } from 'node:path';
import { expect, test } from 'vitest';

const root = resolve(import.meta.dirname, '../..');
const folder = join(root, 'sandbox');
const IMPORT = /(?:from|import)\s*\(?\s*'([^']+)'|const PACKAGE: string = '([^']+)'/g;

interface Manifest {
  name: string;
  dependencies?: { [name: string]: string };
  devDependencies?: { [name: string]: string };
}

function manifestIn(path: string): Manifest {
  return JSON.parse(readFileSync(join(path, 'package.json'), 'utf8'));
}

const files = readdirSync(folder, { recursive: true, withFileTypes: true })
  .filter((entry) => entry.isFile() && !entry.parentPath.includes('dist'))
  .map((entry) => join(entry.parentPath, entry.name));
const sources = files.filter((file) => /\.tsx?$/.test(file));
const imports = sources.flatMap((file) =>
  [...readFileSync(file, 'utf8').matchAll(IMPORT)].map(([, literal, constant]) => ({
    file,
    name: literal ?? constant ?? '',
  })),
);
const own = manifestIn(folder);
const listed = { ...own.dependencies, ...own.devDependencies };

test('no file of it names the project around it', () => {
  // Its name, and the words of what it is about.
  const words = new RegExp(`${manifestIn(root).name}|cohort|learner|digest\\b.*channel`, 'i');
  const naming = files.filter((file) => words.test(readFileSync(file, 'utf8')));
  expect(naming.map((file) => relative(root, file))).toEqual([]);
});

test('no import leaves the folder', () => {
  const leaving = imports.filter(
    ({ file, name }) => name.startsWith('.') && !resolve(file, '..', name).startsWith(folder),
  );
  expect(leaving).toEqual([]);
});

test('its own package.json lists the packages it imports, and no others', () => {
  const packages = imports
    .map(({ name }) => name)
    .filter((name) => !/^[./]|^node:/.test(name) && !builtinModules.includes(name))
    .map((name) => /^(?:@[^/]+\/)?[^/]+/.exec(name)?.[0] ?? name);
  expect([...new Set(packages)].sort()).toEqual(Object.keys(listed).sort());
});

test('its packages are those that the project has', () => {
  const { dependencies, devDependencies } = manifestIn(root);
  const here = { ...dependencies, ...devDependencies };
  expect(listed).toEqual(Object.fromEntries(Object.keys(listed).map((name) => [name, here[name]])));
});
