/** The menu of a message ('Apps'): the commands that bots offer for it, and what can be done with it besides. */
import type { APIApplicationCommand, ApplicationCommandType } from 'discord-api-types/v10';
import { textOf } from '../../client/text-of.js';
import type { Lookup, Message } from '../model.js';
import { AppsIcon, CopyIcon, DeleteIcon, EditIcon, IdIcon, ReplyIcon } from '../parts/icons.js';
import { copyText } from './copy-text.js';
import { Menu, type MenuGroup, type MenuItem } from './menu.js';
import { type MenuCommand, MenuCommandType, menuCommands } from './menu-commands.js';

export interface MessageMenuProps {
  message: Message;
  beside: HTMLElement;
  /** Those offered to the viewer in this channel, of every type. */
  commands: readonly APIApplicationCommand[];
  lookup: Lookup;
  run(command: MenuCommand): void;
  /** What is not given cannot be done with this message. */
  onReply?: (() => void) | undefined;
  onEdit?: (() => void) | undefined;
  onDelete?: (() => void) | undefined;
  onClose(): void;
}

export function MessageMenu(props: MessageMenuProps) {
  const { message, beside, commands, lookup, run, onReply, onEdit, onDelete, onClose } = props;
  const text = textOf(message);
  const own: MenuItem[] = [
    ...(onReply ? [{ label: 'Reply', icon: <ReplyIcon size={18} />, onUse: onReply }] : []),
    ...(onEdit ? [{ label: 'Edit message', icon: <EditIcon size={18} />, onUse: onEdit }] : []),
    ...(text === ''
      ? []
      : [{ label: 'Copy text', icon: <CopyIcon size={18} />, onUse: () => copyText(text) }]),
    { label: 'Copy message ID', icon: <IdIcon size={18} />, onUse: () => copyText(message.id) },
    ...(onDelete
      ? [{ label: 'Delete message', icon: <DeleteIcon size={18} />, isDanger: true, onUse: onDelete }]
      : []),
  ];
  return (
    <Menu
      label="Message menu"
      beside={beside}
      groups={[
        ...appGroups(
          commands,
          MenuCommandType.message,
          lookup,
          run,
          'No app has a command for messages here.',
        ),
        { items: own },
      ]}
      onClose={onClose}
    />
  );
}

/** The groups of a menu that hold the commands of one type; a single one that says so when there are none. */
export function appGroups(
  commands: readonly APIApplicationCommand[],
  type: ApplicationCommandType,
  lookup: Lookup,
  run: (command: MenuCommand) => void,
  empty: string,
): MenuGroup[] {
  const bots = menuCommands(commands, type, lookup);
  if (bots.length === 0) return [{ title: 'Apps', items: [], empty }];
  return bots.map(({ title, commands: offered }) => ({
    title,
    items: offered.map((command) => ({
      label: command.name,
      icon: <AppsIcon size={18} />,
      onUse: () => run(command),
    })),
  }));
}
