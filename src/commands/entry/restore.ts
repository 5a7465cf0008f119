/** `/entry restore`: brings back what one deleted. */
import { SlashCommandSubcommandBuilder } from 'discord.js';
import { restoreEntry } from '../../components/undo-remove.js';
import type { Subcommand } from '../../discord/define.js';
import { en } from '../../locales/en/index.js';
import { entryNumber } from '../../services/text.js';
import { entryChoices } from '../entry-choices.js';
import { entryOption } from './option.js';

export default {
  data: new SlashCommandSubcommandBuilder()
    .setName('restore')
    .setDescription(en.commands.entry.restore)
    .addStringOption(entryOption),
  answers: 'ephemeral',
  autocomplete: entryChoices('own-deleted'),
  run: async ({ options }, context) => restoreEntry(entryNumber(options.getString('entry', true)), context),
} satisfies Subcommand;
