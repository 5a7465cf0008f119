/** What the viewer does with messages, commands and forms, as the components ask for it. */
import type { Choice, Exchange, FileToSend } from '../../client/types.js';
import { localChoice } from '../command/offered.js';
import type { Failure } from '../message/pending.js';
import type { Message, MessageActions } from '../model.js';
import { locale, words } from '../words/words.js';
import { isThread } from './address.js';
import { fileToSend } from './file-to-send.js';
import type { Overlays } from './overlays.js';
import type { Page } from './page.js';
import { reasonOf } from './reason.js';

export type Values = { [name: string]: unknown };

export interface Actions extends MessageActions {
  /** Runs a slash command by its path, such as `admin digest run`; resolves with its outcome. */
  runCommand(
    channelId: string,
    path: string,
    options: Values,
    files: { [option: string]: File },
  ): Promise<void>;
  /** The choices a bot offers while `typed` stands in an option; rejects when none came. */
  complete(channelId: string, path: string, option: string, typed: string, others: Values): Promise<Choice[]>;
  /** Runs a command of a message's or a person's menu. */
  runMenu(
    channelId: string,
    name: string,
    target: { message: Message } | { user: string },
    botId?: string,
  ): Promise<void>;
  /** Sends what was written; rejects when it could not be sent. */
  say(channelId: string, content: string, files: FileToSend[], replyTo?: Message): Promise<void>;
  /** Opens a thread from a message; resolves with why it could not be opened. */
  openThread(message: Message, name: string): Promise<string | undefined>;
  /** Opens a post in a forum; resolves with why it could not be opened. */
  openPost(channelId: string, name: string, content: string, tags: string[]): Promise<string | undefined>;
  /** Sends the open form; answers why it could not be sent. */
  submitForm(values: Values, files: { [field: string]: File[] }): Promise<string | undefined>;
}

export function createActions(page: Page, overlays: Overlays): Actions {
  const { exchanges } = page;
  const at = (channelId: string) => page.me().in(channelId);
  const plainly = async (message: Message, what: Failure['what'], task: Promise<unknown>) => {
    exchanges.fail(message.id, undefined);
    try {
      await task;
    } catch (error) {
      exchanges.fail(message.id, {
        what,
        reason: reasonOf(error),
      });
    }
  };
  return {
    click: (message, customId) => exchanges.onMessage(message.id, () => page.me().click(message, customId)),
    choose: (message, customId, values) =>
      exchanges.onMessage(message.id, () => page.me().choose(message, customId, values)),
    react: (message, emoji, remove) => plainly(message, 'reaction', page.me().react(message, emoji, remove)),
    vote: (message, answers) => plainly(message, 'vote', page.me().vote(message, answers.map(String))),
    dismiss: (message) => plainly(message, 'dismissal', page.me().dismiss(message)),
    remove: (message) => plainly(message, 'deletion', page.me().delete(message)),
    edit: (message, content) => plainly(message, 'edit', page.me().edit(message, content)),
    reply: (message) => page.reply(message.channel_id, message),
    openMessageMenu: (message, anchor) => {
      overlays.messageMenu.value = { message, anchor };
    },
    openPerson: (userId, anchor) => {
      overlays.person.value = { userId, anchor };
    },
    openChannel: (channelId, messageId) => openChannel(page, channelId, messageId),
    runCommand: async (channelId, path, options, files) => {
      const sent = await sendable(files);
      const name = path.split(' ')[0];
      const command = page.commands
        .of(channelId)
        .peek()
        .find((one) => one.name === name);
      return exchanges.command(channelId, { command: `/${path}`, botId: command?.application_id }, () =>
        at(channelId).command(path, options, sent),
      );
    },
    complete: async (channelId, path, option, typed, others) => {
      const choices = await at(channelId).autocomplete(path, option, typed, others);
      return choices.map((choice) => localChoice(choice, locale()));
    },
    runMenu: (channelId, name, target, botId) =>
      exchanges
        .command(channelId, { command: name, botId }, () => at(channelId).contextMenu(name, target))
        .catch((error) => page.failed(error)),
    say: async (channelId, content, files, replyTo) => {
      await at(channelId).say(content, { files, ...(replyTo && { replyTo }) });
    },
    openThread: (message, name) => opened(page, at(message.channel_id).openThread(name, { message })),
    openPost: (channelId, name, content, tags) =>
      opened(page, at(channelId).openPost(name, content, { tags })),
    submitForm: async (values, files) => {
      const form = exchanges.form.peek();
      if (!form) return undefined;
      const sent = Object.entries(files).map(async ([field, list]) => [
        field,
        await Promise.all(list.map(fileToSend)),
      ]);
      const lists = Object.fromEntries(await Promise.all(sent)) as { [field: string]: FileToSend[] };
      const failure = await exchanges.submit(
        (): Promise<Exchange> => at(form.channelId).submit(form.modal, values, lists),
      );
      return failure && (failure.reason ?? words().failures[failure.what]);
    },
  };
}

/** Goes to a thread once it is open; answers why it isn't. */
async function opened(page: Page, task: Promise<{ id: string }>): Promise<string | undefined> {
  try {
    const { id } = await task;
    await page.world.load();
    openChannel(page, id);
    return undefined;
  } catch (error) {
    return reasonOf(error);
  }
}

async function sendable(files: { [name: string]: File }): Promise<{ [name: string]: FileToSend }> {
  const sent = Object.entries(files).map(async ([name, file]) => [name, await fileToSend(file)] as const);
  return Object.fromEntries(await Promise.all(sent));
}

function openChannel(page: Page, channelId: string, messageId?: string): void {
  const places = page.world.places.peek();
  const channel = page.world.channels.peek().get(channelId);
  const bot = places?.bots.find((one) => one.channel?.id === channelId);
  if (!channel) return page.tell(words().places.noChannel, true);
  if (bot) return page.open({ bot, channel }, { message: messageId });
  const guild = places?.guilds.find((one) => one.id === channel.guildId);
  if (!isThread(channel)) return page.open({ guild, channel }, { message: messageId });
  const parent = guild?.channels.find((one) => one.id === channel.parentId);
  page.open({ guild, channel: parent, thread: channel }, { message: messageId });
}
