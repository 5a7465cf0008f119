/** `npm run bench -- retrieval`: how well the built bot finds what the labelled set asks for. */
import { setTimeout as sleep } from 'node:timers/promises';
import { Client } from 'pg';
import type { Exchange, Message } from '../../sandbox/client.js';
import { buttonsOf, textOf } from '../../sandbox/client.js';
import { startSandbox } from '../../sandbox/server/index.js';
import { tokenOf } from '../messages.js';
import { Bot } from '../processes.js';
import { measureRetrieval, type RetrievalFigures, type RetrievalSet, readRetrievalSet } from './set.js';

const guildId = '1200000000000000001';
const channelId = '1200000000000000002';
const memberId = (index: number) => String(1_200_000_000_000_100_000n + BigInt(index));

/** More members than drafts: each of them asks once, as no limit minds. */
const memberCount = 120;

/** What is said after an answer comes a moment later (ms). */
const followUpAfter = 250;

/** What is to be reached on any set of this kind. */
const targets: readonly [keyof RetrievalFigures, string, 'at most' | 'at least', number][] = [
  ['falseAlarms', 'similar, false alarms when it interrupts', 'at most', 0.1],
  ['recallOfWords', 'similar, recall@3, shared words or an error', 'at least', 0.95],
  ['recallInterrupting', 'similar, recall@3, interrupting', 'at least', 0.65],
  ['recallWithNamed', 'similar, recall@3, interrupting or named after', 'at least', 0.82],
  ['search', '/search, success@5', 'at least', 0.95],
  ['autocomplete', 'autocomplete, success@5', 'at least', 0.9],
];

const say = (text: string) => process.stdout.write(`${text}\n`);

/** In a database that the bot has migrated already. */
export async function benchRetrieval(databaseUrl: string, closing: (() => Promise<void>)[]): Promise<void> {
  const set = readRetrievalSet();
  if (!set) {
    say('\nretrieval: ../shared/retrieval/set.json is missing, so nothing is measured');
    return;
  }
  const sandbox = await startSandbox({
    world: {
      guilds: [
        {
          id: guildId,
          name: 'Cohort',
          owner: 'learner0',
          channels: [{ id: channelId, name: 'prodevprojectnexus' }],
          members: Array.from({ length: memberCount }, (_, index) => ({
            id: memberId(index),
            name: `learner${index}`,
          })),
        },
      ],
    },
    rateLimits: false,
    bots: [{ token: tokenOf('nexus'), name: 'Nexus' }],
  });
  closing.push(() => sandbox.close());
  const idOf = await fillSet(databaseUrl, set);
  const bot = await Bot.start('nexus', { apiUrl: sandbox.apiUrl, databaseUrl });
  closing.push(() => bot.stop());

  let asker = 1;
  const as = (index: number) =>
    sandbox.client.as(`learner${index}`, { guild: 'Cohort', channel: 'prodevprojectnexus' });
  const found = (text: string) =>
    [...new Set([...text.matchAll(/#(\d+)/g)].map(([, number]) => idOf.get(Number(number)) ?? ''))].filter(
      Boolean,
    );
  const figures = await measureRetrieval(set, {
    async draft({ title, details, tags }) {
      const exchange = await as(asker++).command('/challenge post', {
        title,
        details: details || '-',
        ...(tags && { tags }),
      });
      if (isInterrupting(exchange)) {
        const posted = await as(asker - 1).click(exchange, 'Post anyway');
        return { shown: found(textOf(exchange.message)), named: await namedAfter(posted) };
      }
      return { shown: [], named: await namedAfter(exchange) };
    },
    query: async (query) => resultsOf((await as(0).command('/search', { query })).message, idOf),
    typed: async (command, typed) => {
      const option = command === '/challenge solve' ? 'challenge' : 'entry';
      const choices = await as(0).autocomplete(command, option, typed);
      return choices.map(({ value }) => idOf.get(Number(value)) ?? '');
    },
  });
  async function namedAfter({ id }: Exchange): Promise<string[]> {
    await sleep(followUpAfter);
    const exchange = await sandbox.client.exchange(id);
    return exchange.followUps.flatMap((message) => found(textOf(message)));
  }
  say(
    `\nretrieval: ${set.entries.length} entries, ${set.drafts.length} drafts, ${set.queries.length} searches, ${set.typed.length} autocompletes`,
  );
  for (const [name, label, bound, target] of targets) {
    const value = figures[name];
    const reached = bound === 'at most' ? value <= target : value >= target;
    say(`${reached ? 'reached' : 'MISSED '}  ${label.padEnd(48)} ${value.toFixed(2)}  (${bound} ${target})`);
  }
}

const isInterrupting = ({ message }: Exchange) =>
  message !== undefined && buttonsOf(message).includes('Post anyway');

/** The entries of a page in its order: each has a line of its own that begins with its number. */
function resultsOf(message: Message | undefined, idOf: ReadonlyMap<number, string>): string[] {
  return [...textOf(message).matchAll(/\*\*#(\d+)\*\*/g)].map(([, number]) => idOf.get(Number(number)) ?? '');
}

/** Puts the set's entries into the database; gives the id of the entry that each number is. */
async function fillSet(url: string, set: RetrievalSet): Promise<Map<number, string>> {
  const client = new Client(url);
  await client.connect();
  try {
    await client.query(
      'INSERT INTO guilds (id, channel_id, set_up_at, created_at) VALUES ($1, $2, now(), now())',
      [guildId, channelId],
    );
    await client.query(
      `INSERT INTO members (guild_id, user_id, display_name, first_seen_at, seen_at)
       SELECT $1, id, 'Learner', now(), now() FROM unnest($2::bigint[]) AS id`,
      [guildId, Array.from({ length: memberCount }, (_, index) => memberId(index))],
    );
    const ids = new Map<number, string>();
    let number = 0;
    const insert = async (id: string, values: Record<string, unknown>) => {
      number += 1;
      ids.set(number, id);
      const all: Record<string, unknown> = {
        guild_id: guildId,
        number,
        created_at: new Date(Date.now() - 86_400_000 + number * 1_000),
        ...values,
      };
      const names = Object.keys(all);
      await client.query(
        `INSERT INTO entries (${names.join(', ')}) VALUES (${names.map((_, index) => `$${index + 1}`).join(', ')})`,
        Object.values(all),
      );
      return number;
    };
    for (const { id, type, kind, title, details, tags = '', solution } of set.entries) {
      const author = { author_id: memberId(number % memberCount) };
      const challenge = await insert(id, {
        ...author,
        type,
        title,
        kind: type === 'learning' ? (kind ?? 'concept') : null,
        body: details,
        tags: tags.split(',').filter((tag) => tag !== ''),
      });
      if (solution)
        await insert(id, {
          ...author,
          type: 'solution',
          body: solution,
          challenge_number: challenge,
          accepted_at: new Date(),
          accepted_by: author.author_id,
        });
    }
    await client.query('UPDATE guilds SET last_number = $2 WHERE id = $1', [guildId, number]);
    return ids;
  } finally {
    await client.end();
  }
}
