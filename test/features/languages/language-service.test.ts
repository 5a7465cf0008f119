/** Which language each reader gets: what they chose, Discord's, or the guild's. */
import { beforeEach, describe, expect, it } from 'vitest';
import { LanguageService } from '../../../src/features/languages/language-service.js';
import { LanguageStore } from '../../../src/features/languages/language-store.js';
import { catalogueFor } from '../../../src/locales/catalogue.js';
import { en } from '../../../src/locales/en/index.js';
import { fr } from '../../../src/locales/fr/index.js';
import { useDataSource } from '../../support/data-source.js';

const { database, dataSource } = useDataSource();
let guildId = '700000000000000000';
const amina = { id: '800000000000000001', displayName: 'Amina' };
const now = new Date('2026-03-09T06:00Z');

let guildLanguage = 'en';
const serve = () =>
  new LanguageService(
    new LanguageStore(dataSource()),
    { settings: async () => ({ language: guildLanguage }) as never },
    () => now,
  );

beforeEach(async () => {
  guildLanguage = 'en';
  guildId = String(BigInt(guildId) + 1n);
  await database.query('INSERT INTO guilds (id, created_at) VALUES ($1, $2)', [guildId, now]);
});

const meet = () =>
  database.query(
    'INSERT INTO members (guild_id, user_id, display_name, first_seen_at, seen_at) VALUES ($1, $2, $3, $4, $4)',
    [guildId, amina.id, amina.displayName, now],
  );

describe('a direct message', () => {
  it('is in the guild’s language for a member nothing is known of', async () => {
    guildLanguage = 'fr';
    expect(catalogueFor(...(await serve().languagesFor(guildId, amina.id)))).toBe(fr);
  });

  it('is in the language Discord last had for the member', async () => {
    await meet();
    const languages = serve();
    await languages.saw(guildId, amina.id, 'fr');
    expect(catalogueFor(...(await languages.languagesFor(guildId, amina.id)))).toBe(fr);
    await languages.saw(guildId, amina.id, 'en-GB');
    expect(catalogueFor(...(await serve().languagesFor(guildId, amina.id)))).toBe(en);
  });

  it('is in the language the member chose, whatever Discord says', async () => {
    const languages = serve();
    await languages.choose(guildId, amina, 'fr');
    await languages.saw(guildId, amina.id, 'en-US');
    expect(await languages.chosenBy(guildId, amina.id)).toBe('fr');
    expect(catalogueFor(...(await languages.languagesFor(guildId, amina.id)))).toBe(fr);
    await languages.choose(guildId, amina, null);
    expect(await languages.chosenBy(guildId, amina.id)).toBeNull();
    expect(catalogueFor(...(await languages.languagesFor(guildId, amina.id)))).toBe(en);
  });

  it('is in the guild’s language when Discord’s is one the bot doesn’t speak', async () => {
    await meet();
    guildLanguage = 'fr';
    await serve().saw(guildId, amina.id, 'pt-BR');
    expect(catalogueFor(...(await serve().languagesFor(guildId, amina.id)))).toBe(fr);
  });
});

it('stores nothing about the language of a member who isn’t stored', async () => {
  await serve().saw(guildId, amina.id, 'fr');
  expect(await database.query('SELECT locale FROM members WHERE guild_id = $1', [guildId])).toEqual([]);
});

it.each([
  [['fr-CA'], fr],
  [[null, 'sw', 'fr'], fr],
  [['constructor', 'pt-BR'], en],
  [[undefined], en],
])('speaks the first of %s that it can', (wanted, catalogue) => {
  expect(catalogueFor(...wanted)).toBe(catalogue);
});
