/** Tags in use, offered while a moderator types one. */
import type { AutocompleteInteraction } from 'discord.js';
import type { Choice, Context } from '../../../discord/define.js';

export async function tagChoices(
  { options }: AutocompleteInteraction,
  { guildId, words, services }: Context,
): Promise<Choice[]> {
  const used = await services.tags.suggest(guildId, options.getFocused());
  return used.map(({ tag, entries }) => ({ name: words.tags.choice(tag, entries), value: tag }));
}

/** Entries whose cards are brought up to date at once; those of more follow minute by minute. */
export const refreshedAtOnce = 25;
