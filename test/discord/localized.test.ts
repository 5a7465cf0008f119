/** Commands in French: every description and choice is translated, in one way, within what Discord allows. */
import { expect, it } from 'vitest';
import { definitionsOf } from '../../src/discord/register.js';
import { features } from '../../src/features.js';

interface Part {
  name: string;
  description?: string;
  name_localizations?: Record<string, string>;
  description_localizations?: Record<string, string>;
  options?: Part[];
  choices?: (Part & { value: string })[];
}

const commands = definitionsOf(features.commands) as unknown as Part[];

function partsOf(part: Part, path = ''): { path: string; part: Part }[] {
  const here = `${path} ${part.name}`.trim();
  return [{ path: here, part }, ...(part.options ?? []).flatMap((option) => partsOf(option, here))];
}

const parts = commands.flatMap((command) => partsOf(command));

it('describes every command and option in French', () => {
  const missing = parts.filter(({ part }) => part.description && !part.description_localizations?.['fr']);
  expect(missing.map(({ path }) => path)).toEqual([]);
});

it('names every choice in French unless the word is the same', () => {
  const english = parts
    .filter(({ part }) => part.name !== 'language')
    .flatMap(({ part }) => part.choices ?? [])
    .filter(({ name_localizations: names }) => !names?.['fr'])
    .map(({ name }) => name);
  expect([...new Set(english)].sort()).toEqual([
    'Backend',
    'Collaboration',
    'Concept',
    'Design',
    'Frontend',
    'Solution',
  ]);
});

it('keeps the names of commands and options English', () => {
  expect(parts.filter(({ part }) => part.name_localizations).map(({ path }) => path)).toEqual([]);
});

it('stays within the 8,000 characters of one command, its longest language counted', () => {
  const longest = (text = '', others: Record<string, string> = {}) =>
    Math.max(text.length, ...Object.values(others).map((other) => other.length));
  for (const command of commands) {
    const size = partsOf(command).reduce(
      (sum, { part }) =>
        sum +
        longest(part.name) +
        longest(part.description, part.description_localizations) +
        (part.choices ?? []).reduce(
          (all, choice) => all + longest(choice.name, choice.name_localizations) + choice.value.length,
          0,
        ),
      0,
    );
    expect(size, command.name).toBeLessThanOrEqual(8_000);
  }
});
