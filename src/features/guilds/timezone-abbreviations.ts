/** Time zones by what is not their name: abbreviations such as EAT, and offsets such as GMT+3. */
import { offsetOf } from './timezone-offset.js';

interface Abbreviation {
  zones: readonly string[];
  /** Whether people mean clocks of different continents by it. */
  isAmbiguous?: true;
}

/** The zones that go by an abbreviation, the one with most people first. */
const abbreviations: Readonly<Record<string, Abbreviation>> = {
  eat: {
    zones: [
      'Africa/Nairobi',
      'Africa/Addis_Ababa',
      'Africa/Dar_es_Salaam',
      'Africa/Kampala',
      'Africa/Mogadishu',
      'Africa/Djibouti',
      'Africa/Asmara',
    ],
  },
  cat: {
    zones: [
      'Africa/Maputo',
      'Africa/Harare',
      'Africa/Lusaka',
      'Africa/Kigali',
      'Africa/Lubumbashi',
      'Africa/Blantyre',
      'Africa/Bujumbura',
      'Africa/Gaborone',
      'Africa/Khartoum',
      'Africa/Juba',
      'Africa/Windhoek',
    ],
  },
  wat: {
    zones: [
      'Africa/Lagos',
      'Africa/Kinshasa',
      'Africa/Luanda',
      'Africa/Douala',
      'Africa/Niamey',
      'Africa/Ndjamena',
      'Africa/Porto-Novo',
      'Africa/Libreville',
      'Africa/Brazzaville',
      'Africa/Bangui',
      'Africa/Malabo',
      'Africa/Tunis',
    ],
  },
  sast: { zones: ['Africa/Johannesburg', 'Africa/Maseru', 'Africa/Mbabane'] },
  gmt: {
    zones: ['UTC', 'Africa/Accra', 'Africa/Abidjan', 'Africa/Dakar', 'Africa/Freetown', 'Africa/Monrovia'],
  },
  utc: { zones: ['UTC'] },
  z: { zones: ['UTC'] },
  wet: { zones: ['Europe/Lisbon'] },
  cet: { zones: ['Europe/Berlin', 'Europe/Paris', 'Europe/Madrid', 'Europe/Rome', 'Africa/Algiers'] },
  eet: { zones: ['Africa/Cairo', 'Africa/Tripoli', 'Europe/Athens', 'Europe/Bucharest', 'Europe/Helsinki'] },
  bst: { zones: ['Europe/London', 'Asia/Dhaka'], isAmbiguous: true },
  ist: { zones: ['Asia/Kolkata', 'Europe/Dublin', 'Asia/Jerusalem'], isAmbiguous: true },
  msk: { zones: ['Europe/Moscow'] },
  trt: { zones: ['Europe/Istanbul'] },
  gst: { zones: ['Asia/Dubai'] },
  pkt: { zones: ['Asia/Karachi'] },
  npt: { zones: ['Asia/Kathmandu'] },
  wib: { zones: ['Asia/Jakarta'] },
  sgt: { zones: ['Asia/Singapore'] },
  jst: { zones: ['Asia/Tokyo'] },
  aest: { zones: ['Australia/Sydney', 'Australia/Brisbane'], isAmbiguous: true },
  brt: { zones: ['America/Sao_Paulo'] },
  est: { zones: ['America/New_York', 'America/Toronto'] },
  edt: { zones: ['America/New_York', 'America/Toronto'] },
  cst: { zones: ['America/Chicago', 'Asia/Shanghai'], isAmbiguous: true },
  cdt: { zones: ['America/Chicago'] },
  mst: { zones: ['America/Denver', 'America/Phoenix'], isAmbiguous: true },
  pst: { zones: ['America/Los_Angeles', 'Asia/Manila'], isAmbiguous: true },
  pdt: { zones: ['America/Los_Angeles'] },
};

/** One city or more for each offset, those that most cohorts are in first. */
const wellKnown = [
  ...new Set([
    ...Object.values(abbreviations).flatMap(({ zones }) => zones),
    'Africa/Casablanca',
    'Atlantic/Cape_Verde',
    'Atlantic/Azores',
    'Indian/Mauritius',
    'Asia/Riyadh',
    'Asia/Tehran',
    'Asia/Kabul',
    'Asia/Tashkent',
    'Asia/Dhaka',
    'Asia/Yangon',
    'Asia/Bangkok',
    'Australia/Perth',
    'Australia/Adelaide',
    'Pacific/Noumea',
    'Pacific/Auckland',
    'Pacific/Tongatapu',
    'America/Halifax',
    'America/St_Johns',
    'America/Anchorage',
    'Pacific/Honolulu',
  ]),
];

const offset = /^(?:utc|gmt)?\s*([+\u2212-])\s*(\d{1,2})(?::?([0-5]\d))?$/i;

/** Zones that go by what was typed; undefined when it is no abbreviation and no offset. */
export function zonesByAbbreviation(typed: string, at: Date): readonly string[] | undefined {
  const key = typed.trim().toLowerCase();
  if (Object.hasOwn(abbreviations, key)) return abbreviations[key]?.zones;
  const [whole, sign = '', hours = '', minutes = '00'] = offset.exec(typed.trim()) ?? [];
  if (whole === undefined) return undefined;
  const isZero = Number(hours) === 0 && minutes === '00';
  const wanted = isZero
    ? 'UTC'
    : `UTC${sign === '+' ? '+' : '-'}${Number(hours)}${minutes === '00' ? '' : `:${minutes}`}`;
  return wellKnown.filter((zone) => offsetOf(zone, at).replace(/\+0$/, '') === wanted);
}

/** The zone meant by an abbreviation; undefined when clocks of different continents go by it. */
export function zoneByAbbreviation(typed: string): string | undefined {
  const key = typed.trim().toLowerCase();
  const known = Object.hasOwn(abbreviations, key) ? abbreviations[key] : undefined;
  return known?.isAmbiguous ? undefined : known?.zones[0];
}
