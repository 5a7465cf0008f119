/** `/admin audit`: what moderators did, and the bot by itself, the newest first. */
import { SlashCommandSubcommandBuilder } from 'discord.js';
import type { Subcommand } from '../../discord/define.js';
import { auditActions } from '../../entities/audit-action.js';
import { en } from '../../locales/en/index.js';
import { auditView } from '../../views/audit-view.js';

const { commands, actions } = en.audit;

export default {
  data: new SlashCommandSubcommandBuilder()
    .setName('audit')
    .setDescription(commands.description)
    .addUserOption((option) => option.setName('member').setDescription(commands.member))
    .addStringOption((option) =>
      option
        .setName('action')
        .setDescription(commands.action)
        .addChoices(...auditActions.map((value) => ({ name: actions[value].name, value }))),
    ),
  answers: 'ephemeral',
  moderatorsOnly: true,
  async run({ options }, { guildId, actor, words, services }) {
    const typed = options.getString('action');
    const page = await services.audit.open(guildId, actor.id, {
      memberId: options.getUser('member')?.id,
      action: auditActions.find((action) => action === typed),
    });
    return { kind: 'message', view: auditView(words, guildId, page) };
  },
} satisfies Subcommand;
