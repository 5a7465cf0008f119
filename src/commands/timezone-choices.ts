/** Time zones to pick from while a member types a city or a zone's name. */
import type { AutocompleteInteraction } from 'discord.js';
import type { Choice, Context } from '../discord/define.js';
import { choiceNameAtMost, choicesAtMost } from '../discord/limits.js';
import { cityOf, offsetOf, timezonesLike } from '../features/guilds/index.js';
import { timezoneNameIn } from '../locales/places.js';
import type { Clock } from '../platform/clock.js';

/** `autocomplete` of an option that names a time zone; the guild's own zone comes first while nothing is typed. */
export async function timezoneChoices(
  interaction: AutocompleteInteraction,
  {
    settings,
    services,
    words,
    locale,
  }: Pick<Context<{ clock: Clock }>, 'locale' | 'settings' | 'services' | 'words'>,
): Promise<Choice[]> {
  const typed = interaction.options.getFocused();
  const names = timezonesLike(typed, choicesAtMost);
  const shown =
    typed.trim() === '' ? [...new Set([settings.timezone, ...names])].slice(0, choicesAtMost) : names;
  const now = services.clock();
  return shown.map((name) => ({
    name: words.digest
      .timezone(cityOf(name, locale), timezoneNameIn(locale, name, now), offsetOf(name, now))
      .slice(0, choiceNameAtMost),
    value: name,
  }));
}
