/** `/digest latest`: the last digest again, for one reader, with buttons for older ones. */
import { SlashCommandSubcommandBuilder } from 'discord.js';
import type { Subcommand } from '../../discord/define.js';
import {
  type DigestService,
  digestPicture,
  noDigestView,
  postedDigestView,
} from '../../features/digest/index.js';
import { en } from '../../locales/en/index.js';
import type { Painter } from '../../platform/painter-port.js';

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
} satisfies Subcommand<{ digests: Pick<DigestService, 'posted' | 'status'>; painter: Painter }>;
