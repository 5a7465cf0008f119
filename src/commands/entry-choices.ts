/** What is offered while a member types an `entry`, `challenge` or `solution` option. */
import type { AutocompleteInteraction } from 'discord.js';
import type { Choice, Context } from '../discord/define.js';
import type { SuggestionFilter } from '../services/search-service.js';

/** The autocomplete of an option that takes such entries; choices carry the entry's number as text. */
export function entryChoices(filter: SuggestionFilter) {
  return async (
    { options }: AutocompleteInteraction,
    { guildId, actor, services }: Context,
  ): Promise<Choice[]> => {
    const found = await services.search.suggest(guildId, options.getFocused(), filter, actor.id);
    return found.map(({ number, label }) => ({ name: label, value: String(number) }));
  };
}
