/** Plays single acts of the sample cohort as its members would: commands, forms and buttons of the bot. */
import {
  buttonsOf,
  describe,
  type Exchange,
  type Message,
  type Person,
  type SandboxClient,
  textOf,
} from '../../sandbox/client.js';
import { type Catalogue, catalogues } from '../../src/locales/catalogue.js';
import { drawn } from '../cohort/pictures.js';
import type {
  Accept,
  Act,
  Capture,
  Challenge,
  Helpful,
  Introduce,
  Plan,
  Publish,
  Save,
  Say,
  Share,
  Solve,
} from '../cohort/types.js';
import { channelIds, guildId } from '../cohort/world.js';

/** Discord's type of a private thread. */
const privateThread = 12;

/** How long a card may take (ms). */
const cardTimeoutMs = 60_000;

/** An entry that was created: its number, and the message that shows it. */
interface Kept {
  number: number;
  messageId: string;
}

/** The bot didn't do what an act of the script expects. */
export class RefusedAct extends Error {
  constructor(act: string, exchange: Exchange) {
    super(`The sample cohort cannot be filled: ${act} was answered with ${describe(exchange)}`);
    this.name = 'RefusedAct';
  }
}

export class Player {
  private readonly entries = new Map<string, Kept>();
  /** Messages of the chat, and the numbers of the entries they became. */
  private readonly messages = new Map<string, Message>();
  private readonly numbers = new Map<string, number>();

  constructor(private readonly client: SandboxClient) {}

  /** @throws RefusedAct */
  async play(act: Act): Promise<unknown> {
    switch (act.act) {
      case 'share':
        return this.share(act);
      case 'challenge':
        return this.ask(act);
      case 'solve':
        return this.solve(act);
      case 'accept':
        return this.accept(act);
      case 'helpful':
        return this.press(act, 'Helpful', (answer) => answer.outcome === 'update');
      case 'save':
        return this.press(act, 'Save', (answer) => textOf(answer.message).includes('/search saved'));
      case 'publish':
        return this.publish(act);
      case 'plan':
        return this.plan(act);
      case 'introduce':
        return this.introduce(act);
      case 'join':
        return this.tell(act.by, '/buddies join');
      case 'match':
        return this.match(act.by);
      case 'schedule':
        return this.tell(act.by, `/admin buddies schedule day:${act.weekday} time:${act.hour}`);
      case 'say':
        return this.say(act);
      case 'capture':
        return this.capture(act);
    }
  }

  private async share({ by, key, kind, title, body, tags, link = '', picture }: Share): Promise<void> {
    if (picture) {
      const options = { kind, title, body, tags: tags.join(', '), 'picture-description': picture.shows };
      const file = { name: `${picture.name}.png`, type: 'image/png', content: drawn(picture.name) };
      return this.keep(key, await this.member(by).command('/share', options, { picture: file }));
    }
    const form = await this.open(by, '/share');
    const answer = await this.member(by).submit(form, { kind, title, body, tags: tags.join(', '), link });
    this.keep(key, answer);
  }

  private async ask({ by, key, title, details, tags }: Challenge): Promise<void> {
    const form = await this.open(by, '/challenge post');
    const values = { title, body: details, tags: tags.join(', ') };
    const answer = await this.member(by).submit(form, values);
    const postAnyway = labelOf(answer, ({ buttons }) => buttons.postAnyway);
    this.keep(key, postAnyway ? await this.member(by).click(answer, postAnyway) : answer);
  }

  private async solve({ by, key, challenge, solution, link = '' }: Solve): Promise<void> {
    const form = await this.open(by, `/challenge solve challenge:${this.entry(challenge).number}`);
    this.keep(key, await this.member(by).submit(form, { body: solution, link }));
  }

  private async accept({ by, solution }: Accept): Promise<void> {
    const answer = await this.member(by).click(this.entry(solution).messageId, 'Accept');
    if (answer.outcome !== 'message' || answer.ephemeral)
      throw new RefusedAct(`accepting ${solution}`, answer);
  }

  /** The card follows through the outbox: it is waited for, so that nothing else comes between. */
  private async publish({ by, name, summary, stack, repository, lookingFor, api }: Publish): Promise<void> {
    const form = await this.open(by, '/project publish');
    const values = { name, summary, stack: stack.join(', '), repository, lookingFor };
    const answer = await this.member(by).submit(form, values);
    const button = labelOf(answer, ({ projects }) => projects.buttons.addresses);
    if (!button) throw new RefusedAct(`publishing ${name}`, answer);
    if (api) {
      const addresses = await this.opened(by, await this.member(by).click(answer, button));
      await this.member(by).submit(addresses, { apiBase: api.base, apiDocs: api.docs });
    }
    await this.shown(`🚀 ${name}`);
  }

  private async plan({ by, topic, when, place }: Plan): Promise<void> {
    const asked = await this.member(by).command('/session plan', { topic, when, place });
    const confirm = labelOf(asked, ({ sessions }) => sessions.buttons.confirm);
    if (!confirm) throw new RefusedAct(`planning ${topic}`, asked);
    await this.member(by).click(asked, confirm);
    await this.shown(`📚 ${topic}`);
  }

