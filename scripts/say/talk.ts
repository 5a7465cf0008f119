/** Runs one command in a running sandbox, and returns what to print and remember. */
import type {
  Exchange,
  FileToSend,
  GuildView,
  Message,
  Person,
  SandboxClient,
  WorldView,
} from '../../sandbox/client.js';
import { PlainError } from '../plain-error.js';
import type { SayAction, SayArguments } from './arguments.js';
import { fileAt, optionFiles } from './files.js';
import { firstLearner } from './first-learner.js';
import { completionOf, type Definition, withLineBreaks } from './lines.js';
import { Markup } from './markup.js';
import type { Memory } from './memory.js';
import { offsetTo, shownMoment } from './moment.js';
import { type Control, Page } from './page.js';

/** The cohort channel; in another world its first channel is used instead. */
const homeChannel = 'prodevprojectnexus';
const ephemeralFlag = 1 << 6;
const fileUpload = 19;

export interface Answer {
  text: string;
  /** The sandbox's raw answer. */
  raw: unknown;
  memory: Memory;
  /** False when the bot did not answer. */
  ok: boolean;
}

export class Talk {
  private constructor(
    private readonly client: SandboxClient,
    private readonly world: WorldView,
    private readonly memory: Memory,
    private readonly said: SayArguments,
    private readonly who: string,
    private readonly channel: string,
    private readonly markup: Markup,
  ) {}

  static async begin(client: SandboxClient, memory: Memory, said: SayArguments): Promise<Talk> {
    const [world, { offsetMs }] = await Promise.all([client.world(), client.clock()]);
    const guild = world.guilds[0];
    if (!guild) throw new PlainError('The sandbox has no guild.');
    const who = said.as ?? memory.as ?? firstLearner(guild);
    const home = guild.channels.find((one) => one.name === homeChannel) ?? guild.channels[0];
    const channel = said.in ?? memory.in ?? home?.name ?? '';
    const markup = new Markup(world, Date.now() + offsetMs);
    return new Talk(client, world, memory, said, who, channel, markup);
  }

  async answer(): Promise<Answer> {
    const { action } = this.said;
    switch (action.verb) {
      case 'command':
        return this.exchange(await this.command(action.line));
      case 'click':
        return this.exchange(await this.click(action.control));
      case 'choose':
        return this.exchange(await this.choose(action));
      case 'submit':
        return this.exchange(await this.submit(action.fields));
      case 'menu':
        return this.exchange(await this.menu(action));
      case 'write':
        return this.messages([await this.person().say(action.text.trim())]);
      case 'complete':
        return this.complete(action.line);
      case 'read':
        return this.messages(await this.person().read(this.channel, { limit: action.count }));
      case 'clock':
        return this.clock(action.to);
      case 'who':
        return this.members();
      case 'help':
        throw new Error('The page of help needs no sandbox.');
    }
  }

  private async command(line: string): Promise<Exchange> {
    const person = this.person();
    const commands = line.includes('\n') ? await this.definitions() : [];
    return person.command(withLineBreaks(line, commands), {}, await optionFiles(this.said.files));
  }

  private async click(wanted: string): Promise<Exchange> {
    const control = this.control(wanted, 'button');
    return this.at(control).click(control.messageId, control.customId);
  }

  private async choose({
    control: wanted,
    values,
  }: Extract<SayAction, { verb: 'choose' }>): Promise<Exchange> {
    const control = this.control(wanted, 'select');
    return this.at(control).choose(control.messageId, control.customId, values);
  }

  private async submit(fields: [string, string][]): Promise<Exchange> {
    const { form } = this.memory;
    if (!form) throw new PlainError('No form is open: a command such as /share opens one.');
    const parts = (form.modal.components as Component[]).flatMap(
      (part) => part.component ?? part.components ?? [],
    );
    const values: Record<string, unknown> = {};
    const uploads: Record<string, FileToSend> = {};
    for (const [name, value] of fields) {
      const type = parts.find((part) => part.custom_id === name)?.type;
      if (type === fileUpload) uploads[name] = await fileAt(value.replace(/^@/, ''));
      else if (value.startsWith('@')) values[name] = String((await fileAt(value.slice(1))).content);
      else values[name] = value;
    }
    const missing = parts.find(
      (part) => !isFilled(part) && fields.every(([name]) => name !== part.custom_id),
    );
    if (missing) throw new PlainError(`The form needs ${missing.custom_id}: ${missing.custom_id}='…'.`);
    return this.client.as(form.as, { channel: form.channelId }).submit(form.modal, values, uploads);
  }

  private async menu({ name, target }: Extract<SayAction, { verb: 'menu' }>): Promise<Exchange> {
    if (target.startsWith('@')) return this.person().contextMenu(name, { user: target });
    const message = this.memory.messages[Number(target) - 1];
    if (!message)
      throw new PlainError(`There is no message ${target}: \`npm run say -- read\` numbers them.`);
    return this.person().in(message.channelId).contextMenu(name, { message: message.id });
  }

  private async complete(line: string): Promise<Answer> {
    const { option, typed, line: rest } = completionOf(line, await this.definitions());
    const choices = await this.person().autocomplete(rest, option, typed);
    const shown = choices.map((choice) => `${choice.name}  =  ${choice.value}`);
    return this.given(shown.length > 0 ? shown.join('\n') : 'Nothing is offered.', choices);
  }

  private async clock(to: string | undefined): Promise<Answer> {
    let { offsetMs } = await this.client.clock();
    if (to !== undefined) {
      offsetMs = offsetTo(to, Date.now(), offsetMs);
      await this.client.setClock(offsetMs);
    }
    const state = offsetMs === 0 ? 'the present' : 'set by hand; `npm run say -- clock now` undoes that';
    return this.given(`${shownMoment(Date.now() + offsetMs)} (${state})`, { offsetMs });
  }

