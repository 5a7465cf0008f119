/** `/entry edit`: the form of one's own entry. */
import { SlashCommandSubcommandBuilder } from 'discord.js';
import type { Subcommand } from '../../discord/define.js';
import { en } from '../../locales/en/index.js';
import { entryNumber } from '../../services/text.js';
import { editForm } from '../../views/entry-forms.js';
import { entryChoices } from '../entry-choices.js';
import { entryOption } from './option.js';

export default {
  data: new SlashCommandSubcommandBuilder()
    .setName('edit')
    .setDescription(en.commands.entry.edit)
    .addStringOption(entryOption),
  answers: 'modal',
  autocomplete: entryChoices('own'),
  async run({ options }, { guildId, actor, words, services }) {
    const entry = await services.entries.own(
      guildId,
      entryNumber(options.getString('entry', true)),
      actor.id,
    );
    return { kind: 'form', form: editForm(words, entry) };
  },
} satisfies Subcommand;
