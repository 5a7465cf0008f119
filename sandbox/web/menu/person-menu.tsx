/** The menu of a person: the commands that bots offer for them, and their id. */
import type { APIApplicationCommand } from 'discord-api-types/v10';
import type { Lookup, Person } from '../model.js';
import { IdIcon } from '../parts/icons.js';
import { copyText } from './copy-text.js';
import { Menu } from './menu.js';
import { type MenuCommand, MenuCommandType } from './menu-commands.js';
import { appGroups } from './message-menu.js';

export interface PersonMenuProps {
  person: Person;
  beside: HTMLElement;
  /** Those offered to the viewer in this channel, of every type. */
  commands: readonly APIApplicationCommand[];
  lookup: Lookup;
  run(command: MenuCommand): void;
  onClose(): void;
}

export function PersonMenu({ person, beside, commands, lookup, run, onClose }: PersonMenuProps) {
  return (
    <Menu
      label={`Menu of ${person.name}`}
      beside={beside}
      groups={[
        ...appGroups(commands, MenuCommandType.user, lookup, run, 'No app has a command for people here.'),
        {
          items: [{ label: 'Copy user ID', icon: <IdIcon size={18} />, onUse: () => copyText(person.id) }],
        },
      ]}
      onClose={onClose}
    />
  );
}
