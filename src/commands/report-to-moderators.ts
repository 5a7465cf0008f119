/** `Report to moderators` in a message's menu: the form for the entry whose card the message is. */
import { ApplicationCommandType, ContextMenuCommandBuilder, InteractionContextType } from 'discord.js';
import type { MenuCommand } from '../discord/define.js';
import { type ReportService, reportForm } from '../features/moderation/index.js';
import { en } from '../locales/en/index.js';

export default {
  menu: 'message',
  data: new ContextMenuCommandBuilder()
    .setName(en.reports.commands.menu)
    .setType(ApplicationCommandType.Message)
    .setContexts(InteractionContextType.Guild),
  answers: 'modal',
  async run({ targetId }, { guildId, actor, words, services }) {
    const number = await services.reports.entryIn(guildId, targetId);
    await services.reports.reportable(guildId, number, actor);
    return { kind: 'form', form: reportForm(words, number) };
  },
} satisfies MenuCommand<{ reports: Pick<ReportService, 'entryIn' | 'reportable'> }>;
