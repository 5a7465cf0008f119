/** `/readme import`: reads a README and shows what would be kept of it. */
import { SlashCommandSubcommandBuilder } from 'discord.js';
import type { Subcommand } from '../../discord/define.js';
import { type ImportService, importPreviewView } from '../../features/readme/index.js';
import { en } from '../../locales/en/index.js';

export default {
  data: new SlashCommandSubcommandBuilder()
    .setName('import')
    .setDescription(en.imports.commands.import)
    .addAttachmentOption((option) =>
      option.setName('file').setDescription(en.imports.commands.file).setRequired(true),
    ),
  answers: 'ephemeral',
  async run({ options }, { guildId, actor, words, services }) {
    const { name, url } = options.getAttachment('file', true);
    const shown = await services.imports.open(guildId, actor, { name, url });
    return { kind: 'message', view: importPreviewView(words, shown, { page: 0 }) };
  },
} satisfies Subcommand<{ imports: Pick<ImportService, 'open'> }>;
