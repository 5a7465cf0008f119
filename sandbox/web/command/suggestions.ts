/** What the list of an option offers while something stands in its field. */
import type { Lookup } from '../model.js';
import { entityOptions } from '../parts/entity-options.js';
import { type OptionMark, optionsWith, type SelectOption } from '../parts/select-option.js';
import { words } from '../words/words.js';
import { type Choice, type CommandOption, OptionType } from './offered.js';
import { checkOption, type Entered, entityKind } from './option-value.js';

export interface Suggestion {
  label: string;
  description?: string | null | undefined;
  mark?: OptionMark | undefined;
  /** What stands in the field once it is taken. */
  entered: Entered;
}

/** Discord offers so many at once. */
const MAXIMUM = 25;

/** Whether an option has a list at all. */
export function hasSuggestions(option: CommandOption): boolean {
  const isListed = (option.choices?.length ?? 0) > 0 || option.autocomplete === true;
  return isListed || option.type === OptionType.boolean || entityKind(option) !== undefined;
}

/**
 * What to offer. Something that was picked is offered with all others, to be changed.
 * @param completed the choices the bot answered, for an option with autocomplete
 */
export function suggestionsFor(
  option: CommandOption,
  entered: Entered,
  lookup: Lookup,
  completed: readonly Choice[],
): Suggestion[] {
  if (option.autocomplete) return completed.map(suggestionOf);
  const typed = isSettled(option, entered, lookup) ? '' : entered.text;
  const kind = entityKind(option);
  if (kind) {
    return optionsWith(entityOptions(lookup, kind, option.channel_types), typed)
      .slice(0, MAXIMUM)
      .map(({ value, label, description, mark }) => ({
        label,
        description,
        mark,
        entered: { text: `${signOf(mark)}${label}`, picked: value },
      }));
  }
  const choices = option.choices?.length
    ? option.choices
    : option.type === OptionType.boolean
      ? [true, false].map((value) => ({ name: words().command[`${value}`], value: String(value) }))
      : [];
  return optionsWith(choices.map(choiceOption), typed).map(({ choice }) => suggestionOf(choice));
}

/** Whether what stands in the field is one of the list already, and Enter sends instead of taking another one. */
export function isSettled(option: CommandOption, entered: Entered, lookup: Lookup): boolean {
  if (entered.picked !== undefined) return true;
  if (option.autocomplete) return false;
  const checked = checkOption(option, entered, lookup);
  return checked !== 'nothing' && 'value' in checked;
}

function suggestionOf({ name, value }: Choice): Suggestion {
  return { label: name, entered: { text: name, picked: value } };
}

function choiceOption(choice: Choice): SelectOption & { choice: Choice } {
  return { value: String(choice.value), label: choice.name, choice };
}

function signOf(mark: OptionMark | undefined): string {
  return mark?.kind === 'channel' ? '#' : '@';
}
