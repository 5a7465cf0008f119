/** Definitions of commands in every language that Discord and the bot both speak. Names of commands and options stay English. */
import { Locale } from 'discord.js';
import { catalogues } from '../locales/catalogue.js';
import { en } from '../locales/en/index.js';
import type { CommandBody } from './same-commands.js';

/** The parts of the catalogue that definitions take their texts from. */
const sources: readonly ((path: string) => boolean)[] = [
  (path) => /(?:^|\.)commands?(?:\.|$)/.test(path),
  (path) => /^(?:entries\.kinds\.\w+\.name|digest\.weekdays\.\d|audit\.actions\.[\w-]+\.name)$/.test(path),
  (path) => /^(?:search\.leaderboard\.periods|projects\.(?:tracks|roles))\.\w+$/.test(path),
];

/** English texts with their translation. */
type Translations = ReadonlyMap<string, string>;

const all: readonly (readonly [Locale, Translations])[] = Object.entries(catalogues).flatMap(
  ([language, catalogue]) =>
    language === 'en'
      ? []
      : Object.values(Locale)
          .filter((locale) => locale.split('-')[0] === language)
          .map((locale) => [locale, translationsInto(catalogue)] as const),
);

/** The definition with `description_localizations` everywhere, and `name_localizations` on choices. */
export function localized(command: CommandBody): CommandBody {
  return localizedPart(command) as unknown as CommandBody;
}

type Raw = Readonly<Record<string, unknown>>;

function localizedPart(part: Raw | CommandBody): Raw {
  const { description, options, choices, ...rest } = part as Raw;
  return {
    ...rest,
    ...(typeof description === 'string' && {
      description,
      ...translated('description_localizations', description),
    }),
    ...(Array.isArray(choices) && {
      choices: (choices as readonly Raw[]).map((choice) => ({
        ...choice,
        ...translated('name_localizations', String(choice['name'])),
      })),
    }),
    ...(Array.isArray(options) && { options: (options as readonly Raw[]).map(localizedPart) }),
  };
}

function translated(field: string, text: string): Raw {
  const texts = all.flatMap(([locale, translations]) => {
    const translation = translations.get(text);
    return translation === undefined || translation === text ? [] : [[locale, translation] as const];
  });
  return texts.length > 0 ? { [field]: Object.fromEntries(texts) } : {};
}

function translationsInto(catalogue: object): Translations {
  const found = new Map<string, string>();
  visit(en, catalogue, '');
  return found;

  function visit(english: unknown, other: unknown, path: string): void {
    if (typeof english === 'string' && typeof other === 'string') {
      if (sources.some((isSource) => isSource(path)) && !found.has(english)) found.set(english, other);
    } else if (typeof english === 'object' && english !== null) {
      for (const [key, part] of Object.entries(english))
        visit(part, (other as Raw)[key], path === '' ? key : `${path}.${key}`);
    }
  }
}
