/** Names of time zones and their cities in the languages the bot speaks. */
import { spoken } from './catalogue.js';
import { cities as french } from './fr/cities.js';

const cities: Readonly<Record<string, Readonly<Record<string, string>>>> = { fr: french };

/** What a language calls the city of a zone; undefined where it is the one in the zone's name. */
export function cityIn(locale: string, timezone: string): string | undefined {
  return cities[spoken(locale) ?? 'en']?.[timezone];
}

/** The names that other languages have for a zone's city. */
export function citiesInOtherLanguages(timezone: string): string[] {
  return Object.values(cities).flatMap((names) => names[timezone] ?? []);
}

/** What a language calls the zone's time, such as `heure d’Afrique de l’Est`; its IANA name in English. */
export function timezoneNameIn(locale: string, timezone: string, at: Date): string {
  const language = spoken(locale) ?? 'en';
  if (language === 'en') return timezone;
  const parts = new Intl.DateTimeFormat(language, {
    timeZone: timezone,
    timeZoneName: 'longGeneric',
  }).formatToParts(at);
  const name = parts.find(({ type }) => type === 'timeZoneName')?.value ?? timezone;
  // Only a name says more than the offset beside it.
  return /^(?:UTC|GMT)/.test(name) ? timezone : name.replace("'", '’');
}
