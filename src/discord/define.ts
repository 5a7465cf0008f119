/** What commands and components are to the dispatcher: declarations that return outcomes and never answer themselves. */
import type {
  AnySelectMenuInteraction,
  APIApplicationCommandOptionChoice,
  AutocompleteInteraction,
  ButtonInteraction,
  ChatInputCommandInteraction,
  MessageContextMenuCommandInteraction,
  ModalSubmitInteraction,
  RESTPostAPIApplicationCommandsJSONBody,
  SlashCommandSubcommandBuilder,
  UserContextMenuCommandInteraction,
} from 'discord.js';
import { InteractionContextType, SlashCommandBuilder } from 'discord.js';
import type { Route } from '../components/routes.js';
import type { Checked, Context } from './context.js';
import type { Outcome } from './outcome.js';

export type { Context } from './context.js';
export type { Outcome } from './outcome.js';

/**
 * How a handler answers. `public` and `ephemeral` are messages, `update` changes the message the control is on,
 * `card` is public in the cohort's channel and ephemeral elsewhere; these are deferred when they take long. A `modal`
 * cannot be: its handler does no slow work.
 */
export type Answer = 'public' | 'ephemeral' | 'update' | 'card' | 'modal';

/** What a member typed, so that it can come back with an error: its fields, and the form that can take them, if any. */
export interface Typed {
  form?: string | undefined;
  fields: Record<string, string>;
}

export interface Handler<Interaction> {
  answers: Answer | ((interaction: Interaction) => Answer);
  moderatorsOnly?: boolean;
  /** What would be lost if this failed. */
  typed?(interaction: Interaction): Typed | undefined;
}

export type Choice = APIApplicationCommandOptionChoice<string>;

interface Runs<Services extends object> extends Handler<ChatInputCommandInteraction> {
  run: (interaction: ChatInputCommandInteraction, context: Context<Services>) => Promise<Outcome>;
  /** At most 25 choices; an empty list when nothing fits. */
  autocomplete?: (interaction: AutocompleteInteraction, context: Context<Services>) => Promise<Choice[]>;
}

/** A subcommand: its builder (name, description, options) and its handler, which uses `Services`. */
export interface Subcommand<Services extends object = object> extends Runs<Services> {
  data: SlashCommandSubcommandBuilder;
  /** The subcommand group it belongs to, such as `digest` in `/admin digest run`. */
  group?: string;
}

/** What Discord is told of a command. */
interface Definition {
  name: string;
  toJSON(): RESTPostAPIApplicationCommandsJSONBody;
}

/** Subcommands under one name. */
export interface CommandGroup<Services extends object = object> {
  data: Definition;
  subcommands: readonly Subcommand<Services>[];
  moderatorsOnly?: boolean;
}

/** A slash command, or a group of subcommands under one name; its handlers use `Services`. */
export type Command<Services extends object = object> =
  | ({ data: Definition } & Runs<Services>)
  | CommandGroup<Services>;

interface Menu<On extends string, Interaction, Services extends object> extends Handler<Interaction> {
  data: Definition;
  /** Whose menu it is in. */
  menu: On;
  run: (interaction: Interaction, context: Context<Services>) => Promise<Outcome>;
}

/** A command in the menu of a member. */
export type UserMenu<Services extends object = object> = Menu<
  'user',
  UserContextMenuCommandInteraction,
  Services
>;

/** A command in the menu of a message. */
export type MessageMenu<Services extends object = object> = Menu<
  'message',
  MessageContextMenuCommandInteraction,
  Services
>;

export type MenuCommand<Services extends object = object> = UserMenu<Services> | MessageMenu<Services>;

/** Whatever Discord lists among a bot's commands. */
export type AnyCommand<Services extends object = Checked> = Command<Services> | MenuCommand<Services>;

export type ComponentInteraction = ButtonInteraction | AnySelectMenuInteraction | ModalSubmitInteraction;

/** A button, select or form, found by its route. */
export interface Component<Params = Checked, Services extends object = Checked>
  extends Handler<ComponentInteraction> {
  route: Route<Params>;
  /** The guild it is about when it is used in a direct message; without this it works in guilds alone. */
  guildOf?(params: Params): string;
  run: (interaction: Checked, params: Params, context: Context<Services>) => Promise<Outcome>;
}

/** Ties a component's handler to its route's parameters, its kind of interaction and the services it uses. */
export function defineComponent<
  Params,
  Interaction extends ComponentInteraction,
  Services extends object = object,
>(
  component: Omit<Component<Params>, 'run' | 'typed'> & {
    typed?(interaction: Interaction): Typed | undefined;
    run(interaction: Interaction, params: Params, context: Context<Services>): Promise<Outcome>;
  },
): Component<Params, Services> {
  return component;
}

/** A command of subcommands, as Discord is told of it: for guilds alone. */
export function defineGroup<const Subcommands extends readonly Subcommand<never>[]>(
  name: string,
  description: string,
  subcommands: Subcommands,
) {
  const data = new SlashCommandBuilder()
    .setName(name)
    .setDescription(description)
    .setContexts(InteractionContextType.Guild);
  for (const subcommand of subcommands) data.addSubcommand(subcommand.data);
  return { data, subcommands };
}
