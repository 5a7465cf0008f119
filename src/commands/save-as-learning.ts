/** `Save as learning` in a message's menu: the form of a learning, filled in from it. */
import { ApplicationCommandType, ContextMenuCommandBuilder, InteractionContextType } from 'discord.js';
import type { MenuCommand } from '../discord/define.js';
import { type CaptureService, captureAnswer } from '../features/capture/index.js';
import { en } from '../locales/en/index.js';

export default {
  menu: 'message',
  data: new ContextMenuCommandBuilder()
    .setName(en.capture.menus.learning)
    .setType(ApplicationCommandType.Message)
    .setContexts(InteractionContextType.Guild),
  answers: 'modal',
  run: (interaction, context) => captureAnswer('learning', interaction, context),
} satisfies MenuCommand<{ captures: Pick<CaptureService, 'propose'> }>;
