/** `/entry history`: what an entry said before its edits. */
import { SlashCommandSubcommandBuilder } from 'discord.js';
import type { Subcommand } from '../../discord/define.js';
import { en } from '../../locales/en/index.js';
import { entryNumber } from '../../services/text.js';
import { historyView } from '../../views/history-view.js';
import { entryChoices } from '../entry-choices.js';
import { entryOption } from './option.js';

export default {
  data: new SlashCommandSubcommandBuilder()
    .setName('history')
    .setDescription(en.commands.entry.history)
    .addStringOption(entryOption),
  answers: 'ephemeral',
  autocomplete: entryChoices('any'),
  async run({ options }, { guildId, actor, words, services }) {
    const number = entryNumber(options.getString('entry', true));
    const [entry, revisions] = await services.entries.history(guildId, number, actor.id);
    return { kind: 'message', view: historyView(words, entry, revisions) };
  },
} satisfies Subcommand;
