/**
 * After a restore the database does not know what was written since the backup, but its cards are still in the channels:
 * numbering goes on after the highest of them, so that no button of an old card acts on another entry, and moderators
 * get the list of cards whose entries are no more.
 */
import { type APIMessage, type REST, Routes } from 'discord.js';
import { routes } from '../../components/routes.js';
import { isKind } from '../../discord/errors.js';
import type { Logger } from '../../platform/logging.js';
import type { FoundCard, NumberStore } from './number-store.js';

/** Messages read at once, the most that Discord gives, and how many times in one channel. */
const page = 100;
const pages = 50;
/** Discord's clock, and the one of the database, need not agree. */
const toleranceMs = 10 * 60_000;
/** The first moment of Discord's ids. */
const epochMs = 1_420_070_400_000n;

export interface RaisedNumbers {
  guildId: string;
  from: number;
  to: number;
  /** Cards in its channels whose entries are no more. */
  lostCards: number;
}

interface RestoreCheck {
  store: NumberStore;
  rest: Pick<REST, 'get'>;
  now: Date;
  signal: AbortSignal;
  log?: Pick<Logger, 'warn'>;
}

/**
 * Looks at what the bot posted since each restored backup was taken. Gives the guilds that have more than the backup.
 * @throws what Discord or the database answers when one of them is away: then nothing is taken as checked
 */
export async function raiseNumbersAfterRestore({
  store,
  rest,
  now,
  signal,
  log,
}: RestoreCheck): Promise<RaisedNumbers[]> {
  const since = await store.uncheckedSince();
  if (!since) return [];
  const ownId = ((await rest.get(Routes.user(), { signal: AbortSignal.any([signal]) })) as { id: string }).id;
  const raised: RaisedNumbers[] = [];
  for (const { guildId, lastNumber, channelIds } of await store.places()) {
    const found: Found = { highest: 0, cards: [] };
    for (const channelId of channelIds) await look(found, { rest, channelId, ownId, since, signal });
    const to = Math.max(lastNumber, found.highest);
    const lostCards = await store.goOnAfter({ guildId, number: to, cards: found.cards, takenAt: since, now });
    if (to === lastNumber && lostCards === 0) continue;
    raised.push({ guildId, from: lastNumber, to, lostCards });
    log?.warn(raised.at(-1), 'a restored backup lacks entries: numbering goes on after their cards');
  }
  await store.setChecked();
  return raised;
}

/** What is in a guild's channels. */
interface Found {
  highest: number;
  cards: FoundCard[];
}

async function look(
  found: Found,
  {
    rest,
    channelId,
    ownId,
    since,
    signal,
  }: { rest: Pick<REST, 'get'>; channelId: string; ownId: string; since: Date; signal: AbortSignal },
): Promise<void> {
  let after = String((BigInt(since.getTime() - toleranceMs) - epochMs) << 22n);
  for (let count = 0; count < pages; count += 1) {
    const query = new URLSearchParams({ limit: String(page), after });
    // Each request adds a listener to its signal: one signal for all would collect them.
    const options = { query, signal: AbortSignal.any([signal]) };
    const messages = await (
      rest.get(Routes.channelMessages(channelId), options) as Promise<APIMessage[]>
    ).catch((error: unknown) => {
      // What nobody can read any more, nobody can press a button in.
      if (isKind(error, 'channel-gone', 'no-access', 'no-permission')) return [];
      throw error;
    });
    for (const { id: messageId, author, components } of messages) {
      if (author.id !== ownId) continue;
      const customIds = customIdsIn(components);
      found.highest = Math.max(found.highest, ...customIds.map(numberIn));
      for (const customId of customIds) {
        const card = routes.helpful.parse(customId);
        if (card) found.cards.push({ ...card, channelId, messageId });
      }
    }
    const newest = messages
      .map(({ id }) => BigInt(id))
      .reduce((one, other) => (one > other ? one : other), 0n);
    if (messages.length < page) break;
    after = String(newest);
  }
}

/** Controls of cards, and those of other messages of the channel that lead to an entry. */
const numbered = [
  routes.helpful,
  routes.save,
  routes.solve,
  routes.accept,
  routes.edit,
  routes.discuss,
  routes.digestSolve,
  routes.reminderSolve,
];

/** 0 for a control that leads to no entry. */
function numberIn(customId: string): number {
  const highest = 999_999_999;
  for (const route of numbered) {
    const number = route.parse(customId)?.number;
    if (number !== undefined && number <= highest) return number;
  }
  return 0;
}

function customIdsIn(components: unknown): string[] {
  if (Array.isArray(components)) return components.flatMap(customIdsIn);
  if (typeof components !== 'object' || components === null) return [];
  const {
    custom_id: customId,
    components: inner,
    accessory,
  } = components as {
    custom_id?: unknown;
    components?: unknown;
    accessory?: unknown;
  };
  return [
    ...(typeof customId === 'string' ? [customId] : []),
    ...customIdsIn(inner),
    ...customIdsIn(accessory),
  ];
}
