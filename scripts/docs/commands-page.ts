/** The page of all commands, from their builders: `docs/commands.md`. */
import {
  type APIApplicationCommandOption,
  ApplicationCommandOptionType,
  ApplicationCommandType,
  type ChatInputCommandInteraction,
  PermissionsBitField,
  type RESTPostAPIApplicationCommandsJSONBody,
} from 'discord.js';
import type { Answer, AnyCommand, MenuCommand, Subcommand } from '../../src/discord/define.js';

const introduction = `# Commands

Written by \`npm run docs\` from the commands' own definitions; a test fails while it is out of date. Options marked \\*
are required. Wherever an entry, a challenge or a solution is asked for, \`12\`, \`#12\` or a pick from the list will do.
`;

const answers: Record<Answer, string> = {
  public: 'Everyone sees the answer.',
  ephemeral: 'Only you see the answer.',
  update: 'The message it is on changes.',
  card: 'A card appears in the cohort’s channel.',
  modal: 'A form opens.',
};

const formForTheRest = 'A form opens for what you leave out; then a card appears in the cohort’s channel.';

const optionTypes: Partial<Record<ApplicationCommandOptionType, string>> = {
  [ApplicationCommandOptionType.String]: 'text',
  [ApplicationCommandOptionType.Integer]: 'whole number',
  [ApplicationCommandOptionType.Number]: 'number',
  [ApplicationCommandOptionType.Boolean]: 'yes or no',
  [ApplicationCommandOptionType.User]: 'member',
  [ApplicationCommandOptionType.Role]: 'role',
  [ApplicationCommandOptionType.Channel]: 'channel',
  [ApplicationCommandOptionType.Mentionable]: 'member or role',
  [ApplicationCommandOptionType.Attachment]: 'file',
};

/** What there is of an option, whatever its type. */
type Raw = APIApplicationCommandOption & {
  autocomplete?: boolean;
  choices?: { name: string; value: string | number }[];
  min_length?: number;
  max_length?: number;
  min_value?: number;
  max_value?: number;
  options?: APIApplicationCommandOption[];
};

/** The whole page, as Markdown. */
export function commandsPage(commands: readonly AnyCommand[]): string {
  return [introduction, ...commands.map(commandSection)].join('\n');
}

function commandSection(command: AnyCommand): string {
  const definition = command.data.toJSON();
  const lines = [
    `## ${titleOf(definition)}`,
    '',
    ...sentences(descriptionOf(definition)),
    ...audience(command),
  ];
  if ('menu' in command) return [...lines, ...menuLines(command)].join('\n');
  if (!('subcommands' in command)) {
    return [...lines, ...answerLines(command.answers), ...optionLines(optionsOf(definition))].join('\n');
  }
  const sections = command.subcommands.map((subcommand) => subcommandSection(definition.name, subcommand));
  return [...lines, ...sections].join('\n');
}

/** Where a menu is found, and how its command answers. */
function menuLines({ menu, answers: how }: MenuCommand): string[] {
  return [
    menu === 'user'
      ? 'Press a member, or their name, with the right button or for long; then *Apps*.'
      : 'Press a message with the right button or for long; then *Apps*.',
    '',
    ...(typeof how === 'function' ? [] : [answers[how], '']),
  ];
}

function subcommandSection(commandName: string, subcommand: Subcommand): string {
  const { name, description, options = [] } = subcommand.data.toJSON();
  const path = [commandName, subcommand.group, name].filter(Boolean).join(' ');
  return [
    `### \`/${path}\``,
    '',
    ...sentences(description),
    ...answerLines(subcommand.answers),
    ...optionLines(options),
  ].join('\n');
}

function titleOf({ name, type }: RESTPostAPIApplicationCommandsJSONBody): string {
  if (type === ApplicationCommandType.Message) return `Message menu: \`${name}\``;
  if (type === ApplicationCommandType.User) return `Member menu: \`${name}\``;
  return `\`/${name}\``;
}

function descriptionOf(definition: RESTPostAPIApplicationCommandsJSONBody): string {
  return 'description' in definition ? (definition.description ?? '') : '';
}

function optionsOf(definition: RESTPostAPIApplicationCommandsJSONBody): APIApplicationCommandOption[] {
  return 'options' in definition ? (definition.options ?? []) : [];
}

function sentences(description: string): string[] {
  return description === '' ? [] : [`${plain(description)}.`, ''];
}

function audience(command: AnyCommand): string[] {
  const permissions = command.data.toJSON().default_member_permissions;
  const seen = permissions
    ? `Shown to members with ${new PermissionsBitField(BigInt(permissions)).toArray().map(spaced).join(', ')}`
    : '';
  const used = command.moderatorsOnly ? 'used by moderators only: Manage Server, or the moderator role' : '';
  const facts = [seen, used].filter((fact) => fact !== '').join('; ');
  return facts === '' ? [] : [`${facts}.`, ''];
}

/** Asked with every option left out and with every one given, since some answer otherwise then. */
function answerLines(how: Subcommand['answers']): string[] {
  if (typeof how !== 'function') return [answers[how], ''];
  const [without, withAll] = [null, '1'].map((value) => how(interactionWith(value)));
  if (without === 'modal' && withAll === 'card') return [formForTheRest, ''];
  return [...new Set([without, withAll])].flatMap((answer) => (answer ? [answers[answer], ''] : []));
}

/** All that a handler may ask before it runs: its options. */
function interactionWith(value: string | null): ChatInputCommandInteraction {
  const options = new Proxy({}, { get: () => () => value });
  return { options } as unknown as ChatInputCommandInteraction;
}

function optionLines(options: readonly APIApplicationCommandOption[]): string[] {
  if (options.length === 0) return [];
  return [
    '| option | takes | |',
    '| --- | --- | --- |',
    ...options.map((option) => optionRow(option as Raw)),
    '',
  ];
}

function optionRow(option: Raw): string {
  const name = `\`${option.name}\`${option.required ? ' \\*' : ''}`;
  return `| ${[name, takes(option), plain(option.description)].join(' | ')} |`;
}

function takes({ type, choices, autocomplete, ...bounds }: Raw): string {
  const kind = choices?.length ? choices.map(choiceText).join(', ') : (optionTypes[type] ?? '');
  const limits = [
    autocomplete && 'offered as you type',
    bounds.min_length !== undefined && `at least ${bounds.min_length} characters`,
    bounds.max_length !== undefined && `at most ${bounds.max_length} characters`,
    bounds.min_value !== undefined && `from ${bounds.min_value}`,
    bounds.max_value !== undefined && `up to ${bounds.max_value}`,
  ];
  return [kind, ...limits.filter((limit) => typeof limit === 'string')].join('; ');
}

/** The value, and what Discord shows in its place where that is another word. */
function choiceText({ name, value }: { name: string; value: string | number }): string {
  const isSameWord = name.toLowerCase() === String(value).toLowerCase();
  return isSameWord ? `\`${value}\`` : `\`${value}\` (${plain(name)})`;
}

/** `ManageMessages` as Discord shows it. */
function spaced(permission: string): string {
  return permission.replace(/(?<=[a-z])(?=[A-Z])/g, ' ');
}

/** A text of Discord's as one cell of a table. */
function plain(text: string): string {
  return text.replace(/[|*_<>]/g, '\\$&').replaceAll('\n', ' ');
}
