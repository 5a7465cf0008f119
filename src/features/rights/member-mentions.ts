/** Where others may have named a member in what they wrote, and how that is taken out without breaking what it stands in. */
import type { EntityManager } from 'typeorm';

/** How a column holds text: as it is, as one address or several, as tags, or within JSON. */
type Form = 'text' | 'address' | 'addresses' | 'tags' | 'json';

interface NamingTable {
  /** The columns that, with the guild, tell a row from every other. */
  key: readonly string[];
  /** Its columns that hold text of members, and how long those may be (characters). */
  columns: Readonly<Record<string, { form: Form; limit?: number }>>;
}

/** Every column in which one member can have written of another. */
export const namingTables: Readonly<Record<string, NamingTable>> = {
  entries: {
    key: ['number'],
    columns: {
      title: { form: 'text', limit: 120 },
      body: { form: 'text', limit: 4000 },
      link: { form: 'address', limit: 1000 },
      tags: { form: 'tags' },
      section: { form: 'text', limit: 120 },
    },
  },
  revisions: {
    key: ['entry_number', 'revision'],
    columns: {
      title: { form: 'text', limit: 120 },
      body: { form: 'text', limit: 4000 },
      link: { form: 'address', limit: 1000 },
      tags: { form: 'tags' },
    },
  },
  pictures: { key: ['entry_number', 'place'], columns: { alt: { form: 'text', limit: 500 } } },
  members: { key: ['user_id'], columns: { display_name: { form: 'text', limit: 100 } } },
  profiles: {
    key: ['user_id'],
    columns: {
      project_name: { form: 'text', limit: 120 },
      summary: { form: 'text', limit: 4000 },
      objective: { form: 'text', limit: 1000 },
      repository: { form: 'address', limit: 1000 },
      links: { form: 'addresses', limit: 1000 },
    },
  },
  projects: {
    key: ['id'],
    columns: {
      name: { form: 'text', limit: 120 },
      summary: { form: 'text', limit: 1000 },
      stack: { form: 'tags' },
      repository: { form: 'address', limit: 1000 },
      live: { form: 'address', limit: 1000 },
      api_base: { form: 'address', limit: 1000 },
      api_docs: { form: 'address', limit: 1000 },
    },
  },
  sessions: {
    key: ['id'],
    columns: { topic: { form: 'text', limit: 100 }, place: { form: 'text', limit: 100 } },
  },
  project_reports: { key: ['project_id', 'reporter_id'], columns: { note: { form: 'text', limit: 500 } } },
  imports: {
    key: ['id'],
    columns: {
      file_name: { form: 'text', limit: 100 },
      title: { form: 'text', limit: 120 },
      preview: { form: 'json' },
    },
  },
  drafts: { key: ['id'], columns: { fields: { form: 'json' } } },
  listings: { key: ['id'], columns: { criteria: { form: 'json' } } },
  reports: { key: ['item_id', 'reporter_id'], columns: { note: { form: 'text', limit: 500 } } },
  audit_notes: { key: ['key'], columns: { text: { form: 'text', limit: 500 } } },
  outbox_messages: { key: ['id'], columns: { payload: { form: 'json' } } },
};

const former = 'a former member';
const formerAsOneWord = 'a-former-member';

/** Rows that name the member, by their keys; parameters: guild, pattern. */
export function namingRows(table: string, { key, columns }: NamingTable): string {
  const names = Object.keys(columns);
  return `SELECT ${[...key, ...names].join(', ')} FROM ${table}
    WHERE guild_id = $1 AND (${names.map((name) => `${name}::text LIKE $2`).join(' OR ')})
    ORDER BY ${key.join(', ')}`;
}

/** What `LIKE` finds a member's id by; an id holds no wildcard. */
export const patternOf = (memberId: string) => `%${memberId}%`;

/** Takes the member's id out of everything others wrote in the guild; gives the numbers of the entries that changed. */
export async function eraseMentions(
  manager: EntityManager,
  guildId: string,
  memberId: string,
  at: Date,
): Promise<number[]> {
  const changed: number[] = [];
  for (const [table, naming] of Object.entries(namingTables)) {
    const rows: Record<string, unknown>[] = await manager.query(
      `${namingRows(table, naming)} FOR NO KEY UPDATE`,
      [guildId, patternOf(memberId)],
    );
    const names = Object.keys(naming.columns);
    for (const row of rows) {
      const values = names.map((name) => withoutMember(row[name], memberId, naming.columns[name]));
      const set = names.map((name, place) => `${name} = $${place + 2}`);
      const where = naming.key.map((name, place) => `${name} = $${names.length + place + 2}`);
      await manager.query(
        `UPDATE ${table} SET ${set.join(', ')} WHERE guild_id = $1 AND ${where.join(' AND ')}`,
        [guildId, ...values, ...naming.key.map((name) => row[name])],
      );
      if (table === 'projects' || table === 'sessions')
        await manager.query(`UPDATE ${table} SET card_stale_since = $2 WHERE id = $1`, [row['id'], at]);
      if (table === 'entries') changed.push(row['number'] as number);
      if (table === 'pictures') changed.push(row['entry_number'] as number);
    }
  }
  return changed;
}

/** The value of a column with `a former member` wherever it named the member, as the column's form and length allow. */
export function withoutMember(
  value: unknown,
  memberId: string,
  { form, limit = Number.POSITIVE_INFINITY }: { form: Form; limit?: number } = { form: 'text' },
): unknown {
  if (value === null || value === undefined) return value;
  const take = naming(memberId);
  const cut = (text: string) => (text.length <= limit ? text : [...text].slice(0, limit).join(''));
  switch (form) {
    case 'text':
      return cut(take(value as string));
    case 'address':
      return cut((value as string).replace(patternFor(memberId), formerAsOneWord));
    case 'addresses':
      return (value as string[]).map((link) => withoutMember(link, memberId, { form: 'address', limit }));
    case 'tags': {
      const tags = (value as string[]).map((tag) =>
        tag.replace(patternFor(memberId), formerAsOneWord).slice(0, 32),
      );
      return [...new Set(tags)];
    }
    case 'json':
      return JSON.stringify(withinJson(value, take));
  }
}

/** Takes a member out of running text. An address stays one: a space would end it. */
function naming(memberId: string): (text: string) => string {
  const pattern = patternFor(memberId);
  return (text) => {
    if (!text.includes(memberId)) return text;
    return text
      .split(/(https?:\/\/\S+)/i)
      .map((part, place) => part.replace(pattern, place % 2 === 1 ? formerAsOneWord : former))
      .join('')
      .normalize('NFC');
  };
}

/** A mention, or the bare id; a longer number is somebody or something else, but for digits that stand for a character in an address. */
function patternFor(memberId: string): RegExp {
  return new RegExp(`<@!?${memberId}>|(?:(?<!\\d)|(?<=%[\\da-f]{2}))${memberId}(?!\\d)`, 'gi');
}

function withinJson(value: unknown, take: (text: string) => string): unknown {
  if (typeof value === 'string') return take(value);
  if (Array.isArray(value)) return value.map((each) => withinJson(each, take));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([name, each]) => [take(name), withinJson(each, take)]),
  );
}
