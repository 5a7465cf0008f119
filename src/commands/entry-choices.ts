/** What is offered while a member types an `entry`, `challenge` or `solution` option, and which entry they meant. */

import type { AutocompleteInteraction } from 'discord.js';
import type { Choice, Context } from '../discord/define.js';
import { choiceNameAtMost } from '../discord/limits.js';
import { escapeTitle } from '../discord/message/text.js';
import type { SearchService, SuggestionFilter } from '../features/search/index.js';
import { isolated } from '../platform/right-to-left.js';
import { numberIn, quoted, shortened } from '../platform/text.js';
import { UserError } from '../platform/user-error.js';

type Suggesting = Context<{ search: Pick<SearchService, 'suggest'> }>;

/** Entries that are named when several fit what was typed. */
const namedAtMost = 5;

/** The autocomplete of an option that takes such entries; choices carry the entry's number as text. */
export function entryChoices(filter: SuggestionFilter) {
  return async (
    { options }: AutocompleteInteraction,
    { guildId, actor, services }: Suggesting,
  ): Promise<Choice[]> => {
    const found = await services.search.suggest(guildId, options.getFocused(), filter, actor.id);
    return found.map(({ number, label }) => ({
      // A label is `#12 Title`, of at most 100 characters.
      name: shortened(
        label.replace(/^(#\d+ )(.+)$/u, (_, sign: string, title: string) => sign + isolated(title)),
        choiceNameAtMost,
      ),
      value: String(number),
    }));
  };
}

/**
 * The entry meant by what was typed: `12`, `#12`, a label such as `#12 Title`, or, if nothing was picked, a name that only
 * one entry fits.
 * @throws UserError `entry-not-found`, `several-entries`
 */
export async function entryMeant(
  typed: string,
  filter: SuggestionFilter,
  { guildId, actor, services }: Suggesting,
): Promise<number> {
  const number = numberIn(typed) ?? numberIn(/^\s*(#[1-9]\d{0,9})\s/.exec(typed)?.[1] ?? '');
  if (number !== undefined) return number;
  const found = typed.trim() === '' ? [] : await services.search.suggest(guildId, typed, filter, actor.id);
  const called = typed.trim().toLowerCase();
  const exact = found.filter(({ label }) => label.toLowerCase().replace(/^#\d+\s+/, '') === called);
  const [only, ...others] = exact.length > 0 ? exact : found;
  if (!only) throw new UserError('entry-not-found', { entry: quoted(typed) });
  if (others.length > 0) {
    const labels = [only, ...others].slice(0, namedAtMost).map(labelOf);
    throw new UserError('several-entries', { entry: quoted(typed), labels });
  }
  return only.number;
}

/** The number stays one; what follows is a member's own. */
function labelOf({ number, label }: { number: number; label: string }): string {
  return `#${number} ${escapeTitle(label.replace(/^#\d+\s*/, ''))}`;
}
