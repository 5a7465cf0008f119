/** Owns the rules shared by everything a member picks from: selects, groups of boxes, file uploads. */
import { checkEmoji, type Emoji } from './emoji.js';
import { badLength, type Path, type Problem, type Problems, tooLarge, tooSmall } from './problems.js';

export interface Choice {
  value: string;
  default?: boolean | null;
  emoji?: Emoji | null;
}

export interface Picker {
  min_values?: number | null;
  max_values?: number | null;
  options?: readonly Choice[];
  default_values?: readonly unknown[] | null;
}

const valueDuplicated: Problem = {
  code: 'SELECT_COMPONENT_OPTION_VALUE_DUPLICATED',
  message: 'The specified option value is already used',
};
const tooManyDefaults: Problem = {
  code: 'SELECT_COMPONENT_TOO_MANY_DEFAULT_VALUES',
  message: 'The specified number of default values exceeds the specified maximum values',
};

/**
 * https://docs.discord.com/developers/components/reference#string-select: how many may be picked, of how many,
 * and how many are picked beforehand. `maximumOptions` is the most options this kind may have.
 */
export function checkPicker(picker: Picker, maximumOptions: number, path: Path, problems: Problems): void {
  const minimum = picker.min_values ?? 1;
  const maximum = picker.max_values ?? 1;
  if (minimum > maximum) problems.add([...path, 'min_values'], tooLarge(maximum));
  if (picker.default_values?.length)
    checkDefaults(picker.default_values.length, minimum, maximum, path, problems);
  if (!picker.options) return;
  if (picker.options.length < maximum) problems.add([...path, 'options'], badLength(maximum, maximumOptions));
  checkChoices(picker.options, maximum, path, problems);
}

/** Values differ from each other, and no more of them are picked beforehand than may be picked. */
export function checkChoices(
  options: readonly Choice[],
  maximum: number,
  path: Path,
  problems: Problems,
): void {
  const seen = new Set<string>();
  let preset = 0;
  options.forEach((option, index) => {
    if (seen.has(option.value)) problems.add([...path, 'options', index, 'value'], valueDuplicated);
    seen.add(option.value);
    if (option.default) preset += 1;
    if (option.emoji) checkEmoji(option.emoji, [...path, 'options', index], problems);
  });
  if (preset > maximum) problems.add([...path, 'options'], tooManyDefaults);
}

/** Number of default values must be in the range of `min_values` and `max_values`. */
function checkDefaults(
  count: number,
  minimum: number,
  maximum: number,
  path: Path,
  problems: Problems,
): void {
  if (count > maximum) problems.add([...path, 'default_values'], tooManyDefaults);
  if (count < minimum) problems.add([...path, 'default_values'], tooSmall(minimum));
}
