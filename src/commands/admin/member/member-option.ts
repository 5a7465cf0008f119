/** The member that a subcommand of `/admin member` is about: its option, and who was chosen. */
import type { ChatInputCommandInteraction, SlashCommandUserOption } from 'discord.js';
import { en } from '../../../locales/en/index.js';
import { displayNameOf } from '../../../platform/display-name.js';

export const memberOption = (option: SlashCommandUserOption) =>
  option.setName('member').setDescription(en.moderation.commands.member.member).setRequired(true);

/** Also somebody who is not in the guild: they may come back. */
export function chosenMember({ options }: Pick<ChatInputCommandInteraction, 'options'>) {
  const user = options.getUser('member', true);
  return { id: user.id, displayName: displayNameOf(user, options.getMember('member')), isBot: user.bot };
}
