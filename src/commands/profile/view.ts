/** `/profile view`: a member's profile, by default your own. */
import { SlashCommandSubcommandBuilder } from 'discord.js';
import type { Subcommand } from '../../discord/define.js';
import { type ProfileService, profileAnswer } from '../../features/profiles/index.js';
import { en } from '../../locales/en/index.js';

const words = en.profile.commands;

export default {
  data: new SlashCommandSubcommandBuilder()
    .setName('view')
    .setDescription(words.view)
    .addUserOption((option) => option.setName('member').setDescription(words.member)),
  answers: 'ephemeral',
  run: ({ options }, context) =>
    profileAnswer(context, { userId: options.getUser('member')?.id ?? context.actor.id }),
} satisfies Subcommand<{ profiles: Pick<ProfileService, 'view'> }>;
