/** The guild's tags, offered while a member types one or several. */

import type { AutocompleteInteraction } from 'discord.js';
import type { Choice, Context } from '../discord/define.js';
import { entryBounds } from '../entities/entry.js';
import type { SearchService } from '../features/search/index.js';
import { isolated } from '../platform/right-to-left.js';

type Suggesting = Context<{ search: Pick<SearchService, 'suggestTags'> }>;

/** Discord's limit for the name and the value of a choice. */
const choiceLength = 100;

/** For an option that takes one tag. */
export async function tagChoices(
  { options }: AutocompleteInteraction,
  { guildId, words, services }: Suggesting,
): Promise<Choice[]> {
  const used = await services.search.suggestTags(guildId, options.getFocused());
  return used.map(({ tag, entries }) => ({ name: words.tags.choice(isolated(tag), entries), value: tag }));
}

/** For an option that takes several with commas between them: the last one is completed, those before it stay. */
export async function tagListChoices(
  { options }: AutocompleteInteraction,
  { guildId, words, services }: Suggesting,
): Promise<Choice[]> {
  const typed = options.getFocused().split(/[,;،、]/);
  const last = typed.pop() ?? '';
  const before = typed.map((tag) => tag.trim()).filter((tag) => tag !== '');
  if (before.length >= entryBounds.tags) return [];
  const used = await services.search.suggestTags(guildId, last);
  return used
    .filter(({ tag }) => !before.includes(tag))
    .map(({ tag, entries }) => {
      const list = [...before, tag].join(', ');
      return { name: before.length > 0 ? list : words.tags.choice(isolated(tag), entries), value: list };
    })
    .filter(({ name, value }) => name.length <= choiceLength && value.length <= choiceLength);
}
