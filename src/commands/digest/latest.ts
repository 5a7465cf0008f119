/** `/digest latest`: the last digest once more, for one reader, with the way back to older ones. */
import { SlashCommandSubcommandBuilder } from 'discord.js';
import type { Subcommand } from '../../discord/define.js';
import { en } from '../../locales/en/index.js';
import { noDigestView, postedDigestView } from '../../views/digest-answers.js';
import { digestPicture } from '../../views/digest-chart.js';

export default {
  data: new SlashCommandSubcommandBuilder().setName('latest').setDescription(en.digest.commands.latest),
  answers: 'ephemeral',
  async run(_interaction, { guildId, words, services }) {
    const { digests, painter } = services;
    const latest = await digests.posted(guildId);
    if (!latest) return { kind: 'message', view: noDigestView(words, await digests.status(guildId)) };
    const chart = await digestPicture(words, latest.content, painter);
    return { kind: 'message', view: postedDigestView(words, latest, chart) };
  },
} satisfies Subcommand;
