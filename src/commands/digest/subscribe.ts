/** `/digest subscribe`: each digest by direct message as well. */
import { SlashCommandSubcommandBuilder } from 'discord.js';
import type { Subcommand } from '../../discord/define.js';
import { type DigestMailService, type DigestService, subscribedView } from '../../features/digest/index.js';
import { en } from '../../locales/en/index.js';

export default {
  data: new SlashCommandSubcommandBuilder()
    .setName('subscribe')
    .setDescription(en.digestDelivery.commands.subscribe),
  answers: 'ephemeral',
  async run(_interaction, { guildId, actor, words, services }) {
    const isNew = await services.digestMail.subscribe(guildId, actor);
    const { nextDueAt } = await services.digests.status(guildId);
    return { kind: 'message', view: subscribedView(words, isNew, nextDueAt) };
  },
} satisfies Subcommand<{
  digestMail: Pick<DigestMailService, 'subscribe'>;
  digests: Pick<DigestService, 'status'>;
}>;
