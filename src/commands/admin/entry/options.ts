/** The options that the subcommands of `/admin entry` share, and what of them is needed to act. */
import type { ChatInputCommandInteraction, SlashCommandSubcommandBuilder } from 'discord.js';
import { auditNoteLimit } from '../../../entities/audit-note.js';
import { en } from '../../../locales/en/index.js';
import { entryNumber } from '../../../services/text.js';

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

/** @throws UserError `entry-not-found` for what is no entry's number */
export const chosen = ({ options }: Pick<ChatInputCommandInteraction, 'options'>) => ({
  number: entryNumber(options.getString('entry', true)),
  reason: options.getString('reason'),
});
