/** What READMEs are made of, in one query; and who shared anything at all. */
import type { DataSource } from 'typeorm';
import type { CardPlace } from '../../entities/card.js';
import type { LearningKind } from '../../entities/entry.js';
import { messageLink } from '../../platform/discord-links.js';
import type { ReadmeMaterial, SharedProject } from '../../readme/readme-material.js';

/** Without the profile, which has a store of its own. */
export type SharedMaterial = Omit<ReadmeMaterial, 'guildId' | 'profile'>;

interface Row {
  author_id: string;
  author_name: string;
  type: 'learning' | 'challenge' | 'solution';
  number: number;
  kind: LearningKind | null;
  title: string | null;
  body: string;
  link: string | null;
  tags: string[];
  section: string | null;
  done_at: Date | null;
  created_at: Date;
  imported: boolean;
  card: CardPlace | null;
  challenge_title: string | null;
  asker_name: string | null;
  accepted_number: number | null;
  accepted_body: string | null;
  accepted_link: string | null;
  accepted_author_id: string | null;
  accepted_author_name: string | null;
  accepted_card: CardPlace | null;
}

const cardOf = (entry: string) => `
  (SELECT jsonb_build_object('channelId', channel_id::text, 'messageId', message_id::text) FROM cards
    WHERE guild_id = $1 AND entry_number = ${entry}.number ORDER BY message_id LIMIT 1)`;

/**
 * Parameters: guild, authors, whether hidden ones count too. Solutions are those to others' challenges
 * that were accepted: what solved one's own challenge is a part of it.
 */
const materialQuery = `
  SELECT e.author_id, author.display_name AS author_name, e.type, e.number, e.kind, e.title, e.body, e.link, e.tags,
         e.section, e.done_at, e.created_at, e.import_id IS NOT NULL AS imported, ${cardOf('e')} AS card, c.title AS challenge_title, asker.display_name AS asker_name,
         a.number AS accepted_number, a.body AS accepted_body, a.link AS accepted_link,
         a.author_id AS accepted_author_id, helper.display_name AS accepted_author_name, ${cardOf('a')} AS accepted_card
    FROM entries e
    JOIN members author ON author.guild_id = e.guild_id AND author.user_id = e.author_id
    LEFT JOIN entries c ON c.guild_id = e.guild_id AND c.number = e.challenge_number AND c.visible
    LEFT JOIN members asker ON asker.guild_id = c.guild_id AND asker.user_id = c.author_id
    LEFT JOIN entries a ON a.guild_id = e.guild_id AND a.challenge_number = e.number AND a.accepted_at IS NOT NULL
    LEFT JOIN members helper ON helper.guild_id = a.guild_id AND helper.user_id = a.author_id
   WHERE e.guild_id = $1 AND e.author_id = ANY ($2::bigint[])
     AND (e.visible OR ($3 AND e.deleted_at IS NULL))
     AND (e.type <> 'solution' OR (e.accepted_at IS NOT NULL AND c.author_id <> e.author_id))
   ORDER BY e.author_id, e.number`;

/**
 * Parameters as above: of each author what the newest document they imported calls itself, if anything it brought is
 * there, or it brought nothing new; not when they named their project since.
 */
const titlesQuery = `
  SELECT DISTINCT ON (i.member_id) i.member_id, i.title
    FROM imports i LEFT JOIN profiles p ON p.guild_id = i.guild_id AND p.user_id = i.member_id
   WHERE i.guild_id = $1 AND i.member_id = ANY ($2::bigint[]) AND i.state = 'done' AND i.title IS NOT NULL
     AND (($3 AND i.entry_count = 0) OR EXISTS (
       SELECT FROM entries e WHERE e.guild_id = $1 AND e.import_id = i.id AND (e.visible OR ($3 AND e.deleted_at IS NULL))))
     AND (p.project_name IS NULL OR p.project_named_at IS NULL OR p.project_named_at <= i.decided_at)
   ORDER BY i.member_id, i.decided_at DESC, i.id DESC`;

/** The same entries as above, counted. */
const contributorsQuery = `
  SELECT e.author_id::text AS "userId", m.display_name AS name, count(*)::integer AS entries,
         min(e.created_at) AS "firstAt", max(e.created_at) AS "lastAt"
    FROM entries e
    JOIN members m ON m.guild_id = e.guild_id AND m.user_id = e.author_id
    LEFT JOIN entries c ON c.guild_id = e.guild_id AND c.number = e.challenge_number AND c.visible
   WHERE e.guild_id = $1 AND e.visible
     AND (e.type <> 'solution' OR (e.accepted_at IS NOT NULL AND c.author_id <> e.author_id))
   GROUP BY e.author_id, m.display_name ORDER BY e.author_id`;

export class ReadmeStore {
  constructor(private readonly dataSource: DataSource) {}

