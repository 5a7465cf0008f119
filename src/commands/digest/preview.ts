/** `/digest preview`: the running period as it would be posted now, for one reader. */
import { SlashCommandSubcommandBuilder } from 'discord.js';
import type { Subcommand } from '../../discord/define.js';
import { type DigestService, digestPicture, previewView } from '../../features/digest/index.js';
import { en } from '../../locales/en/index.js';
import type { Painter } from '../../platform/painter-port.js';

export default {
  data: new SlashCommandSubcommandBuilder().setName('preview').setDescription(en.digest.commands.preview),
  answers: 'ephemeral',
  async run(_interaction, { guildId, words, services }) {
    const content = await services.digests.preview(guildId);
    const { nextDueAt } = await services.digests.status(guildId);
    const chart = await digestPicture(words, content, services.painter);
    return { kind: 'message', view: previewView(words, content, nextDueAt, chart) };
  },
} satisfies Subcommand<{ digests: Pick<DigestService, 'preview' | 'status'>; painter: Painter }>;
