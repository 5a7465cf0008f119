/** What must be true whatever was done: of the messages sent, and of the database. */
import type { Loose, Sent } from '../stage/rest.js';
import type { Stage } from '../stage/stage.js';

/** Messages that could ping more than the one member whom an action concerns, or a role that no digest may ping. */
export async function pings(stage: Stage, sent: readonly Sent[]): Promise<string[]> {
  const wrong: string[] = [];
  for (const { method, path, body } of sent) {
    const message = messageIn(method, path, body);
    if (!message) continue;
    const {
      parse,
      users = [],
      roles = [],
      replied_user: replied,
    } = message.allowed_mentions ?? { parse: ['everyone'] };
    const isLet =
      parse?.length === 0 &&
      (users.length <= 1 ||
        users.every((id: string) => stage.rest.isInThread(path.split('/')[2] ?? '', id))) &&
      !replied &&
      (roles.length === 0 || (await isDigestRole(stage, roles)));
    if (!isLet) wrong.push(`${method} ${path} pings: ${JSON.stringify(message.allowed_mentions)}`);
  }
  return wrong;
}

function messageIn(method: string, path: string, body: Loose): Loose {
  if (path.endsWith('/callback')) return body.type === 4 || body.type === 7 ? body.data : undefined;
  return (method === 'POST' || method === 'PATCH') && body?.components ? body : undefined;
}

async function isDigestRole(stage: Stage, roles: readonly string[]): Promise<boolean> {
  const found = await stage.database.query('SELECT FROM guilds WHERE digest_role_id = ANY($1::bigint[])', [
    roles,
  ]);
  return roles.length === 1 && found.length > 0;
}

/** Each returns the rows that violate it. */
const invariants: Record<string, string> = {
  'one accepted solution a challenge': `SELECT guild_id, challenge_number FROM entries WHERE accepted_at IS NOT NULL
     GROUP BY guild_id, challenge_number HAVING count(*) > 1`,
  'no solution that nobody sees is accepted':
    'SELECT number FROM entries WHERE accepted_at IS NOT NULL AND NOT visible',
  'no held entry is seen': 'SELECT number FROM entries WHERE held AND visible',
  'a number is given once':
    'SELECT guild_id, number FROM entries GROUP BY guild_id, number HAVING count(*) > 1',
  'no number is beyond the last one given':
    'SELECT guild_id, number FROM entries e WHERE number > (SELECT last_number FROM guilds g WHERE g.id = e.guild_id)',
  'a member votes once': `SELECT guild_id, entry_number, member_id FROM helpful_votes
     GROUP BY guild_id, entry_number, member_id HAVING count(*) > 1`,
  'nobody votes for what they wrote': `SELECT v.entry_number FROM helpful_votes v
     JOIN entries e ON e.guild_id = v.guild_id AND e.number = v.entry_number WHERE e.author_id = v.member_id`,
  'what a card shows is there': `SELECT c.message_id FROM cards c
     LEFT JOIN entries e ON e.guild_id = c.guild_id AND e.number = c.entry_number WHERE e.number IS NULL`,
  'a solution is of a challenge of its guild': `SELECT s.number FROM entries s LEFT JOIN entries c
     ON c.guild_id = s.guild_id AND c.number = s.challenge_number AND c.type = 'challenge'
     WHERE s.type = 'solution' AND c.number IS NULL`,
  'revisions are of entries, and older than what is shown': `SELECT r.entry_number FROM revisions r
     JOIN entries e ON e.guild_id = r.guild_id AND e.number = r.entry_number WHERE r.revision >= e.revision`,
  'no log is of a guild that is gone': `SELECT a.id FROM audit_log a LEFT JOIN guilds g ON g.id = a.guild_id WHERE g.id IS NULL`,
};

export async function brokenInvariants(stage: Stage): Promise<string[]> {
  const broken: string[] = [];
  for (const [what, sql] of Object.entries(invariants)) {
    const rows = await stage.database.query(sql);
    if (rows.length > 0) broken.push(`${what}: ${JSON.stringify(rows.slice(0, 5))}`);
  }
  return broken;
}

/** The audit log only grows, and its lines never change. */
export function watchAuditLog(stage: Stage): { check(): Promise<void> } {
  let before: readonly string[] = [];
  return {
    async check() {
      const rows = await stage.database.query('SELECT to_jsonb(a)::text AS row FROM audit_log a ORDER BY id');
      const now = rows.map(({ row }) => String(row));
      const changed = before.findIndex((row, index) => now[index] !== row);
      if (changed >= 0)
        throw new Error(`a line of the audit log changed: ${before[changed]} is ${now[changed]}`);
      before = now;
    },
  };
}
