/** `/entry view`: one entry in full. */
import { SlashCommandSubcommandBuilder } from 'discord.js';
import type { Subcommand } from '../../discord/define.js';
import { en } from '../../locales/en/index.js';
import { entryNumber } from '../../services/text.js';
import { entryInFull } from '../../views/entry-card.js';
import { entryChoices } from '../entry-choices.js';
import { entryOption } from './option.js';

export default {
  data: new SlashCommandSubcommandBuilder()
    .setName('view')
    .setDescription(en.commands.entry.view)
    .addStringOption(entryOption),
  answers: 'ephemeral',
  autocomplete: entryChoices('any'),
  async run({ options }, { guildId, actor, words, services }) {
    const number = entryNumber(options.getString('entry', true));
    const entry = await services.entries.viewAs(guildId, number, actor.id);
    return { kind: 'message', view: entryInFull(words, entry) };
  },
} satisfies Subcommand;
