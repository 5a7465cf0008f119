/** The languages that Discord offers its members, each by its own name. */

/** https://docs.discord.com/developers/reference#locales */
export const LOCALES = [
  'bg',
  'cs',
  'da',
  'de',
  'el',
  'en-GB',
  'en-US',
  'es-419',
  'es-ES',
  'fi',
  'fr',
  'hi',
  'hr',
  'hu',
  'id',
  'it',
  'ja',
  'ko',
  'lt',
  'nl',
  'no',
  'pl',
  'pt-BR',
  'ro',
  'ru',
  'sv-SE',
  'th',
  'tr',
  'uk',
  'vi',
  'zh-CN',
  'zh-TW',
] as const;

export interface Language {
  locale: string;
  /** As those who speak it call it: `Français`. */
  ownName: string;
  /** As the reader calls it. */
  name: string;
}

/** All of them by their own names, for a reader of one of them; one that the reader has besides is among them. */
export function languages(reader: string): Language[] {
  const others = LOCALES.some((one) => one === reader) ? [] : [reader];
  return [...LOCALES, ...others]
    .map((locale) => ({ locale, ownName: nameIn(locale, locale), name: nameIn(locale, reader) }))
    .sort((first, second) => first.ownName.localeCompare(second.ownName, 'en'));
}

function nameIn(locale: string, reader: string): string {
  const names = new Intl.DisplayNames([reader], { type: 'language', languageDisplay: 'standard' });
  const name = names.of(locale) ?? locale;
  const [first = '', ...rest] = name;
  return first.toLocaleUpperCase(reader) + rest.join('');
}
