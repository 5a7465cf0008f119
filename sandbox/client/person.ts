/** A person's side of the sandbox: what someone does in Discord's client, and what they see of it. */

import type { PlacesView } from './places.js';
import { textOf } from './text-of.js';
import { queryOf, type Transport } from './transport.js';
import type {
  Choice,
  EventChange,
  Exchange,
  FileToSend,
  Message,
  MessagePage,
  Modal,
  OpenedThread,
  Place,
} from './types.js';

/** A message, its id, or an exchange that ended with one. */
export type MessageLike = Message | Exchange | string;
export type ModalLike = Modal | Exchange;

/** A guild that isn't named is the first one. */
const FIRST_GUILD = '*';
/** How many bytes become characters in one call: as many arguments as every engine takes. */
const PIECE = 8_192;

export class Person {
  constructor(
    private readonly transport: Transport,
    readonly name: string,
    private readonly place: Place = {},
  ) {}

  /** The same person somewhere else. */
  in(channel: string, guild = this.place.guild): Person {
    return new Person(this.transport, this.name, { guild, channel });
  }

  /**
   * Runs a slash command: a line such as `/search docker` or `/search query:docker tag:ops`, or a path with
   * structured options. Resolves when the bot has answered, a deferral is settled, or no answer came.
   */
  command(
    line: string,
    options: { [name: string]: unknown } = {},
    files: { [option: string]: FileToSend } = {},
  ): Promise<Exchange> {
    return this.act('command', { line, options: { ...options, ...encodedFiles(files) } });
  }

  /** The choices a bot offers for an option while `typed` stands in it. */
  async autocomplete(
    line: string,
    option: string,
    typed = '',
    options: { [name: string]: unknown } = {},
  ): Promise<Choice[]> {
    const exchange = await this.act('autocomplete', { line, options, focused: option, value: typed });
    if (exchange.outcome !== 'autocomplete')
      throw new Error(`No choices came: ${exchange.failure ?? exchange.outcome}`);
    return exchange.choices ?? [];
  }

  /** Runs a command of a message's or a person's context menu. */
  contextMenu(name: string, target: { message: MessageLike } | { user: string }): Promise<Exchange> {
    if ('user' in target) return this.act('menu', { name, user: target.user });
    return this.act('menu', { name, message: idOf(target.message), ...placeOf(target.message) });
  }

  /** Clicks a button by its label, the start of its label, its emoji or its custom id. */
  click(message: MessageLike, button: string): Promise<Exchange> {
    return this.act('click', { message: idOf(message), button, ...placeOf(message) });
  }

  /** Chooses in a select found by custom id or placeholder; options by value or label, people as `@name`. */
  choose(message: MessageLike, select: string | undefined, values: string | string[]): Promise<Exchange> {
    return this.act('choose', {
      message: idOf(message),
      select,
      values: [values].flat(),
      ...placeOf(message),
    });
  }

  /** Sends a form; fields by label or custom id, those left out keep what the form had in them. */
  submit(
    form: ModalLike,
    values: { [field: string]: unknown } = {},
    files: { [field: string]: FileToSend | FileToSend[] } = {},
  ): Promise<Exchange> {
    const modal = 'exchangeId' in form ? form : form.modal;
    if (!modal) throw new Error(`No form was opened${'outcome' in form ? `: ${describe(form)}` : ''}`);
    const place = 'channelId' in form ? { channel: form.channelId } : {};
    return this.act('submit', {
      exchange: modal.exchangeId,
      values: { ...values, ...encodedFiles(files) },
      ...place,
    });
  }

  /** Writes a message of their own. */
  say(content: string, options: { files?: FileToSend[]; replyTo?: MessageLike } = {}): Promise<Message> {
    return this.transport.ask('POST', '/control/act/say', {
      ...this.self(),
      content,
      files: options.files?.map(encoded),
      ...(options.replyTo && { replyTo: idOf(options.replyTo), ...placeOf(options.replyTo) }),
    });
  }

