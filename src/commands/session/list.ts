/** `/session list`: the study sessions that are coming. */
import { SlashCommandSubcommandBuilder } from 'discord.js';
import type { Subcommand } from '../../discord/define.js';
import { type SessionService, sessionsView } from '../../features/sessions/index.js';
import { en } from '../../locales/en/index.js';

export default {
  data: new SlashCommandSubcommandBuilder().setName('list').setDescription(en.sessions.commands.list),
  answers: 'ephemeral',
  async run(_interaction, { guildId, words, services }) {
    return { kind: 'message', view: sessionsView(words, await services.sessions.coming(guildId)) };
  },
} satisfies Subcommand<{ sessions: Pick<SessionService, 'coming'> }>;
