/** `/admin audit`: what moderators and the bot did, the newest first. */
import { SlashCommandSubcommandBuilder } from 'discord.js';
import type { Subcommand } from '../../discord/define.js';
import { choicesAtMost } from '../../discord/limits.js';
import { auditActions } from '../../entities/audit-action.js';
import { type AuditService, auditView } from '../../features/audit/index.js';
import { en } from '../../locales/en/index.js';

const { commands, actions } = en.audit;

const choices = auditActions.map((value) => ({ name: actions[value].name, value }));

export default {
  data: new SlashCommandSubcommandBuilder()
    .setName('audit')
    .setDescription(commands.description)
    .addUserOption((option) => option.setName('member').setDescription(commands.member))
    .addStringOption((option) =>
      option.setName('action').setDescription(commands.action).setAutocomplete(true),
    ),
  answers: 'ephemeral',
  moderatorsOnly: true,
  // There are more actions than a list of fixed choices can have.
  async autocomplete(interaction) {
    const typed = interaction.options.getFocused().trim().toLowerCase();
    return choices.filter(({ name }) => name.toLowerCase().includes(typed)).slice(0, choicesAtMost);
  },
  async run({ options }, { guildId, actor, words, services }) {
    const typed = options.getString('action');
    const page = await services.audit.open(guildId, actor.id, {
      memberId: options.getUser('member')?.id,
      // What was typed may also be a name that wasn't picked from the list.
      action: choices.find(({ name, value }) => value === typed || name === typed)?.value,
    });
    return { kind: 'message', view: auditView(words, guildId, page) };
  },
} satisfies Subcommand<{ audit: Pick<AuditService, 'open'> }>;