  edit(message: MessageLike, content: string): Promise<Message> {
    return this.onMessage('edit', message, { content });
  }

  async delete(message: MessageLike): Promise<void> {
    await this.onMessage('delete', message);
  }

  react(message: MessageLike, emoji: string, remove = false): Promise<Message> {
    return this.onMessage('react', message, { emoji, remove });
  }

  /** Votes in a poll for answers by text or number; for none, the vote is taken back. */
  vote(message: MessageLike, answers: string | string[]): Promise<Message> {
    return this.onMessage('vote', message, { answers: [answers].flat() });
  }

  /** Opens a thread, from a message or alone. */
  openThread(
    name: string,
    options: { message?: MessageLike; private?: boolean } = {},
  ): Promise<OpenedThread> {
    const { message, ...rest } = options;
    const at = message === undefined ? {} : { message: idOf(message), ...placeOf(message) };
    return this.transport.ask('POST', '/control/act/thread', { ...this.self(), name, ...rest, ...at });
  }

  /** Opens a post in the forum where they are, with tags by name. */
  openPost(
    name: string,
    content: string,
    options: { tags?: string[]; files?: FileToSend[] } = {},
  ): Promise<OpenedThread & { message: Message }> {
    return this.transport.ask('POST', '/control/act/post', {
      ...this.self(),
      name,
      content,
      tags: options.tags,
      files: options.files?.map(encoded),
    });
  }

  /** Joins a guild by an invite. */
  async join(code: string): Promise<void> {
    await this.transport.ask('POST', `/control/invites/${encodeURIComponent(code)}`, { as: this.name });
  }

  /** Is interested in a scheduled event, by its name or id, or no longer. */
  async setInterest(event: string, isInterested = true): Promise<void> {
    await this.transport.ask('PUT', `${this.eventPath(event)}/interest`, { as: this.name, isInterested });
  }

  /** Changes a scheduled event, by its name or id, or starts, ends or cancels it; takes Manage Events. */
  async changeEvent(event: string, change: EventChange): Promise<void> {
    const { startTime, endTime, ...rest } = change;
    await this.transport.ask('PUT', this.eventPath(event), {
      ...rest,
      startTime: startTime?.toISOString(),
      endTime: endTime?.toISOString(),
      as: this.name,
    });
  }

  /** Deletes a scheduled event, by its name or id; takes Manage Events. */
  async deleteEvent(event: string): Promise<void> {
    await this.transport.ask('DELETE', `${this.eventPath(event)}${queryOf({ as: this.name })}`);
  }

  private eventPath(event: string): string {
    const guild = encodeURIComponent(this.place.guild ?? FIRST_GUILD);
    return `/control/guilds/${guild}/events/${encodeURIComponent(event)}`;
  }

  /** Dismisses an ephemeral message. */
  async dismiss(message: MessageLike): Promise<void> {
    await this.onMessage('dismiss', message);
  }

  /** The channel's last messages as this person sees them, oldest first, their ephemeral ones among them. */
  async read(
    channel = this.place.channel,
    options: { limit?: number; before?: string; after?: string } = {},
  ): Promise<Message[]> {
    return (await this.page(channel, options)).messages;
  }

  /** A page of a channel's messages, and whether there are more on either side. */
  page(
    channel = this.place.channel,
    options: { limit?: number; before?: string; after?: string } = {},
  ): Promise<MessagePage> {
    const query = queryOf({ as: this.name, guild: this.place.guild, channel, ...options });
    return this.transport.ask('GET', `/control/messages${query}`);
  }

  /** Guilds, people and channels as this person sees them. */
  places(): Promise<PlacesView> {
    return this.transport.ask('GET', `/control/places${queryOf({ as: this.name })}`);
  }

