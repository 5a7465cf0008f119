/** Which commands a typed text finds, and in what order: by how they begin, by their words, by their letters. */
import { commandName, type OfferedCommand } from './offered.js';

export interface CommandGroup {
  applicationId: string;
  commands: readonly OfferedCommand[];
}

/**
 * The commands that `typed` (without the slash) finds, grouped by bot; the bot of the best one first. Everything
 * is found by nothing typed.
 */
export function matchingCommands(offered: readonly OfferedCommand[], typed: string): CommandGroup[] {
  const wanted = typed.toLowerCase().trim().replaceAll(/\s+/g, ' ');
  const found = offered
    .flatMap((command) => {
      const rank = rankOf(command, wanted);
      return rank === undefined ? [] : [{ command, rank }];
    })
    .toSorted((one, other) => one.rank - other.rank)
    .map(({ command }) => command);
  const bots = [...new Set(found.map((command) => command.applicationId))];
  return bots.map((applicationId) => ({
    applicationId,
    commands: found.filter((command) => command.applicationId === applicationId),
  }));
}

/** The lower the better; undefined when the command is not found by the text. */
function rankOf(command: OfferedCommand, wanted: string): number | undefined {
  const ranks = [commandName(command), command.path].map((path) =>
    rankBy(path.toLowerCase(), command, wanted),
  );
  const found = ranks.filter((rank) => rank !== undefined);
  return found.length > 0 ? Math.min(...found) : undefined;
}

function rankBy(path: string, { description }: OfferedCommand, wanted: string): number | undefined {
  if (path.startsWith(wanted)) return 0;
  if (beginWords(path, wanted)) return 1;
  if (path.includes(wanted)) return 2;
  if (beginWords(description.toLowerCase(), wanted)) return 3;
  return hasLetters(path, wanted.replaceAll(' ', '')) ? 4 : undefined;
}

/** Whether every word of `wanted` begins a word of the text, in the same order. */
function beginWords(text: string, wanted: string): boolean {
  const words = text.split(/[^\p{L}\p{N}]+/u);
  let from = 0;
  for (const part of wanted.split(' ')) {
    const at = words.findIndex((word, index) => index >= from && word.startsWith(part));
    if (at === -1) return false;
    from = at + 1;
  }
  return true;
}

/** Whether the letters stand in the text in this order, whatever is between them: `chpst` in `challenge post`. */
function hasLetters(text: string, letters: string): boolean {
  let from = 0;
  for (const letter of letters) {
    const at = text.indexOf(letter, from);
    if (at === -1) return false;
    from = at + 1;
  }
  return true;
}
