/** `/admin doctor`: checks everything the bot relies on here, and says how to fix what is wrong. */
import { SlashCommandSubcommandBuilder } from 'discord.js';
import type { Subcommand } from '../../discord/define.js';
import { type DoctorService, doctorView } from '../../features/setup/index.js';
import { en } from '../../locales/en/index.js';

export default {
  data: new SlashCommandSubcommandBuilder().setName('doctor').setDescription(en.admin.commands.doctor),
  answers: 'ephemeral',
  moderatorsOnly: true,
  async run(_interaction, { guildId, words, services }) {
    return { kind: 'message', view: doctorView(words, await services.doctor.examine(guildId)) };
  },
} satisfies Subcommand<{ doctor: Pick<DoctorService, 'examine'> }>;
