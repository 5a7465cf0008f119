/** What the viewer does with messages, commands and forms, as the components ask for it. */
import type { Exchange, FileToSend } from '../../client/types.js';
import type { Message, MessageActions } from '../model.js';
import { isThread } from './address.js';
import type { Overlays } from './overlays.js';
import type { Page } from './page.js';

export type Values = { [name: string]: unknown };
export type Files = { [name: string]: FileToSend };

export interface Actions extends MessageActions {
  /** Runs a slash command by its path, such as `admin digest run`; resolves with its outcome. */
  runCommand(channelId: string, path: string, options: Values, files: Files): Promise<void>;
  /** Runs a command of a message's or a person's menu. */
  runMenu(
    channelId: string,
    name: string,
    target: { message: Message } | { user: string },
    botId?: string,
  ): Promise<void>;
  /** Sends what was written; rejects when it could not be sent. */
  say(channelId: string, content: string, files: FileToSend[], replyTo?: Message): Promise<void>;
  submitForm(values: Values, files: Files): Promise<string | undefined>;
}

export function createActions(page: Page, overlays: Overlays): Actions {
  const { exchanges } = page;
  const at = (channelId: string) => page.me().in(channelId);
  const plainly = async (message: Message, words: string, task: Promise<unknown>) => {
    exchanges.fail(message.id, undefined);
    try {
      await task;
    } catch (error) {
      exchanges.fail(message.id, {
        text: words,
        reason: error instanceof Error ? error.message : String(error),
      });
    }
  };
  return {
    click: (message, customId) => exchanges.onMessage(message.id, () => page.me().click(message, customId)),
    choose: (message, customId, values) =>
      exchanges.onMessage(message.id, () => page.me().choose(message, customId, values)),
    react: (message, emoji, remove) =>
      plainly(message, 'The reaction could not be changed', page.me().react(message, emoji, remove)),
    dismiss: (message) => plainly(message, 'It could not be dismissed', page.me().dismiss(message)),
    remove: (message) => plainly(message, 'It could not be deleted', page.me().delete(message)),
    edit: (message, content) => plainly(message, 'It could not be edited', page.me().edit(message, content)),
    reply: (message) => page.reply(message.channel_id, message),
    openMessageMenu: (message, beside) => {
      overlays.messageMenu.value = { message, beside };
    },
    openPerson: (userId, beside) => {
      overlays.person.value = { userId, beside };
    },
    openChannel: (channelId, messageId) => openChannel(page, channelId, messageId),
    runCommand: (channelId, path, options, files) => {
      const name = path.split(' ')[0];
      const command = page.commands
        .of(channelId)
        .peek()
        .find((one) => one.name === name);
      return exchanges.command(channelId, { command: `/${path}`, botId: command?.application_id }, () =>
        at(channelId).command(path, options, files),
      );
    },
    runMenu: (channelId, name, target, botId) =>
      exchanges.command(channelId, { command: name, botId }, () => at(channelId).contextMenu(name, target)),
    say: async (channelId, content, files, replyTo) => {
      await at(channelId).say(content, { files, ...(replyTo && { replyTo }) });
    },
    submitForm: async (values, files) => {
      const form = exchanges.form.peek();
      if (!form) return undefined;
      const failure = await exchanges.submit(
        (): Promise<Exchange> => at(form.channelId).submit(form.modal, values, files),
      );
      return failure && (failure.reason ?? failure.text);
    },
  };
}

function openChannel(page: Page, channelId: string, messageId?: string): void {
  const places = page.world.places.peek();
  const channel = page.world.channels.peek().get(channelId);
  const bot = places?.bots.find((one) => one.channel?.id === channelId);
  if (!channel) return page.tell('That channel is not there, or you may not see it.', true);
  if (bot) return page.open({ bot, channel }, { message: messageId });
  const guild = places?.guilds.find((one) => one.id === channel.guildId);
  if (!isThread(channel)) return page.open({ guild, channel }, { message: messageId });
  const parent = guild?.channels.find((one) => one.id === channel.parentId);
  page.open({ guild, channel: parent, thread: channel }, { message: messageId });
}