  private members(): Answer {
    const guild = this.guild();
    const lines = guild.members.map(({ userId, name, nick, roles, bot }) => {
      const names = roles.map((role) => guild.roles.find((one) => one.id === role)?.name ?? role);
      const marks = [...(userId === guild.ownerId ? ['owner'] : []), ...(bot ? ['bot'] : []), ...names];
      return `${name.padEnd(12)} ${[nick, marks.join(', ')].filter(Boolean).join(' · ')}`.trimEnd();
    });
    return this.given(lines.join('\n'), guild.members);
  }

  /** What the person got: the answer and what followed it, a form, or that nothing came. */
  private exchange(exchange: Exchange): Answer {
    const page = new Page(this.markup);
    const { modal } = exchange;
    if (modal && exchange.outcome === 'modal') page.form(modal);
    else if (exchange.outcome === 'failed') page.add(`No answer came: ${exchange.failure}`);
    else if (exchange.outcome === 'deleted' && exchange.followUps.length === 0)
      page.add('The answer was taken away.');
    const shown = [exchange.message, ...exchange.followUps].filter((one) => one !== undefined);
    const unique = shown.filter((one, index) => shown.findIndex((other) => other.id === one.id) === index);
    for (const message of unique) page.message(message, this.heading(message, exchange.outcome === 'update'));
    const form =
      modal && exchange.outcome === 'modal'
        ? { modal, as: this.who, channelId: exchange.channelId }
        : undefined;
    const messages = unique.map(({ id, channel_id: channelId }) => ({ id, channelId }));
    return {
      text: page.text,
      raw: exchange,
      memory: this.remembered({ controls: page.controls, messages, form }),
      ok: exchange.outcome !== 'failed' && exchange.outcome !== 'deferred',
    };
  }

  private messages(messages: readonly Message[]): Answer {
    const page = new Page(this.markup);
    if (messages.length === 0) page.add('Nothing was written here yet.');
    for (const [index, message] of messages.entries()) {
      if (index > 0) page.add('');
      page.message(message, `${index + 1}. ${this.heading(message)}`);
    }
    const numbered = messages.map(({ id, channel_id: channelId }) => ({ id, channelId }));
    return {
      text: page.text,
      raw: messages,
      memory: this.remembered({ controls: page.controls, messages: numbered, form: this.memory.form }),
      ok: true,
    };
  }

  private heading(message: Message, isUpdate = false): string {
    const author = message.author?.username ?? 'Somebody';
    const isPrivate = ((message.flags ?? 0) & ephemeralFlag) !== 0;
    const place = this.markup.plain(`<#${message.channel_id}>`).replace(/^<#\d+>$/, 'a direct message');
    const when = this.markup.plain(`<t:${Math.floor(Date.parse(message.timestamp) / 1000)}:f>`);
    const verb = isUpdate ? 'changed a message in' : 'in';
    return isPrivate ? `${author}, for ${this.who} alone:` : `${author} ${verb} ${place}, ${when}:`;
  }

  /** A control of the last answer by its number, or by its label or the start of it. */
  private control(wanted: string, kind: Control['kind']): Control {
    const { controls } = this.memory;
    const lower = wanted.toLowerCase();
    const labelled = (test: (label: string) => boolean) =>
      controls.filter((one) => one.kind === kind && test(one.label.toLowerCase()));
    const exact = labelled((label) => label === lower);
    const found = /^\d+$/.test(wanted)
      ? controls.slice(Number(wanted) - 1, Number(wanted))
      : exact.length > 0
        ? exact
        : labelled((label) => label.startsWith(lower));
    const numbers = found.map((one) => controls.indexOf(one) + 1);
    if (found.length > 1)
      throw new PlainError(`There are several of that name: ${numbers.join(', ')}. Say the number.`);
    const control = found[0];
    if (control?.kind === kind) return control;
    const offered = controls.flatMap((one, index) =>
      one.kind === kind ? [`${index + 1} ${one.label}`] : [],
    );
    throw new PlainError(
      offered.length > 0
        ? `There is no ${kind} ${wanted} in the last answer; there is: ${offered.join(', ')}.`
        : `The last answer has no ${kind}s.`,
    );
  }

  private remembered(answer: Pick<Memory, 'controls' | 'messages' | 'form'>): Memory {
    return { as: this.who, in: this.channel, ...answer };
  }

  private given(text: string, raw: unknown): Answer {
    const { controls, messages, form } = this.memory;
    return { text, raw, memory: this.remembered({ controls, messages, form }), ok: true };
  }

  private async definitions(): Promise<Definition[]> {
    return this.person().commands();
  }

  private person(): Person {
    return this.client.as(this.who, { channel: this.channel });
  }

  private at(control: Control): Person {
    return this.client.as(this.who, { channel: control.channelId });
  }

  private guild(): GuildView {
    const guild = this.world.guilds[0];
    if (!guild) throw new PlainError('The sandbox has no guild.');
    return guild;
  }
}

interface Component {
  custom_id?: string;
  type?: number;
  value?: string;
  required?: boolean;
  options?: { default?: boolean }[];
  default_values?: unknown[];
  component?: Component;
  components?: Component[];
}

/** Whether a field can stay as it is. */
function isFilled({ required, value, options = [], default_values: members = [] }: Component): boolean {
  return required === false || Boolean(value) || members.length > 0 || options.some((one) => one.default);
}
