/** What of a command a person reads in their language: a bot's localizations, and Discord's fallbacks among them. */

/** https://docs.discord.com/developers/interactions/application-commands#locale-fallbacks */
const FALLBACKS: { [locale: string]: string } = { 'en-US': 'en-GB', 'en-GB': 'en-US', 'es-419': 'es-ES' };

/** A bot's texts by locale, as `name_localizations` has them. */
export type Localizations = { readonly [locale: string]: string | null | undefined } | null | undefined;

/** The text for a locale, or for the one it falls back to; undefined where the default is shown. */
export function localized(texts: Localizations, locale: string): string | undefined {
  return texts?.[locale] ?? texts?.[FALLBACKS[locale] ?? ''] ?? undefined;
}
