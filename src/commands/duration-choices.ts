/** Durations to pick from while a member types: the usual ones, or the typed text once it is a duration. */
import type { AutocompleteInteraction } from 'discord.js';
import type { Choice, Context } from '../discord/define.js';
import { choiceNameAtMost } from '../discord/limits.js';
import { parseDuration, untilFurtherNotice } from '../platform/durations.js';

const usual = ['1 hour', '6 hours', '1 day', '3 days', '1 week', '4 weeks', untilFurtherNotice];

/** `autocomplete` of an option that takes a duration. */
export async function durationChoices(
  { options }: AutocompleteInteraction,
  { words }: Pick<Context, 'words'>,
): Promise<Choice[]> {
  const typed = options.getFocused().trim();
  const fitting = usual.filter((value) => value.startsWith(typed.toLowerCase()));
  const shown = fitting.length > 0 ? fitting : isDuration(typed) ? [typed.slice(0, choiceNameAtMost)] : [];
  const { further } = words.moderation.durations;
  return shown.map((value) => ({ name: value === untilFurtherNotice ? further : value, value }));
}

function isDuration(typed: string): boolean {
  try {
    parseDuration(typed);
    return true;
  } catch {
    return false;
  }
}
