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

\`npm run docs\` generates this page from the commands' definitions; a test fails if it's out of date. Options marked \\*
are required. An entry, challenge or solution can be given as \`12\`, \`#12\` or picked from the list.
`;

const answers: Record<Answer, string> = {
  public: 'Everyone sees the answer.',
  ephemeral: 'Only you see the answer.',
  update: 'It updates the message it is on.',
  card: 'A card appears in the cohort channel.',
  modal: 'A form opens.',
};

const formForTheRest = 'A form opens for what you leave out, and then a card appears in the cohort channel.';

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

/** The fields an option may have, whatever its type. */
type Raw = APIApplicationCommandOption & {
  autocomplete?: boolean;
  choices?: { name: string; value: string | number }[];
  min_length?: number;
  max_length?: number;
  min_value?: number;
  max_value?: number;
  options?: APIApplicationCommandOption[];
};

/** The whole page as Markdown. */
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

/** Where a menu is, and how its command answers. */
function menuLines({ menu, answers: how }: MenuCommand): string[] {
  return [
    menu === 'user'
      ? 'Right-click a member or their name (on a phone, long-press it), then choose *Apps*.'
      : 'Right-click a message (on a phone, long-press it), then choose *Apps*.',
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
  if (type === ApplicationCommandType.User) return `User menu: \`${name}\``;
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
  const used = command.moderatorsOnly
    ? 'only moderators can use it: Manage Server or the moderator role'
    : '';
  const facts = [seen, used].filter((fact) => fact !== '').join('; ');
  return facts === '' ? [] : [`${facts}.`, ''];
}

/** Checked with no options and with all of them, because some commands answer differently. */
function answerLines(how: Subcommand['answers']): string[] {
  if (typeof how !== 'function') return [answers[how], ''];
  const [without, withAll] = [null, '1'].map((value) => how(interactionWith(value)));
  if (without === 'modal' && withAll === 'card') return [formForTheRest, ''];
  return [...new Set([without, withAll])].flatMap((answer) => (answer ? [answers[answer], ''] : []));
}

/** All that a handler may read before it runs: its options. */
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

/** The value, and Discord's word for it if that differs. */
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
