/** The options that the subcommands of `/admin entry` share, and how they are read. */
import type { ChatInputCommandInteraction, SlashCommandSubcommandBuilder } from 'discord.js';
import type { Context } from '../../../discord/define.js';
import { auditNoteLimit } from '../../../entities/audit-note.js';
import type { SearchService, SuggestionFilter } from '../../../features/search/index.js';
import { en } from '../../../locales/en/index.js';
import { entryMeant } from '../../entry-choices.js';

const words = en.moderation.commands;

/** A subcommand on one entry, with a reason. */
export const onEntry = (builder: SlashCommandSubcommandBuilder) =>
  builder
    .addStringOption((option) =>
      option.setName('entry').setDescription(en.commands.entry.entry).setRequired(true).setAutocomplete(true),
    )
    .addStringOption((option) =>
      option.setName('reason').setDescription(words.reason).setMaxLength(auditNoteLimit),
    );

/** @throws UserError as `entryMeant` */
export async function chosen(
  { options }: Pick<ChatInputCommandInteraction, 'options'>,
  filter: SuggestionFilter,
  context: Context<{ search: Pick<SearchService, 'suggest'> }>,
) {
  return {
    number: await entryMeant(options.getString('entry', true), filter, context),
    reason: options.getString('reason'),
  };
}
