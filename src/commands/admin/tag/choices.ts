/** Tags in use, offered while a moderator types one. */

import type { AutocompleteInteraction } from 'discord.js';
import type { Choice, Context } from '../../../discord/define.js';
import type { TagService } from '../../../features/entries/index.js';
import { isolated } from '../../../platform/right-to-left.js';

export async function tagChoices(
  { options }: AutocompleteInteraction,
  { guildId, words, services }: Context<{ tags: Pick<TagService, 'suggest'> }>,
): Promise<Choice[]> {
  const used = await services.tags.suggest(guildId, options.getFocused());
  return used.map(({ tag, entries }) => ({ name: words.tags.choice(isolated(tag), entries), value: tag }));
}

/** Entries whose cards are updated right away; further ones follow, some each minute. */
export const refreshedAtOnce = 25;
