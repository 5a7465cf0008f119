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
import type { Route } from '../components/routes.js';
import type { CardPlace, EntryDetails } from '../entities/entry-details.js';
import type { Catalogue } from '../locales/catalogue.js';
import type { GuildSettings } from '../services/guild-service.js';
import type { Services } from '../services/services.js';
import type { FormView, MessageView } from '../views/message-view.js';

/**
 * How a handler answers. `public` and `ephemeral` are messages, `update` changes the message the control is on,
 * `card` is public in the cohort's channel and ephemeral elsewhere; these are deferred when they take long. A `modal`
 * cannot be: its handler does no slow work.
 */
export type Answer = 'public' | 'ephemeral' | 'update' | 'card' | 'modal';

/** Who acts, as the interaction itself says; checked again on every use. */
export interface Actor {
  id: string;
  displayName: string;
  /** Manage Server, or the moderator role of the settings. */
  isModerator: boolean;
  /** Manage Server. */
  isManager: boolean;
  roleIds: readonly string[];
  isBot: boolean;
}

export interface Context {
  guildId: string;
  /** Where the interaction happened. */
  channelId: string;
  /** Where cards go: the channel set, else one named `prodevprojectnexus`, else this one. */
  cohortChannelId: string;
  actor: Actor;
  settings: GuildSettings;
  words: Catalogue;
  services: Services;
}

export type Outcome =
  /** A message, shown as the handler's `answers` says. */
  | {
      kind: 'message';
      view: MessageView;
      /** For the member alone, although the handler could have answered all. */
      privately?: boolean;
      /** Entries whose cards show a former state now. */
      refresh?: readonly number[];
      /** Posted in the cohort's channel beside the answer. */
      notice?: MessageView;
      /** The moderators' queue has changed: what it has to show is posted at once. */
      queued?: boolean;
    }
  /** Several messages, one after the other, each made while those before it are on their way; the first is the answer. */
  | { kind: 'messages'; views: AsyncIterable<MessageView> }
  /**
   * An entry's card. For a `card` handler in the cohort's channel it is the answer itself; otherwise it is posted
   * there and the answer is a short line with its link. A new entry stays kept when its card cannot be posted.
   */
  | { kind: 'card'; number: number; isNew: boolean; view: MessageView; refresh?: readonly number[] }
  /** A form; only of `modal` handlers. With `mutedToo` it contributes nothing, so that whoever is muted may use it. */
  | { kind: 'form'; form: FormView; mutedToo?: true }
  /** A thread opened on an entry's card, answered with its link. */
  | { kind: 'thread'; entry: EntryDetails }
  /** The same on any other message of ours. */
  | { kind: 'thread'; message: CardPlace; name: string };

/** The forms a draft can open. */
export type DraftForm =
  | 'share'
  | 'challenge'
  | 'solve'
  | 'edit'
  | 'report'
  | 'profile-project'
  | 'profile-links';

/** What a member typed, so that it can come back with an error: its fields, and the form that can take them, if any. */
export interface Typed {
  form?: DraftForm | undefined;
  fields: Record<string, string>;
}

export interface Handler<Interaction> {
  answers: Answer | ((interaction: Interaction) => Answer);
  moderatorsOnly?: boolean;
  /** What would be lost if this failed. */
  typed?(interaction: Interaction): Typed | undefined;
}

export type Choice = APIApplicationCommandOptionChoice<string>;

interface Runs extends Handler<ChatInputCommandInteraction> {
  run(interaction: ChatInputCommandInteraction, context: Context): Promise<Outcome>;
  /** At most 25 choices; an empty list when nothing fits. */
  autocomplete?(interaction: AutocompleteInteraction, context: Context): Promise<Choice[]>;
}

/** A subcommand: its builder (name, description, options) and its handler. */
export interface Subcommand extends Runs {
  data: SlashCommandSubcommandBuilder;
  /** The subcommand group it belongs to, such as `digest` in `/admin digest run`. */
  group?: string;
}

/** What Discord is told of a command. */
interface Definition {
  name: string;
  toJSON(): RESTPostAPIApplicationCommandsJSONBody;
}

/** A slash command, or a group of subcommands under one name. */
export type Command =
  | ({ data: Definition } & Runs)
  | { data: Definition; subcommands: readonly Subcommand[]; moderatorsOnly?: boolean };

interface Menu<On extends string, Interaction> extends Handler<Interaction> {
  data: Definition;
  /** Whose menu it is in. */
  menu: On;
  run(interaction: Interaction, context: Context): Promise<Outcome>;
}

/** A command in the menu of a member. */
export type UserMenu = Menu<'user', UserContextMenuCommandInteraction>;

/** A command in the menu of a message. */
type MessageMenu = Menu<'message', MessageContextMenuCommandInteraction>;

export type MenuCommand = UserMenu | MessageMenu;

/** Whatever Discord lists among a bot's commands. */
export type AnyCommand = Command | MenuCommand;

export type ComponentInteraction = ButtonInteraction | AnySelectMenuInteraction | ModalSubmitInteraction;

/** A button, select or form, found by its route. */
export interface Component<Params = any> extends Handler<ComponentInteraction> {
  route: Route<Params>;
  /** The guild it is about when it is used in a direct message; without this it works in guilds alone. */
  guildOf?(params: Params): string;
  run(interaction: any, params: Params, context: Context): Promise<Outcome>;
}

/** Ties a component's handler to its route's parameters and its kind of interaction. */
export function defineComponent<Params, Interaction extends ComponentInteraction>(
  component: Omit<Component<Params>, 'run' | 'typed'> & {
    typed?(interaction: Interaction): Typed | undefined;
    run(interaction: Interaction, params: Params, context: Context): Promise<Outcome>;
  },
): Component<Params> {
  return component;
}
