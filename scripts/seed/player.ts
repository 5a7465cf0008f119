/** Plays single acts of the sample cohort as its members would: commands, forms and buttons of the bot. */
import {
  buttonsOf,
  describe,
  type Exchange,
  type Person,
  type SandboxClient,
  textOf,
} from '../../sandbox/client.js';
import type { Accept, Act, Challenge, Helpful, Save, Share, Solve } from '../cohort/types.js';
import { channelIds } from '../cohort/world.js';

/** An entry that was made: its number, and the message that shows it. */
interface Kept {
  number: number;
  messageId: string;
}

/** The bot did not do what an act of the script asks for. */
export class RefusedAct extends Error {
  constructor(act: string, exchange: Exchange) {
    super(`The sample cohort cannot be filled: ${act} was answered with ${describe(exchange)}`);
    this.name = 'RefusedAct';
  }
}

export class Player {
  private readonly entries = new Map<string, Kept>();

  constructor(private readonly client: SandboxClient) {}

  /** @throws RefusedAct */
  async play(act: Act): Promise<void> {
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
        return this.press(act, 'Save', (answer) => /\bis saved\b/.test(textOf(answer.message)));
    }
  }

  private async share({ by, key, kind, title, body, tags, link = '' }: Share): Promise<void> {
    const form = await this.open(by, '/share');
    const answer = await this.member(by).submit(form, { kind, title, body, tags: tags.join(', '), link });
    this.keep(key, answer);
  }

  private async ask({ by, key, title, details, tags }: Challenge): Promise<void> {
    const form = await this.open(by, '/challenge post');
    const values = { title, body: details, tags: tags.join(', ') };
    const answer = await this.member(by).submit(form, values);
    const isHeldBack = hasButton(answer, 'Post anyway');
    this.keep(key, isHeldBack ? await this.member(by).click(answer, 'Post anyway') : answer);
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

  private async press(
    { by, on }: Helpful | Save,
    button: string,
    isDone: (answer: Exchange) => boolean,
  ): Promise<void> {
    const answer = await this.member(by).click(this.entry(on).messageId, button);
    if (!isDone(answer)) throw new RefusedAct(`${button} on ${on}`, answer);
  }

  private async open(by: string, line: string): Promise<Exchange> {
    let answer = await this.member(by).command(line);
    // On a busy machine the bot offers the form behind a button, since a form cannot come late.
    if (hasButton(answer, 'Open form')) answer = await this.member(by).click(answer, 'Open form');
    if (!answer.modal) throw new RefusedAct(line, answer);
    return answer;
  }

  /** The answer is the card itself, or a line with a link to where it was posted. */
  private keep(key: string, answer: Exchange): void {
    const text = textOf(answer.message);
    const isCard = answer.outcome === 'message' && !answer.ephemeral;
    const number = Number((isCard ? /· #(\d+) ·/ : /\*\*#(\d+)\*\*/).exec(text)?.[1]);
    const messageId = isCard ? answer.message?.id : /channels\/\d+\/\d+\/(\d+)/.exec(text)?.[1];
    if (!number || !messageId) throw new RefusedAct(key, answer);
    this.entries.set(key, { number, messageId });
  }

  private entry(key: string): Kept {
    const entry = this.entries.get(key);
    if (!entry) throw new Error(`The script names ${key} before it was written.`);
    return entry;
  }

  private member(name: string): Person {
    return this.client.as(name, { channel: channelIds.cohort });
  }
}

function hasButton({ message }: Exchange, label: string): boolean {
  return buttonsOf(message).includes(label);
}