  /** What a member shared, and hidden ones too when they are meant; undefined when there is nothing. */
  async ofMember(
    guildId: string,
    userId: string,
    { withHidden }: { withHidden: boolean },
  ): Promise<SharedMaterial | undefined> {
    return (await this.materials(guildId, [userId], withHidden))[0];
  }

  /** What each of these members shared and can be seen, in the order of their ids. */
  async ofMembers(guildId: string, userIds: readonly string[]): Promise<SharedMaterial[]> {
    return this.materials(guildId, userIds, false);
  }

  private async materials(
    guildId: string,
    userIds: readonly string[],
    withHidden: boolean,
  ): Promise<SharedMaterial[]> {
    const parameters = [guildId, userIds, withHidden];
    const [rows, titled]: [Row[], { member_id: string; title: string }[]] = await Promise.all([
      this.dataSource.query(materialQuery, parameters),
      this.dataSource.query(titlesQuery, parameters),
    ]);
    const titles = new Map(titled.map(({ member_id: memberId, title }) => [memberId, title]));
    return materialOf(guildId, rows).map((one) => ({ ...one, title: titles.get(one.userId) ?? null }));
  }

  /** Members who shared something that can be seen, in the order of their ids, and how many entries it is. */
  async contributors(
    guildId: string,
  ): Promise<{ userId: string; name: string; entries: number; firstAt: Date; lastAt: Date }[]> {
    return this.dataSource.query(contributorsQuery, [guildId]);
  }

  /** Visible projects that the member builds together with others, the first one first. */
  async projectsOf(guildId: string, userId: string): Promise<SharedProject[]> {
    return this.dataSource.query(
      `SELECT name, coalesce(summary, '') AS summary, stack, repository, live,
              api_docs AS "apiDocs", others FROM (
         SELECT b.*, ARRAY(SELECT m.display_name FROM members m
                  WHERE m.guild_id = b.guild_id AND m.user_id <> $2 AND (m.user_id = b.owner_id OR EXISTS (
                    SELECT FROM project_members p WHERE p.project_id = b.id AND p.user_id = m.user_id AND p.joined_at IS NOT NULL))
                  ORDER BY m.user_id <> b.owner_id, m.display_name) AS others
           FROM projects b
          WHERE b.guild_id = $1 AND b.hidden_at IS NULL AND (b.owner_id = $2 OR EXISTS (
            SELECT FROM project_members p WHERE p.project_id = b.id AND p.user_id = $2 AND p.joined_at IS NOT NULL))
       ) built WHERE others <> '{}' ORDER BY created_at, id`,
      [guildId, userId],
    );
  }

  /** A member's name as last seen; undefined when they were never met. */
  async nameOf(guildId: string, userId: string): Promise<string | undefined> {
    const rows: { display_name: string }[] = await this.dataSource.query(
      'SELECT display_name FROM members WHERE guild_id = $1 AND user_id = $2',
      [guildId, userId],
    );
    return rows[0]?.display_name;
  }
}

function materialOf(guildId: string, rows: readonly Row[]): SharedMaterial[] {
  const members = new Map<string, Row[]>();
  for (const row of rows) {
    const own = members.get(row.author_id);
    if (own) own.push(row);
    else members.set(row.author_id, [row]);
  }
  return [...members].map(([userId, own]) => {
    return {
      userId,
      name: own[0]?.author_name ?? '',
      learnings: own
        .filter(({ type }) => type === 'learning')
        .map((row) => ({
          ...commonOf(guildId, row),
          kind: row.kind ?? 'takeaway',
          title: row.title ?? '',
          isDone: row.done_at !== null,
        })),
      challenges: own
        .filter(({ type }) => type === 'challenge')
        .map((row) => ({
          ...commonOf(guildId, row),
          title: row.title ?? '',
          accepted: acceptedOf(guildId, row),
        })),
      given: own
        .filter(({ type }) => type === 'solution')
        .map((row) => ({
          ...commonOf(guildId, row),
          challengeTitle: row.challenge_title ?? '',
          askerName: row.asker_name ?? '',
        })),
    };
  });
}

function commonOf(guildId: string, row: Row) {
  const { number, body, link, tags, section, card, created_at: sharedAt, imported: isImported } = row;
  return { number, body, link, tags, section, card: linkTo(guildId, card), sharedAt, isImported };
}

function acceptedOf(guildId: string, row: Row) {
  if (row.accepted_number === null) return null;
  return {
    number: row.accepted_number,
    body: row.accepted_body ?? '',
    link: row.accepted_link,
    card: linkTo(guildId, row.accepted_card),
    authorId: row.accepted_author_id ?? '',
    authorName: row.accepted_author_name ?? '',
  };
}

function linkTo(guildId: string, card: CardPlace | null): string | null {
  return card && messageLink(guildId, card.channelId, card.messageId);
}
