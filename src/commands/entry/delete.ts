/** `/entry delete`: takes one's own entry away, for 30 days at first. */
import { SlashCommandSubcommandBuilder } from 'discord.js';
import { removeEntry } from '../../components/remove.js';
import type { Subcommand } from '../../discord/define.js';
import { en } from '../../locales/en/index.js';
import { entryNumber } from '../../services/text.js';
import { entryChoices } from '../entry-choices.js';
import { entryOption } from './option.js';

export default {
  data: new SlashCommandSubcommandBuilder()
    .setName('delete')
    .setDescription(en.commands.entry.delete)
    .addStringOption(entryOption),
  answers: 'ephemeral',
  autocomplete: entryChoices('own'),
  run: async ({ options }, context) => removeEntry(entryNumber(options.getString('entry', true)), context),
} satisfies Subcommand;
