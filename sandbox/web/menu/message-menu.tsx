/** The menu of a message ('Apps'): the commands that bots offer for it, and what can be done with it besides. */
import type { APIApplicationCommand, ApplicationCommandType } from 'discord-api-types/v10';
import { textOf } from '../../client/text-of.js';
import type { Lookup, Message } from '../model.js';
import { AppsIcon, CopyIcon, DeleteIcon, EditIcon, IdIcon, ReplyIcon, ThreadIcon } from '../parts/icons.js';
import { locale, words } from '../words/words.js';
import { copyText } from './copy-text.js';
import { Menu, type MenuGroup, type MenuItem } from './menu.js';
import { type MenuCommand, MenuCommandType, menuCommands } from './menu-commands.js';

export interface MessageMenuProps {
  message: Message;
  anchor: HTMLElement;
  /** Those offered to the viewer in this channel, of every type. */
  commands: readonly APIApplicationCommand[];
  lookup: Lookup;
  run(command: MenuCommand): void;
  /** What is not given cannot be done with this message. */
  onReply?: (() => void) | undefined;
  onThread?: (() => void) | undefined;
  onEdit?: (() => void) | undefined;
  onDelete?: (() => void) | undefined;
  onClose(): void;
}

export function MessageMenu(props: MessageMenuProps) {
  const { message, anchor, commands, lookup, run, onReply, onThread, onEdit, onDelete, onClose } = props;
  const { actions: told } = words();
  const text = textOf(message);
  const own: MenuItem[] = [
    ...(onReply ? [{ label: told.reply, icon: <ReplyIcon size={18} />, onUse: onReply }] : []),
    ...(onThread ? [{ label: told.createThread, icon: <ThreadIcon size={18} />, onUse: onThread }] : []),
    ...(onEdit ? [{ label: told.editMessage, icon: <EditIcon size={18} />, onUse: onEdit }] : []),
    ...(text === ''
      ? []
      : [{ label: told.copyText, icon: <CopyIcon size={18} />, onUse: () => copyText(text) }]),
    { label: told.copyMessageId, icon: <IdIcon size={18} />, onUse: () => copyText(message.id) },
    ...(onDelete
      ? [{ label: told.deleteMessage, icon: <DeleteIcon size={18} />, isDanger: true, onUse: onDelete }]
      : []),
  ];
  return (
    <Menu
      label={told.menu}
      anchor={anchor}
      groups={[
        ...appGroups(commands, MenuCommandType.message, lookup, run, told.noMessageApps),
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
  const bots = menuCommands(commands, type, lookup, locale());
  if (bots.length === 0) return [{ title: words().actions.apps, items: [], empty }];
  return bots.map(({ title, commands: offered }) => ({
    title,
    items: offered.map((command) => ({
      label: command.shown,
      icon: <AppsIcon size={18} />,
      onUse: () => run(command),
    })),
  }));
}
