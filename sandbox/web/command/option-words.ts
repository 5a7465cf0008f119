/** What is said of an option besides its description: whether it must be given, and what it takes. */

import { words } from '../words/words.js';
import { type CommandOption, OptionType } from './offered.js';

/** `Required · 3 to 100 characters`; empty when there is nothing to say. */
export function boundsOf(option: CommandOption): string {
  return [option.required && words().bounds.required, limitsOf(option)].filter(Boolean).join(' · ');
}

function limitsOf(option: CommandOption): string | undefined {
  const { type, min_length, max_length, min_value, max_value } = option;
  const { characters, whole, number } = words().bounds;
  if (type === OptionType.string) {
    const lengths = range(min_length, max_length);
    return lengths && characters(lengths);
  }
  const kind = type === OptionType.integer ? whole : type === OptionType.number ? number : undefined;
  if (!kind || option.choices?.length) return undefined;
  const bounds = range(min_value, max_value);
  return bounds ? `${kind}, ${bounds}` : kind;
}

function range(minimum: number | undefined, maximum: number | undefined): string | undefined {
  const { upTo, atLeast, between } = words().bounds;
  if (minimum === undefined) return maximum === undefined ? undefined : upTo(maximum);
  return maximum === undefined ? atLeast(minimum) : between(minimum, maximum);
}
