/** Secrets are found in whatever form learners paste them, and what only looks like one is let through. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { secretIn, withoutSecrets } from '../../../src/features/secrets/secrets.js';
import { harmlessTexts } from './harmless-texts.js';
import { plantedSecrets } from './planted-secrets.js';

const seeds = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10];

describe('of the corpus', () => {
  it('finds planted secrets, and leaves nothing of them in what is shown', () => {
    const planted = seeds.flatMap(plantedSecrets);
    expect(planted.length / seeds.length).toBeGreaterThanOrEqual(60);
    const missed = planted.filter(({ text, secret }) => {
      const found = secretIn(text);
      return !found || found.line.includes(secret) || withoutSecrets(text).includes(secret);
    });
    const caught = planted.length - missed.length;
    console.info(`secrets: ${caught} of ${planted.length} caught, of ${planted.length / seeds.length} kinds`);
    for (const { name, text } of missed) console.info(`missed: ${name}\n${text}`);
    expect(caught / planted.length).toBeGreaterThanOrEqual(0.98);
  });

  it('lets through what only looks like one', () => {
    expect(harmlessTexts.length).toBeGreaterThanOrEqual(80);
    const wronglyCaught = harmlessTexts.flatMap((text) => secretIn(text)?.line ?? []);
    console.info(`look-alikes: ${wronglyCaught.length} of ${harmlessTexts.length} wrongly caught`);
    expect(wronglyCaught).toEqual([]);
  });
});

const folders = ['seeds', 'readmes']
  .map((name) => path.join(import.meta.dirname, '../../../../shared', name))
  .filter((folder) => existsSync(folder));

describe.skipIf(folders.length === 0)('the learners’ documents beside the repository', () => {
  it('hold nothing that is taken for a secret', () => {
    const found = folders.flatMap((folder) =>
      readdirSync(folder).flatMap((name) => {
        const secret = secretIn(readFileSync(path.join(folder, name), 'utf8'));
        return secret ? [{ name, ...secret }] : [];
      }),
    );
    expect(found).toEqual([]);
  });
});
