/** `Format as code` in a message's menu: its code, tidied, for the member who asks. */
import { ApplicationCommandType, ContextMenuCommandBuilder, InteractionContextType } from 'discord.js';
import type { MenuCommand } from '../discord/define.js';
import { chatMessageOf } from '../features/capture/index.js';
import { type CodeService, canWriteIn, formattedView } from '../features/code/index.js';
import { en } from '../locales/en/index.js';

export default {
  menu: 'message',
  data: new ContextMenuCommandBuilder()
    .setName(en.code.menu)
    .setType(ApplicationCommandType.Message)
    .setContexts(InteractionContextType.Guild),
  answers: 'ephemeral',
  async run(interaction, { guildId, actor, words, services }) {
    const reader = { id: actor.id, canWrite: canWriteIn(interaction) };
    const message = chatMessageOf(interaction.targetMessage);
    const { code, draftId } = await services.code.format(guildId, reader, message);
    return { kind: 'message', view: formattedView(words, guildId, code, draftId) };
  },
} satisfies MenuCommand<{ code: Pick<CodeService, 'format'> }>;
