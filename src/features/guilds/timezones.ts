/** The IANA time zones a guild can choose, and finding one by what somebody typed. */

import { citiesInOtherLanguages, cityIn } from '../../locales/places.js';
import { citiesByZone } from './cities.js';
import { zoneByAbbreviation, zonesByAbbreviation } from './timezone-abbreviations.js';

export { offsetOf } from './timezone-offset.js';

/** Present-day names that this runtime accepts but does not list, with the former name it lists in their place. */
const renamed: Readonly<Record<string, string>> = {
  'Africa/Asmara': 'Africa/Asmera',
  'America/Argentina/Buenos_Aires': 'America/Buenos_Aires',
  'America/Argentina/Catamarca': 'America/Catamarca',
  'America/Argentina/Cordoba': 'America/Cordoba',
  'America/Argentina/Jujuy': 'America/Jujuy',
  'America/Argentina/Mendoza': 'America/Mendoza',
  'America/Atikokan': 'America/Coral_Harbour',
  'America/Indiana/Indianapolis': 'America/Indianapolis',
  'America/Kentucky/Louisville': 'America/Louisville',
  'America/Nuuk': 'America/Godthab',
  'Asia/Ho_Chi_Minh': 'Asia/Saigon',
  'Asia/Kathmandu': 'Asia/Katmandu',
  'Asia/Kolkata': 'Asia/Calcutta',
  'Asia/Yangon': 'Asia/Rangoon',
  'Atlantic/Faroe': 'Atlantic/Faeroe',
  'Europe/Kyiv': 'Europe/Kiev',
  'Pacific/Chuuk': 'Pacific/Truk',
  'Pacific/Kanton': 'Pacific/Enderbury',
  'Pacific/Pohnpei': 'Pacific/Ponape',
};

interface Zone {
  name: string;
  /** What people type for it, folded: the city, the whole name, the former city, cities nearby. */
  spellings: readonly string[];
}

const zones: readonly Zone[] = listZones();
const zonesByName = new Map(zones.map((zone) => [fold(zone.name), zone.name]));

/** Whether this runtime knows the zone; offsets such as `+03:00` are not zones. */
export function isTimezone(name: string): boolean {
  if (!/^[A-Za-z]/.test(name)) return false;
  try {
    new Intl.DateTimeFormat('en', { timeZone: name });
    return true;
  } catch {
    return false;
  }
}

/**
 * The zone somebody means by `Africa/Nairobi`, `nairobi` or `Addis Ababa`; undefined when no zone, or more than
 * one city, fits exactly.
 */
export function timezoneNamed(typed: string): string | undefined {
  const wanted = fold(typed);
  const byName = zonesByName.get(wanted) ?? zoneByAbbreviation(typed);
  if (byName) return byName;
  const bySpelling = zones.filter((zone) => zone.spellings.includes(wanted));
  if (bySpelling.length === 1) return bySpelling[0]?.name;
  // Other links, such as `Africa/Timbuktu`, are not listed and yet valid, whatever the case they are typed in.
  const name = typed.trim().replace(/\s+/g, '_');
  return bySpelling.length === 0 && name.includes('/') && isTimezone(name) ? capitalized(name) : undefined;
}

/** Zones for what has been typed so far, the likeliest first: cities that begin so, then words, then any part. */
export function timezonesLike(typed: string, limit: number, at = new Date()): string[] {
  const abbreviated = zonesByAbbreviation(typed, at);
  if (abbreviated) return abbreviated.slice(0, limit);
  const wanted = fold(typed);
  const ranked = zones.flatMap((zone) => {
    const rank = Math.min(...zone.spellings.map((spelling) => rankOf(spelling, wanted)));
    return rank < Number.POSITIVE_INFINITY ? [{ name: zone.name, rank }] : [];
  });
  return ranked
    .sort((one, other) => one.rank - other.rank)
    .slice(0, limit)
    .map(({ name }) => name);
}

/** `Addis Ababa` of `Africa/Addis_Ababa`, or what the locale's language calls it. */
export function cityOf(timezone: string, locale = 'en'): string {
  const translated = cityIn(locale, timezone);
  if (translated) return translated;
  return (timezone.split('/').at(-1) ?? timezone).replaceAll('_', ' ');
}

function rankOf(spelling: string, wanted: string): number {
  if (spelling.startsWith(wanted)) return 0;
  if (spelling.includes(` ${wanted}`)) return 1;
  return spelling.includes(wanted) ? 2 : Number.POSITIVE_INFINITY;
}

function listZones(): Zone[] {
  const former = new Map(
    Object.entries(renamed).flatMap(([name, old]) => (isTimezone(name) ? [[old, name] as const] : [])),
  );
  // Newer runtimes list the present-day name themselves.
  const names = new Set([
    'UTC',
    ...Intl.supportedValuesOf('timeZone').map((name) => former.get(name) ?? name),
  ]);
  return [...names].sort().map((name) => {
    const old = renamed[name];
    const nearby = citiesByZone[name] ?? [];
    return {
      name,
      spellings: [
        cityOf(name),
        name,
        ...(old ? [cityOf(old), old] : []),
        ...nearby,
        ...citiesInOtherLanguages(name),
      ].map(fold),
    };
  });
}

function fold(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[\s_/-]+/g, ' ')
    .trim();
}

function capitalized(name: string): string {
  return name
    .toLowerCase()
    .replace(/(^|[/_-])([a-z])/g, (_, before: string, letter: string) => before + letter.toUpperCase());
}
