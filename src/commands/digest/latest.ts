/** `/digest latest`: the last digest once more, for one reader. */
import { SlashCommandSubcommandBuilder } from 'discord.js';
import type { Subcommand } from '../../discord/define.js';
import { en } from '../../locales/en/index.js';
import { noDigestView } from '../../views/digest-answers.js';
import { digestView } from '../../views/digest-view.js';

export default {
  data: new SlashCommandSubcommandBuilder().setName('latest').setDescription(en.digest.commands.latest),
  answers: 'ephemeral',
  async run(_interaction, { guildId, words, services }) {
    const latest = await services.digests.latest(guildId);
    const view = latest.content
      ? digestView(words, latest.content, { message: latest.message })
      : noDigestView(words, latest.status);
    return { kind: 'message', view };
  },
} satisfies Subcommand;
