/** The docs match the code: commands, settings, permissions, and links. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { PermissionFlagsBits } from 'discord.js';
import { describe, expect, it } from 'vitest';
import { commandsPage } from '../../scripts/docs/commands-page.js';
import { readConfig } from '../../src/config.js';
import { neededPermissions } from '../../src/features/guilds/checkup-model.js';
import { features } from '../../src/features.js';

const { commands } = features;

const root = fileURLToPath(new URL('../../', import.meta.url));
const read = (path: string) => readFileSync(join(root, path), 'utf8');
const readme = read('README.md');
const pages = [
  'README.md',
  'CONTRIBUTING.md',
  ...readdirSync(join(root, 'docs'), { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.md'))
    .map((file) => join('docs', file)),
  ...readdirSync(join(root, 'src'), { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('README.md'))
    .map((file) => join('src', file)),
];

/** Names in capitals of the variables that a source file reads. */
const variablesOf = (source: string) =>
  new Set([...read(source).matchAll(/^ {2}([A-Z][A-Z_]+):/gm)].map(([, name = '']) => name));

describe('docs/commands.md', () => {
  it('is what `npm run docs` writes', () => {
    expect(read('docs/commands.md'), 'run `npm run docs`').toBe(commandsPage(commands));
  });

  it('names every option of every command', () => {
    const page = read('docs/commands.md');
    const names = JSON.stringify(commands.map(({ data }) => data.toJSON())).matchAll(/"name":"([^"]+)"/g);
    for (const [, name = ''] of names) expect(page.toLowerCase()).toContain(name.toLowerCase());
  });
});

describe('README.md', () => {
  it.each(commands.map(({ data }) => data.toJSON()))('mentions $name', ({ name, type = 1 }) => {
    expect(readme).toContain(type === 1 ? `\`/${name}` : `\`${name}\``);
  });

  it('has an invite link with the permissions that the bot uses, and no other', () => {
    const permissions = neededPermissions.reduce((sum, name) => sum | PermissionFlagsBits[name], 0n);
    expect(readme).toContain(`permissions=${permissions}&`);
  });

  it.each([...variablesOf('src/config.ts')])('has %s in its table of settings', (name) => {
    expect(readme).toMatch(new RegExp(`^\\| .*\`${name}\`.*\\|$`, 'm'));
  });

  it('gives the actual defaults', () => {
    const { http, log, dataDirectory, attachmentOrigins } = readConfig(
      { DISCORD_TOKEN: 'x'.repeat(20) },
      false,
    );
    for (const value of [http.host, String(http.port), log.level, dataDirectory, ...attachmentOrigins]) {
      expect(readme).toMatch(new RegExp(`^\\| .*\`${value.replaceAll('.', '\\.')}\`.*\\|$`, 'm'));
    }
  });
});

describe.each(pages)('%s', (page) => {
  it('links to files and headings that exist', () => {
    for (const [, target = ''] of read(page).matchAll(/\]\((?!https?:)([^)\s]+)\)/g)) {
      const [path = '', heading] = target.split('#');
      const file = path === '' ? page : join(dirname(page), path);
      expect(existsSync(join(root, file)), `${target} of ${page}`).toBe(true);
      if (heading) expect(headingsOf(read(file)), `${target} of ${page}`).toContain(heading);
    }
  });

  it('names npm scripts that exist', () => {
    const { scripts } = JSON.parse(read('package.json')) as { scripts: Record<string, string> };
    for (const [, name = ''] of read(page).matchAll(/\bnpm run (?!-)([\w:]+)/g)) {
      expect(Object.keys(scripts), `npm run ${name} of ${page}`).toContain(name);
    }
  });
});

/** Headings as GitHub links to them. */
function headingsOf(markdown: string): string[] {
  return [...markdown.matchAll(/^#+ (.+)$/gm)].map(([, text = '']) =>
    text
      .toLowerCase()
      .replace(/[^\p{L}\p{N}\s_-]/gu, '')
      .replaceAll(' ', '-'),
  );
}
