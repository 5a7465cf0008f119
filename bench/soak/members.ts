/** What members do during a soak: one mixed interaction after the other, drawn from a seeded chance. */
import type { Exchange, Person } from '../../sandbox/client.js';
import type { RunningSandbox } from '../../sandbox/server/index.js';
import { learningKinds } from '../../src/entities/entry.js';
import { between, type Chance, oneOf } from '../chance.js';
import { bodyOf, type Cohort, tagsOf, titleOf } from '../cohort.js';
import { queryOf, typedOf } from '../payloads.js';
import { readmeOf } from '../readmes.js';

export const soakGuilds = ['Cohort 0', 'Cohort 1'];
export const soakMembers = Array.from({ length: 40 }, (_, index) => `learner${index}`);

/** How often each occurs, of a thousand. */
const mixture = {
  search: 260,
  autocomplete: 250,
  view: 150,
  share: 70,
  press: 120,
  ask: 20,
  solve: 20,
  accept: 10,
  edit: 20,
  remove: 10,
  preview: 20,
  leaderboard: 20,
  profile: 10,
  exportReadme: 8,
  importReadme: 2,
  exportAll: 2,
  doctor: 8,
} as const;

type Activity = keyof typeof mixture;

export interface Counts {
  done: number;
  /** Answers that never came, and failures of the client. */
  unanswered: number;
  first?: string;
}

export class Members {
  readonly counts: Counts = { done: 0, unanswered: 0 };
  /** Cards to press on, newest last. */
  private readonly cards: { guild: string; exchange: Exchange; author: string }[] = [];
  private turn = 0;

  constructor(
    private readonly sandbox: RunningSandbox,
    private readonly cohort: Cohort,
    private readonly chance: Chance,
  ) {}

  /** One interaction, with those that it needs before it. Never rejects. */
  async act(): Promise<void> {
    const { chance } = this;
    const guild = oneOf(chance, soakGuilds);
    // Each in turn, so that nobody is slowed down by the limits per member.
    const name = soakMembers[(this.turn += 1) % soakMembers.length] ?? 'learner0';
    try {
      const exchange = await this.perform(drawn(chance), guild, name);
      this.counts.done += 1;
      if (exchange?.failure) throw new Error(exchange.failure);
    } catch (error) {
      this.counts.unanswered += 1;
      this.counts.first ??= String(error).slice(0, 500);
    }
  }

  private async perform(activity: Activity, guild: string, name: string): Promise<Exchange | undefined> {
    const { chance, cohort } = this;
    const person = this.sandbox.client.as(name, { guild, channel: 'prodevprojectnexus' });
    const number = String(between(chance, 1, Math.max(1, this.cards.length)));
    switch (activity) {
      case 'search':
        return person.command('/search', { query: queryOf(cohort, chance) });
      case 'autocomplete':
        await person.autocomplete('/entry view', 'entry', typedOf(cohort, chance));
        return undefined;
      case 'view':
        return person.command('/entry view', { entry: number });
      case 'share':
        return this.keep(guild, name, await person.command('/share', this.learning()));
      case 'ask': {
        const asked = { title: titleOf(cohort.words, chance), details: bodyOf(cohort.words, chance) };
        return this.keep(guild, name, await person.command('/challenge post', asked));
      }
      case 'solve':
        return person.command('/challenge solve', {
          challenge: number,
          solution: bodyOf(cohort.words, chance),
        });
      case 'accept':
        return person.command('/challenge accept', { solution: number });
      case 'press':
        return this.press(name);
      case 'edit':
        return this.edit();
      case 'remove':
        return person.command('/entry delete', { entry: number });
      case 'preview':
        return person.command('/digest preview');
      case 'leaderboard':
        return person.command('/leaderboard');
      case 'profile':
        return person.command('/profile view');
      case 'exportReadme':
        return person.command('/readme export');
      case 'importReadme':
        return this.import(person);
      case 'exportAll':
        return this.asOwner(guild).command('/admin export');
      case 'doctor':
        return this.asOwner(guild).command('/admin doctor');
    }
  }

  private learning() {
    const { chance, cohort } = this;
    const { words } = cohort;
    return {
      kind: oneOf(chance, learningKinds),
      title: titleOf(words, chance),
      body: `${bodyOf(words, chance)} ${Array.from({ length: 6 }, () => words.rare(chance)).join(' ')}`,
      tags: tagsOf(chance).join(' ') || 'git',
    };
  }

  private keep(guild: string, author: string, exchange: Exchange): Exchange {
    if (exchange.outcome === 'message' && !exchange.ephemeral) this.cards.push({ guild, exchange, author });
    return exchange;
  }

  private async press(name: string): Promise<Exchange | undefined> {
    const card = this.aCard();
    if (!card) return undefined;
    const person = this.personOf(card.guild, name);
    return person.click(card.exchange, this.chance() < 0.6 ? 'Save' : 'Report').catch(() => undefined);
  }

  /** The author opens the form of a card and hands it in changed. */
  private async edit(): Promise<Exchange | undefined> {
    const card = this.aCard();
    if (!card) return undefined;
    const author = this.personOf(card.guild, card.author);
    const form = await author.click(card.exchange, 'Edit');
    if (form.outcome !== 'modal') return form;
    return author.submit(form, { Tags: tagsOf(this.chance).join(' ') || 'css' });
  }

  private async import(person: Person): Promise<Exchange> {
    const content = readmeOf(this.cohort, this.turn).slice(0, 8_000);
    const preview = await person.command('/readme import', {}, { file: { name: 'README.md', content } });
    return preview.outcome === 'message' ? person.click(preview, 'Cancel') : preview;
  }

  private asOwner(guild: string): Person {
    return this.sandbox.client.as('owner', { guild, channel: 'moderators' });
  }

  private personOf(guild: string, name: string): Person {
    return this.sandbox.client.as(name, { guild, channel: 'prodevprojectnexus' });
  }

  /** One of the newest fifty: nobody scrolls further. */
  private aCard() {
    const newest = this.cards.slice(-50);
    return newest.length > 0 ? oneOf(this.chance, newest) : undefined;
  }
}

function drawn(chance: Chance): Activity {
  let left = chance() * Object.values(mixture).reduce((sum, share) => sum + share, 0);
  for (const [activity, share] of Object.entries(mixture)) {
    left -= share;
    if (left < 0) return activity as Activity;
  }
  return 'search';
}
