/** Time zones to pick from while one types a city or a zone's name. */
import type { AutocompleteInteraction } from 'discord.js';
import type { Choice, Context } from '../discord/define.js';
import { cityOf, offsetOf, timezonesLike } from '../services/timezones.js';

/** Discord's bounds. */
const choiceLimit = 25;
const nameLimit = 100;

/** `autocomplete` of an option that names a time zone; the guild's own zone comes first while nothing is typed. */
export async function timezoneChoices(
  interaction: AutocompleteInteraction,
  { settings, services, words }: Pick<Context, 'settings' | 'services' | 'words'>,
): Promise<Choice[]> {
  const typed = interaction.options.getFocused();
  const names = timezonesLike(typed, choiceLimit);
  const shown =
    typed.trim() === '' ? [...new Set([settings.timezone, ...names])].slice(0, choiceLimit) : names;
  const now = services.clock();
  return shown.map((name) => ({
    name: words.digest.timezone(cityOf(name), name, offsetOf(name, now)).slice(0, nameLimit),
    value: name,
  }));
}
