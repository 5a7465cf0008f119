/** What is said of an option beside its description: whether it must be given, and what it takes. */
import { type CommandOption, OptionType } from './offered.js';

/** `Required · 3 to 100 characters`; empty when there is nothing to say. */
export function boundsOf(option: CommandOption): string {
  return [option.required && 'Required', limitsOf(option)].filter(Boolean).join(' · ');
}

function limitsOf(option: CommandOption): string | undefined {
  const { type, min_length, max_length, min_value, max_value } = option;
  if (type === OptionType.string) return range(min_length, max_length, 'characters');
  const kind =
    type === OptionType.integer ? 'Whole number' : type === OptionType.number ? 'Number' : undefined;
  if (!kind || option.choices?.length) return undefined;
  const bounds = range(min_value, max_value, '');
  return bounds ? `${kind}, ${bounds}` : kind;
}

function range(minimum: number | undefined, maximum: number | undefined, of: string): string | undefined {
  if (minimum === undefined && maximum === undefined) return undefined;
  if (minimum === undefined) return `up to ${maximum} ${of}`.trim();
  if (maximum === undefined) return `at least ${minimum} ${of}`.trim();
  return `${minimum} to ${maximum} ${of}`.trim();
}
