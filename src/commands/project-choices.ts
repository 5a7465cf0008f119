/** Projects to pick from while a member types a name. */

import type { AutocompleteInteraction } from 'discord.js';
import type { Choice, Context } from '../discord/define.js';
import { choiceNameAtMost, choicesAtMost } from '../discord/limits.js';
import type { ProjectService } from '../features/projects/index.js';
import { isolated } from '../platform/right-to-left.js';
import { shortened } from '../platform/text.js';

type Suggesting = Context<{ projects: Pick<ProjectService, 'suggest'> }>;

/** Open projects whose name holds what was typed; of one owner when given. */
export async function projectChoices(
  { options }: AutocompleteInteraction,
  { guildId, words, services }: Suggesting,
  ownerId?: string,
): Promise<Choice[]> {
  const found = await services.projects.suggest(guildId, options.getFocused(), choicesAtMost, ownerId);
  return found.map(({ id, name, ownerName }) => ({
    name: shortened(
      words.projects.choice(isolated(shortened(name, 70)), isolated(ownerName)),
      choiceNameAtMost,
    ),
    value: id,
  }));
}
