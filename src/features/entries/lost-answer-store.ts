/** Whether an entry was kept although the answer to its statement was lost. */
import { setTimeout as sleep } from 'node:timers/promises';
import type { DataSource } from 'typeorm';
import { isDatabaseAway } from '../../platform/database.js';
import type { NewEntry } from './entry-model.js';

/** Pauses (ms) before looking: a server that was restarted needs some seconds. */
const pausesMs = [0, 300, 1_000, 3_000];

/**
 * Looks for what only this attempt can have written: its author, its moment and its words. Waits for the lost statement
 * if the server still works on it. Undefined: it is known that nothing was kept.
 * @throws what the database answers when it stays away
 */
export async function keptAfterAll(
  dataSource: Pick<DataSource, 'transaction'>,
  entry: NewEntry,
): Promise<{ number: number; held: boolean } | undefined> {
  for (const [turn, pauseMs] of pausesMs.entries()) {
    await sleep(pauseMs);
    try {
      return await look(dataSource, entry);
    } catch (error) {
      if (turn === pausesMs.length - 1 || !isDatabaseAway(error)) throw error;
    }
  }
  return undefined;
}

function look(dataSource: Pick<DataSource, 'transaction'>, entry: NewEntry) {
  const { guildId, author, createdAt, type, title, body } = entry;
  return dataSource.transaction(async (manager) => {
    // The lost statement holds its guild's row until it is over, or is about to insert it.
    await manager.query('INSERT INTO guilds (id, created_at) VALUES ($1, $2) ON CONFLICT (id) DO NOTHING', [
      guildId,
      createdAt,
    ]);
    await manager.query('SELECT FROM guilds WHERE id = $1 FOR NO KEY UPDATE', [guildId]);
    const rows: { number: number; held: boolean }[] = await manager.query(
      `SELECT number, held FROM entries
        WHERE guild_id = $1 AND author_id = $2 AND created_at = $3 AND type = $4
          AND title IS NOT DISTINCT FROM $5 AND body = $6
        ORDER BY number DESC LIMIT 1`,
      [guildId, author.id, createdAt, type, title, body],
    );
    return rows[0];
  });
}
