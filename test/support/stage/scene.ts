/** A guild with one of everything: entries in every state, drafts, a list, a preview, digests. */
import { randomUUID } from 'node:crypto';
import { Client } from 'pg';
import type { Stage, StageGuild } from './stage.js';

/** Who wrote, asked and answered. */
export const authorId = '800000000000000001';
export const solverId = '800000000000000002';

export interface Scene extends StageGuild {
  /** The author's, unless stated otherwise. */
  numbers: {
    learning: number;
    challenge: number;
    /** The solver's, to `challenge`. */
    solution: number;
    solved: number;
    /** The solver's, to `solved`. */
    accepted: number;
    goal: number;
    deleted: number;
    hidden: number;
    held: number;
  };
  drafts: { share: string; challenge: string; capture: string; session: string; code: string };
  listing: string;
  import: string;
  /** The author's: a session that is coming, and one that is over. */
  sessions: { coming: string; over: string };
  /** The author's, on the board. */
  project: string;
  /** What is waiting for a moderator: the reported `solved`, and `held`. */
  queue: { reported: string; held: string };
  /** The end of a period whose digest was posted. */
  periodEnd: Date;
}

const numbers = {
  learning: 1,
  challenge: 2,
  solution: 3,
  solved: 4,
  accepted: 5,
  goal: 6,
  deleted: 7,
  hidden: 8,
  held: 9,
};

/** Creates the guild, set up, with its moderator role. One message to the database, because there are many guilds. */
export async function makeScene(
  stage: Stage,
  changes: { mutedIds?: readonly string[]; isCached?: boolean } = {},
): Promise<Scene> {
  const guild = stage.addGuild('800000000000000090', changes.isCached);
  for (const member of [authorId, solverId]) stage.rest.members.add(`${guild.id}:${member}`);
  const [share, challenge, listing, imported, reported, held, project, capture, ...rest] = Array.from(
    { length: 11 },
    () => randomUUID(),
  );
  const scene: Scene = {
    ...guild,
    numbers,
    drafts: {
      share: share as string,
      challenge: challenge as string,
      capture: capture as string,
      session: rest[0] as string,
      code: randomUUID(),
    },
    sessions: { coming: rest[1] as string, over: rest[2] as string },
    listing: listing as string,
    import: imported as string,
    project: project as string,
    queue: { reported: reported as string, held: held as string },
    periodEnd: new Date('2026-03-01T06:00:00Z'),
  };
  await runScript(stage, scriptOf(scene, stage.now, changes.mutedIds ?? []));
  return scene;
}

const connections = new WeakMap<Stage, Promise<Client>>();

/** Several statements in one message, which the extended protocol doesn't allow. */
async function runScript(stage: Stage, script: string): Promise<void> {
  const known = connections.get(stage);
  const connecting =
    known ??
    (async () => {
      const client = new Client(stage.database.url);
      await client.connect();
      stage.closing.push(() => client.end());
      return client;
    })();
  connections.set(stage, connecting);
  await (await connecting).query(script);
}

