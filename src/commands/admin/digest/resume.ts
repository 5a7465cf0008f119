/** `/admin digest resume`: goes on after a pause. */
import { SlashCommandSubcommandBuilder } from 'discord.js';
import type { Subcommand } from '../../../discord/define.js';
import { type DigestService, resumedView } from '../../../features/digest/index.js';
import { en } from '../../../locales/en/index.js';

export default {
  group: 'digest',
  data: new SlashCommandSubcommandBuilder().setName('resume').setDescription(en.digest.commands.resume),
  answers: 'ephemeral',
  moderatorsOnly: true,
  async run(_interaction, { guildId, actor, words, services }) {
    const status = await services.digests.resume(guildId, actor.id);
    return { kind: 'message', view: resumedView(words, status) };
  },
} satisfies Subcommand<{ digests: Pick<DigestService, 'resume'> }>;
