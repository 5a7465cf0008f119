/** `/digest unsubscribe`: no more digests by direct message. */
import { SlashCommandSubcommandBuilder } from 'discord.js';
import type { Subcommand } from '../../discord/define.js';
import { type DigestMailService, unsubscribedView } from '../../features/digest/index.js';
import { en } from '../../locales/en/index.js';

export default {
  data: new SlashCommandSubcommandBuilder()
    .setName('unsubscribe')
    .setDescription(en.digestDelivery.commands.unsubscribe),
  answers: 'ephemeral',
  async run(_interaction, { guildId, actor, words, services }) {
    const isEnded = await services.digestMail.unsubscribe(guildId, actor.id);
    return { kind: 'message', view: unsubscribedView(words, isEnded) };
  },
} satisfies Subcommand<{ digestMail: Pick<DigestMailService, 'unsubscribe'> }>;
