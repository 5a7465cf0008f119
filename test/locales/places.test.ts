/** Time zones in French: the city and the zone by their French names, found by either. */
import { expect, it } from 'vitest';
import { timezoneChoices } from '../../src/commands/timezone-choices.js';
import { timezonesLike } from '../../src/features/guilds/index.js';
import { fr } from '../../src/locales/fr/index.js';
import { contextWith } from '../support/context.js';

const offered = (typed: string, locale: string, words = fr) =>
  timezoneChoices({ options: { getFocused: () => typed } } as never, {
    ...contextWith({ clock: () => new Date('2026-01-15T12:00Z') }),
    words,
    locale,
  });

it('names the city and the zone in French', async () => {
  expect((await offered('caire', 'fr')).map(({ name }) => name)).toContain(
    'Le Caire · heure d’Europe de l’Est (UTC+2)',
  );
  expect((await offered('nairobi', 'fr'))[0]).toEqual({
    name: expect.stringContaining('Nairobi · heure normale d’Afrique de l’Est'),
    value: 'Africa/Nairobi',
  });
});

it('finds a city by its French name, in every language', () => {
  expect(timezonesLike('londres', 5)).toEqual(['Europe/London']);
  expect(timezonesLike('addis-abeba', 5)).toContain('Africa/Addis_Ababa');
});
