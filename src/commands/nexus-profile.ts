/** `Nexus profile` in a member's menu: their profile. */
import { ApplicationCommandType, ContextMenuCommandBuilder, InteractionContextType } from 'discord.js';
import type { UserMenu } from '../discord/define.js';
import { type ProfileService, profileAnswer } from '../features/profiles/index.js';
import { en } from '../locales/en/index.js';

export default {
  menu: 'user',
  data: new ContextMenuCommandBuilder()
    .setName(en.profile.commands.menu)
    .setType(ApplicationCommandType.User)
    .setContexts(InteractionContextType.Guild),
  answers: 'ephemeral',
  run: ({ targetId }, context) => profileAnswer(context, { userId: targetId }),
} satisfies UserMenu<{ profiles: Pick<ProfileService, 'view'> }>;
