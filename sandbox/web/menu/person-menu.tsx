/** The menu of a person: the commands that bots offer for them, and their id. */
import type { APIApplicationCommand } from 'discord-api-types/v10';
import type { Lookup, Person } from '../model.js';
import { IdIcon } from '../parts/icons.js';
import { words } from '../words/words.js';
import { copyText } from './copy-text.js';
import { Menu } from './menu.js';
import { type MenuCommand, MenuCommandType } from './menu-commands.js';
import { appGroups } from './message-menu.js';

export interface PersonMenuProps {
  person: Person;
  anchor: HTMLElement;
  /** Those offered to the viewer in this channel, of every type. */
  commands: readonly APIApplicationCommand[];
  lookup: Lookup;
  run(command: MenuCommand): void;
  onClose(): void;
}

export function PersonMenu({ person, anchor, commands, lookup, run, onClose }: PersonMenuProps) {
  const { actions: told } = words();
  return (
    <Menu
      label={told.personMenu(person.name)}
      anchor={anchor}
      groups={[
        ...appGroups(commands, MenuCommandType.user, lookup, run, told.noPersonApps),
        {
          items: [{ label: told.copyUserId, icon: <IdIcon size={18} />, onUse: () => copyText(person.id) }],
        },
      ]}
      onClose={onClose}
    />
  );
}