  private async introduce({ by, track, project, summary }: Introduce): Promise<void> {
    const form = await this.open(by, '/profile edit');
    const answer = await this.member(by).submit(form, { track, projectName: project, summary });
    if (answer.outcome !== 'message') throw new RefusedAct(`the profile of ${by}`, answer);
  }

  /** Uses a command that is answered with a message. */
  private async tell(by: string, line: string): Promise<Exchange> {
    const answer = await this.member(by).command(line);
    if (answer.outcome !== 'message') throw new RefusedAct(line, answer);
    return answer;
  }

  /** Each group's thread follows through the outbox: all are waited for, so that the week doesn't pass before. */
  private async match(by: string): Promise<void> {
    const before = await this.toldGroups();
    const answer = await this.tell(by, '/admin buddies run');
    const groups = Number(/(\d+) group/.exec(textOf(answer.message))?.[1] ?? 0);
    const deadline = Date.now() + cardTimeoutMs;
    while ((await this.toldGroups()) < before + groups) {
      if (Date.now() > deadline) throw new Error(`Not all of ${groups} groups of buddies were told.`);
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
  }

  /** Threads of buddies in which something was posted. */
  private async toldGroups(): Promise<number> {
    const { channels } = await this.client.guild(guildId);
    const threads = channels.filter(({ type }) => type === privateThread);
    const owner = this.client.as('nyambura');
    const posted = await Promise.all(threads.map(({ id }) => owner.read(id, { limit: 1 })));
    return posted.filter(({ length }) => length > 0).length;
  }

  private async say({ by, message, text }: Say): Promise<void> {
    this.messages.set(message, await this.chatting(by).say(text));
  }

  private async capture({ by, menu, message, solves }: Capture): Promise<void> {
    const target = this.messages.get(message);
    if (!target) throw new Error(`The script saves ${message} before it was written.`);
    const form = await this.opened(by, await this.chatting(by).contextMenu(menu, { message: target }));
    const challenge = this.numbers.get(solves ?? '');
    const answer = await this.chatting(by).submit(form, challenge ? { challenge: String(challenge) } : {});
    const number = Number(/#(\d+)/.exec(textOf(answer.message))?.[1]);
    if (!number) throw new RefusedAct(`${menu} of ${message}`, answer);
    this.numbers.set(message, number);
  }

  private async shown(text: string): Promise<void> {
    const deadline = Date.now() + cardTimeoutMs;
    for (;;) {
      const messages = await this.member('nyambura').read(channelIds.cohort, { limit: 20 });
      if (messages.some((message) => textOf(message).includes(text))) return;
      if (Date.now() > deadline) throw new Error(`The card ${text} was not posted.`);
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
  }

  private async press(
    { by, on }: Helpful | Save,
    button: string,
    isDone: (answer: Exchange) => boolean,
  ): Promise<void> {
    const answer = await this.member(by).click(this.entry(on).messageId, button);
    if (!isDone(answer)) throw new RefusedAct(`${button} on ${on}`, answer);
  }

  private async open(by: string, line: string): Promise<Exchange> {
    const answer = await this.opened(by, await this.member(by).command(line));
    if (!answer.modal) throw new RefusedAct(line, answer);
    return answer;
  }

  /** On a busy machine the bot offers the form behind a button, because a form can't come late. */
  private async opened(by: string, answer: Exchange): Promise<Exchange> {
    const openForm = labelOf(answer, ({ buttons }) => buttons.openForm);
    return openForm ? this.member(by).click(answer, openForm) : answer;
  }

  /** The answer is the card itself, or a line with a link to it. */
  private keep(key: string, answer: Exchange): void {
    const text = textOf(answer.message);
    const isCard = answer.outcome === 'message' && !answer.ephemeral;
    const number = Number((isCard ? /· #(\d+) ·/ : /\*\*\[?#(\d+)/).exec(text)?.[1]);
    const messageId = isCard ? answer.message?.id : /channels\/\d+\/\d+\/(\d+)/.exec(text)?.[1];
    if (!number || !messageId) throw new RefusedAct(key, answer);
    this.entries.set(key, { number, messageId });
  }

  private entry(key: string): Kept {
    const entry = this.entries.get(key);
    if (!entry) throw new Error(`The script names ${key} before it was written.`);
    return entry;
  }

  private chatting(name: string): Person {
    return this.client.as(name, { channel: channelIds.help });
  }

  private member(name: string): Person {
    return this.client.as(name, { channel: channelIds.cohort });
  }
}

/** The label of that button as the member reads it; undefined when the answer has none. */
function labelOf({ message }: Exchange, pick: (words: Catalogue) => string): string | undefined {
  const labels = buttonsOf(message);
  return Object.values(catalogues)
    .map(pick)
    .find((label) => labels.includes(label));
}
