/** `Save as challenge` in a message's menu: the form of a challenge, filled in from it. */
import { ApplicationCommandType, ContextMenuCommandBuilder, InteractionContextType } from 'discord.js';
import type { MenuCommand } from '../discord/define.js';
import { type CaptureService, captureAnswer } from '../features/capture/index.js';
import { en } from '../locales/en/index.js';

export default {
  menu: 'message',
  data: new ContextMenuCommandBuilder()
    .setName(en.capture.menus.challenge)
    .setType(ApplicationCommandType.Message)
    .setContexts(InteractionContextType.Guild),
  answers: 'modal',
  run: (interaction, context) => captureAnswer('challenge', interaction, context),
} satisfies MenuCommand<{ captures: Pick<CaptureService, 'propose'> }>;
