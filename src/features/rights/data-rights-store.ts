/** Reads everything that is stored about a member, in one snapshot. */
import type { DataSource } from 'typeorm';
import { type DataSectionName, dataSections } from './member-data.js';
import { namingRows, namingTables, patternOf } from './member-mentions.js';

/** Tables whose rows may only be counted for somebody else: they hold what another member keeps to themselves. */
const countedOnly = new Set([
  'drafts',
  'listings',
  'imports',
  'audit_notes',
  'outbox_messages',
  'reports',
  'project_reports',
]);

/** Where somebody else has named the member. */
export interface NamedBy {
  table: string;
  /** What tells the entries and versions from others; how many there are where that is nobody else's to know. */
  rows: Record<string, unknown>[] | number;
}

export interface KeptData {
  sections: Record<DataSectionName, { tables: readonly string[]; rows: Record<string, unknown>[] }>;
  /** A mute that outlived what was erased before. */
  muteAfterErasure: { mutedUntil: Date | null } | null;
  namedBy: NamedBy[];
}

export class DataRightsStore {
  constructor(private readonly dataSource: DataSource) {}

  /** `hash` is by which a mute is known that outlived an erasure. */
  async read(guildId: string, memberId: string, hash: Buffer): Promise<KeptData> {
    return this.dataSource.transaction('REPEATABLE READ', async (manager) => {
      const sections: Partial<KeptData['sections']> = {};
      for (const [name, { tables, query }] of Object.entries(dataSections)) {
        sections[name as DataSectionName] = { tables, rows: await manager.query(query, [guildId, memberId]) };
      }
      const [mute]: { mutedUntil: Date | null }[] = await manager.query(
        'SELECT muted_until AS "mutedUntil" FROM muted_hashes WHERE guild_id = $1 AND hash = $2',
        [guildId, hash],
      );
      const namedBy: NamedBy[] = [];
      for (const [table, naming] of Object.entries(namingTables)) {
        const found: Record<string, unknown>[] = await manager.query(namingRows(table, naming), [
          guildId,
          patternOf(memberId),
        ]);
        if (found.length === 0) continue;
        const keys = found.map((row) => Object.fromEntries(naming.key.map((name) => [name, row[name]])));
        namedBy.push({ table, rows: countedOnly.has(table) ? keys.length : keys });
      }
      return { sections: sections as KeptData['sections'], muteAfterErasure: mute ?? null, namedBy };
    });
  }
}
