/** Finding what an interaction asks for: the command, component or held form that answers it, as one kind of call. */
import type {
  AutocompleteInteraction,
  ChatInputCommandInteraction,
  CommandInteraction,
  ContextMenuCommandInteraction,
  Interaction,
} from 'discord.js';
import { routeNameOf, routes } from '../components/routes.js';
import { UserError } from '../platform/user-error.js';
import type {
  Answer,
  AnyCommand,
  Command,
  Component,
  ComponentInteraction,
  Context,
  Handler,
  MenuCommand,
  Outcome,
  Subcommand,
  Typed,
} from './define.js';
import { HeldForms } from './held-forms.js';
import type { FormView } from './message/message-view.js';

/** What is to be run, for every kind of interaction. */
export interface Call {
  name: string;
  answers: Answer;
  moderatorsOnly: boolean;
  /** The guild it is about where the interaction names none. */
  guildId?: string;
  /** The message that the answer replaces. */
  rewrites?: string;
  /** What the custom id of a control says. */
  params?: unknown;
  run(context: Context): Promise<Outcome>;
  typed(): Typed | undefined;
}

export class Calls {
  private readonly commands = new Map<string, Command>();
  private readonly menus: MenuCommand[] = [];
  private readonly components = new Map<string, Component>();
  private readonly heldForms = new HeldForms();

  /** @throws when two commands or components have the same name */
  constructor(commands: readonly AnyCommand[], components: readonly Component[]) {
    const names = commands.map((command) => keyOf(command));
    if (new Set(names).size !== names.length) throw new Error('two commands have the same name');
    for (const command of commands) {
      if ('menu' in command) this.menus.push(command);
      else this.commands.set(command.data.name, command);
    }
    for (const component of components) {
      if (this.components.has(component.route.name)) {
        throw new Error(`two components own the route ${component.route.name}`);
      }
      this.components.set(component.route.name, component);
    }
  }

  /** Stores a form that came too late; returns the custom id of the button that opens it. */
  hold(memberId: string, form: FormView): string {
    return routes.openForm.id({ form: this.heldForms.hold(memberId, form) });
  }

  /** @throws UserError `control-gone` when no handler of this version has this custom id */
  callOf(interaction: Exclude<Interaction, AutocompleteInteraction>): Call {
    if (interaction.isChatInputCommand()) {
      return {
        ...callTo(this.handlerOf(interaction), interaction),
        name: `/${interaction.commandName}`,
      };
    }
    if (interaction.isContextMenuCommand()) return this.menuCall(interaction);
    if (interaction.isMessageComponent() || interaction.isModalSubmit()) {
      return this.componentCall(interaction);
    }
    throw new UserError('control-gone', {});
  }

  private menuCall(interaction: ContextMenuCommandInteraction): Call {
    const { commandName: name } = interaction;
    for (const command of this.menus) {
      if (command.data.name !== name) continue;
      if (command.menu === 'user' && interaction.isUserContextMenuCommand())
        return callTo(command, interaction);
      if (command.menu === 'message' && interaction.isMessageContextMenuCommand())
        return callTo(command, interaction);
    }
    throw new UserError('control-gone', {});
  }

  private componentCall(interaction: ComponentInteraction): Call {
    const name = routeNameOf(interaction.customId);
    const held = name === routes.openForm.name && routes.openForm.parse(interaction.customId);
    if (held) return this.heldFormCall(held.form, interaction.user.id);
    const component = this.components.get(name ?? '');
    const params: unknown = component?.route.parse(interaction.customId);
    if (!component || params === undefined) throw new UserError('control-gone', {});
    const answers =
      typeof component.answers === 'function' ? component.answers(interaction) : component.answers;
    return {
      name: component.route.name,
      answers,
      rewrites: answers === 'update' ? interaction.message?.id : undefined,
      moderatorsOnly: component.moderatorsOnly ?? false,
      guildId: component.guildOf?.(params),
      params,
      run: (context) => component.run(interaction, params, context),
      typed: () => component.typed?.(interaction),
    };
  }

  private heldFormCall(id: string, memberId: string): Call {
    return {
      name: routes.openForm.name,
      answers: 'modal',
      moderatorsOnly: false,
      run: async () => ({ kind: 'form', form: this.heldForms.take(memberId, id) }),
      typed: () => undefined,
    };
  }

  /** @throws UserError `control-gone` for a command that this version does not have */
  handlerOf(interaction: ChatInputCommandInteraction | AutocompleteInteraction) {
    const command = this.commands.get(interaction.commandName);
    if (!command) throw new UserError('control-gone', {});
    if (!('subcommands' in command)) return command;
    const name = interaction.options.getSubcommand(false);
    const group = interaction.options.getSubcommandGroup(false) ?? undefined;
    const subcommand = command.subcommands.find(
      (candidate: Subcommand) => candidate.data.name === name && candidate.group === group,
    );
    if (!subcommand) throw new UserError('control-gone', {});
    return { ...subcommand, moderatorsOnly: command.moderatorsOnly || subcommand.moderatorsOnly };
  }
}

/** Slash commands and those of menus may share a name. */
function keyOf(command: AnyCommand): string {
  return `${'menu' in command ? command.menu : 'slash'} ${command.data.name}`;
}

function callTo<Interaction extends CommandInteraction>(
  handler: Handler<Interaction> & { run(interaction: Interaction, context: Context): Promise<Outcome> },
  interaction: Interaction,
): Call {
  return {
    name: interaction.commandName,
    answers: typeof handler.answers === 'function' ? handler.answers(interaction) : handler.answers,
    moderatorsOnly: handler.moderatorsOnly ?? false,
    run: (context) => handler.run(interaction, context),
    typed: () => handler.typed?.(interaction),
  };
}
