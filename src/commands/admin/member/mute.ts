/** `/admin member mute`: stops a member from contributing for a while. */
import { SlashCommandSubcommandBuilder } from 'discord.js';
import type { Subcommand } from '../../../discord/define.js';
import { note } from '../../../discord/message/blocks.js';
import { auditNoteLimit } from '../../../entities/audit-note.js';
import type { MuteService } from '../../../features/guard/index.js';
import { en } from '../../../locales/en/index.js';
import { durationChoices } from '../../duration-choices.js';
import { chosenMember, memberOption } from './member-option.js';

const words = en.moderation.commands;

export default {
  group: 'member',
  data: new SlashCommandSubcommandBuilder()
    .setName('mute')
    .setDescription(words.member.mute)
    .addUserOption(memberOption)
    .addStringOption((option) =>
      option.setName('duration').setDescription(words.member.duration).setAutocomplete(true).setMaxLength(60),
    )
    .addStringOption((option) =>
      option.setName('reason').setDescription(words.reason).setMaxLength(auditNoteLimit),
    ),
  answers: 'ephemeral',
  moderatorsOnly: true,
  autocomplete: durationChoices,
  async run(interaction, { guildId, actor, words, services }) {
    const member = chosenMember(interaction);
    const { until } = await services.mutes.mute(guildId, member, actor, {
      duration: interaction.options.getString('duration'),
      reason: interaction.options.getString('reason'),
    });
    return { kind: 'message', view: note(words.moderation.muted(member.id, until)) };
  },
} satisfies Subcommand<{ mutes: Pick<MuteService, 'mute'> }>;
