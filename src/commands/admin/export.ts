/** `/admin export`: what the whole cohort shared, as files. */
import { SlashCommandSubcommandBuilder } from 'discord.js';
import type { Subcommand } from '../../discord/define.js';
import { documentWordsFor } from '../../locales/document-words.js';
import { en } from '../../locales/en/index.js';
import { note } from '../../views/blocks.js';
import { fileView } from '../../views/file-view.js';

const words = en.exports.commands;

export default {
  data: new SlashCommandSubcommandBuilder()
    .setName('export')
    .setDescription(words.cohort)
    .addStringOption((option) =>
      option
        .setName('format')
        .setDescription(words.format)
        .addChoices({ name: words.formats.markdown, value: 'markdown' }),
    ),
  answers: 'ephemeral',
  moderatorsOnly: true,
  async run(_interaction, { guildId, settings, words, services }) {
    const archive = await services.exports.cohort(guildId, documentWordsFor(settings.language));
    if (!archive) return { kind: 'message', view: note(words.exports.nothingInCohort) };
    const file = { name: 'cohort.zip', content: archive.zip };
    return { kind: 'message', view: fileView(words.exports.cohort(archive.members), file) };
  },
} satisfies Subcommand;