function scriptOf(scene: Scene, now: Date, mutedIds: readonly string[]): string {
  const { id, channels, roles, drafts, listing } = scene;
  const at = `'${now.toISOString()}'`;
  const later = `'${new Date(now.getTime() + 86_000_000).toISOString()}'`;
  const entry = (number: number, type: string, authorId: string, more: Record<string, string> = {}) => {
    const columns: Record<string, string> = {
      guild_id: id,
      number: String(number),
      type: `'${type}'`,
      kind: type === 'learning' ? `'concept'` : 'NULL',
      title: type === 'solution' ? 'NULL' : `'Number ${number} about indexes'`,
      body: `'An index turned a scan into a look-up.'`,
      tags: type === 'solution' ? `'{}'` : `'{postgresql}'`,
      author_id: authorId,
      created_at: `'2026-03-01T10:00:00Z'`,
      ...more,
    };
    return `INSERT INTO entries (${Object.keys(columns).join(', ')}) VALUES (${Object.values(columns).join(', ')});`;
  };
  const n = scene.numbers;
  const draft = (key: string, form: string) =>
    `INSERT INTO drafts (id, guild_id, member_id, form, fields, kept_until) VALUES ('${key}', ${id}, ${authorId}, '${form}',
       '{"kind":"concept","title":"A draft","body":"Its body","tags":"","link":""}', ${later});`;
  const item = {
    type: 'learning',
    kind: 'concept',
    title: 'From a README',
    body: 'B',
    solution: null,
    link: null,
  };
  const more = {
    section: null,
    source: 'Concepts',
    tags: [],
    isDone: false,
    mark: 'new',
    alike: null,
    isKept: true,
  };
  const profile = {
    track: 'backend',
    projectName: 'Nexus',
    summary: null,
    objective: null,
    repository: null,
  };
  const preview = {
    items: [{ ...item, ...more, fingerprint: 'a'.repeat(64) }],
    skipped: [],
    profile,
    isRepaired: false,
    withOpenChallenges: true,
    fillsProfile: false,
  };
  return `
    INSERT INTO guilds (id, created_at, set_up_at, moderator_role_id, last_number, digest_period_start, digest_due_at)
      VALUES (${id}, ${at}, ${at}, ${roles.moderator}, 9, '${scene.periodEnd.toISOString()}', '2026-03-09T06:00:00Z');
    INSERT INTO members (guild_id, user_id, display_name, first_seen_at, seen_at)
      SELECT ${id}, unnest('{${[authorId, solverId, ...mutedIds].join(',')}}'::bigint[]), 'Member', ${at}, ${at}
      ON CONFLICT DO NOTHING;
    ${entry(n.learning, 'learning', authorId)}
    ${entry(n.challenge, 'challenge', authorId)}
    ${entry(n.solution, 'solution', solverId, { challenge_number: String(n.challenge) })}
    ${entry(n.solved, 'challenge', authorId)}
    ${entry(n.accepted, 'solution', solverId, { challenge_number: String(n.solved), accepted_at: at, accepted_by: authorId })}
    ${entry(n.goal, 'learning', authorId, { kind: `'goal'` })}
    ${entry(n.deleted, 'learning', authorId, { deleted_at: at, deleted_by: authorId })}
    ${entry(n.hidden, 'learning', authorId, { hidden_at: at })}
    ${entry(n.held, 'learning', authorId, { hidden_at: at, held: 'true' })}
    INSERT INTO cards (message_id, channel_id, guild_id, entry_number, posted_at)
      SELECT ${id}::bigint + number * 1000000, ${channels.prodevprojectnexus}, ${id}, number, ${at} FROM entries WHERE guild_id = ${id};
    INSERT INTO projects (id, guild_id, owner_id, name, stack, looking_for, created_at, active_at)
      VALUES ('${scene.project}', ${id}, ${authorId}, 'Job board', '{postgresql}', '{frontend}', ${at}, ${at});
    INSERT INTO sessions (id, guild_id, host_id, topic, starts_at, ends_at, created_at) VALUES
      ('${scene.sessions.coming}', ${id}, ${authorId}, 'Indexes', ${later}, ${later}::timestamptz + interval '1 hour', ${at}),
      ('${scene.sessions.over}', ${id}, ${authorId}, 'Joins', ${at}::timestamptz - interval '2 hours', ${at}::timestamptz - interval '1 hour', ${at});
    INSERT INTO drafts (id, guild_id, member_id, form, fields, kept_until) VALUES ('${drafts.session}', ${id}, ${authorId}, 'session',
      jsonb_build_object('topic', 'Views', 'place', '', 'startsAt', ${later}, 'endsAt', '${new Date(now.getTime() + 90_000_000).toISOString()}'), ${later});
    ${draft(drafts.share, 'share')}
    ${draft(drafts.challenge, 'challenge')}
    INSERT INTO drafts (id, guild_id, member_id, form, fields, kept_until) VALUES ('${drafts.capture}', ${id}, ${authorId}, 'capture-source',
      '${JSON.stringify({ source: { channelId: channels.prodevprojectnexus, messageIds: ['820000000000000001'], authorId: solverId, authorName: 'Kofi', text: 'T B' }, challenges: [] })}', ${later});
    INSERT INTO drafts (id, guild_id, member_id, form, fields, kept_until) VALUES ('${drafts.code}', ${id}, ${authorId}, 'formatted-code',
      '${JSON.stringify({ code: { blocks: [{ language: 'py', code: 'a = 1' }], channelId: channels.prodevprojectnexus, messageId: '820000000000000002', authorId } })}', ${later});
    INSERT INTO listings (id, guild_id, member_id, criteria, kept_until) VALUES ('${listing}', ${id}, ${authorId}, '{"criteria":{},"settled":{}}', ${later});
    INSERT INTO imports (guild_id, id, member_id, file_name, file_hash, preview, kept_until, created_at)
      VALUES (${id}, '${scene.import}', ${authorId}, 'README.md', '${'b'.repeat(64)}', '${JSON.stringify(preview)}', ${later}, ${at});
    INSERT INTO queue_items (guild_id, id, entry_number, is_review, opened_at) VALUES
      (${id}, '${scene.queue.reported}', ${n.solved}, false, ${at}), (${id}, '${scene.queue.held}', ${n.held}, true, ${at});
    INSERT INTO reports (guild_id, item_id, reporter_id, reason, reported_at)
      VALUES (${id}, '${scene.queue.reported}', ${solverId}, 'spam', ${at});
    INSERT INTO digests (guild_id, period_start, period_end, state, channel_id, message_id, settled_at)
      VALUES (${id}, '2026-02-23T06:00:00Z', '${scene.periodEnd.toISOString()}', 'sent', ${channels.prodevprojectnexus}, ${id}::bigint + 77, ${at});
    ${mutedIds.map((muted) => `INSERT INTO mutes (guild_id, member_id, muted_at) VALUES (${id}, ${muted}, ${at});`).join('\n')}
  `;
}
