/** Durations to pick from while one types: the usual ones, or what is being typed once it is one. */
import type { AutocompleteInteraction } from 'discord.js';
import type { Choice, Context } from '../discord/define.js';
import { parseDuration, untilFurtherNotice } from '../services/durations.js';

const usual = ['1 hour', '6 hours', '1 day', '3 days', '1 week', '4 weeks', untilFurtherNotice];

/** Discord's bound. */
const nameLimit = 100;

/** `autocomplete` of an option that takes a duration. */
export async function durationChoices(
  { options }: AutocompleteInteraction,
  { words }: Pick<Context, 'words'>,
): Promise<Choice[]> {
  const typed = options.getFocused().trim();
  const fitting = usual.filter((value) => value.startsWith(typed.toLowerCase()));
  const shown = fitting.length > 0 ? fitting : isDuration(typed) ? [typed.slice(0, nameLimit)] : [];
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
