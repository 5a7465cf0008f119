/** The commands of a message's or a person's menu, by the bots that offer them. */
import type { APIApplicationCommand, ApplicationCommandType } from 'discord-api-types/v10';
import { localized } from '../../client/localized.js';
import type { Lookup } from '../model.js';
import { words } from '../words/words.js';

/** Discord's types of commands that belong to a menu. */
export const MenuCommandType = { user: 2, message: 3 } as const;

export interface MenuCommand {
  name: string;
  /** The name in the viewer's language. */
  shown: string;
  applicationId: string;
}

export interface BotCommands {
  /** The bot's name. */
  title: string;
  commands: readonly MenuCommand[];
}

/** Those of one type, the bots in the order of their first command. */
export function menuCommands(
  commands: readonly APIApplicationCommand[],
  type: ApplicationCommandType,
  lookup: Pick<Lookup, 'person'>,
  locale: string,
): BotCommands[] {
  const offered = commands
    .filter((command) => command.type === type)
    .map(({ name, name_localizations, application_id }) => ({
      name,
      shown: localized(name_localizations, locale) ?? name,
      applicationId: application_id,
    }));
  const bots = [...new Set(offered.map(({ applicationId }) => applicationId))];
  return bots.map((applicationId) => ({
    title: lookup.person(applicationId)?.name ?? words().app,
    commands: offered.filter((command) => command.applicationId === applicationId),
  }));
}