  /** Names and definitions of the commands offered to this person here. */
  async commands(): Promise<{ name: string; type: number; description: string }[]> {
    const query = queryOf({ as: this.name, ...this.place });
    const answer = await this.transport.ask<{
      commands: { name: string; type: number; description: string }[];
    }>('GET', `/control/commands${query}`);
    return answer.commands;
  }

  /** Waits for a message in the channel that satisfies `wanted`; rejects with what is there instead. */
  async waitFor(
    wanted: (message: Message) => boolean,
    options: { channel?: string; timeoutMs?: number } = {},
  ): Promise<Message> {
    const deadline = Date.now() + (options.timeoutMs ?? 5_000);
    for (;;) {
      const messages = await this.read(options.channel ?? this.place.channel, { limit: 100 });
      const found = messages.findLast(wanted);
      if (found) return found;
      if (Date.now() > deadline) {
        const last = messages.slice(-3).map((message) => textOf(message));
        throw new Error(`No such message came. The last ones:\n${last.join('\n---\n')}`);
      }
      await new Promise((resolve) => setTimeout(resolve, 25));
    }
  }

  /**
   * Waits for a message whose text holds `wanted` (a text, a pattern, or what a function accepts), and resolves with
   * it; rejects with what is there instead.
   */
  expectMessage(
    wanted: string | RegExp | ((message: Message) => boolean),
    options: { channel?: string; timeoutMs?: number } = {},
  ): Promise<Message> {
    if (typeof wanted === 'function') return this.waitFor(wanted, options);
    const matches = (text: string) =>
      typeof wanted === 'string' ? text.includes(wanted) : wanted.test(text);
    return this.waitFor((message) => matches(textOf(message)), options);
  }

  private act(what: string, body: { [name: string]: unknown }): Promise<Exchange> {
    return this.transport.ask('POST', `/control/act/${what}`, { ...this.self(), ...body });
  }

  private onMessage(
    what: string,
    message: MessageLike,
    body: { [name: string]: unknown } = {},
  ): Promise<Message> {
    return this.transport.ask('POST', `/control/act/${what}`, {
      ...this.self(),
      message: idOf(message),
      ...placeOf(message),
      ...body,
    });
  }

  private self(): { [name: string]: string | undefined } {
    return { as: this.name, ...this.place };
  }
}

/** What an exchange came to, in a line, for failures and terminals. */
export function describe(exchange: Exchange): string {
  const said = textOf(exchange.message ?? exchange.modal);
  return [exchange.outcome, exchange.failure, said].filter(Boolean).join(': ');
}

function idOf(message: MessageLike): string {
  if (typeof message === 'string') return message;
  if (!('outcome' in message)) return message.id;
  if (!message.message) throw new Error(`There is no message: ${describe(message)}`);
  return message.message.id;
}

/** A message is used in its own channel, wherever the person stands. */
function placeOf(message: MessageLike): { channel?: string } {
  if (typeof message === 'string') return {};
  return { channel: 'outcome' in message ? message.channelId : message.channel_id };
}

function encodedFiles(files: { [name: string]: FileToSend | FileToSend[] }): { [name: string]: unknown } {
  return Object.fromEntries(
    Object.entries(files).map(([name, given]) => [
      name,
      Array.isArray(given) ? given.map((file) => ({ file: encoded(file) })) : { file: encoded(given) },
    ]),
  );
}

function encoded(file: FileToSend) {
  return {
    name: file.name,
    type: file.type ?? 'text/plain',
    content: base64Of(file.content),
  };
}

/** In base64, with what browsers and Node.js both have. */
function base64Of(content: string | Uint8Array): string {
  const bytes = typeof content === 'string' ? new TextEncoder().encode(content) : content;
  const pieces: string[] = [];
  for (let start = 0; start < bytes.length; start += PIECE)
    pieces.push(String.fromCharCode(...bytes.subarray(start, start + PIECE)));
  return btoa(pieces.join(''));
}
