/** What a digest shows, read from the database: a handful of statements whatever the number of entries. */
import type { DataSource } from 'typeorm';
import type {
  DigestChallenge,
  DigestContent,
  DigestLearning,
  DigestPair,
  DigestThanks,
  Figure,
  Person,
  WeekEntry,
} from './digest-content-model.js';
import {
  anythingQuery,
  buddiesQuery,
  figuresQuery,
  learningsQuery,
  pairsQuery,
  thanksQuery,
  waitingQuery,
  weekQuery,
} from './digest-content-queries.js';
import { readHistory } from './digest-history-query.js';
import { readTogether } from './digest-together-query.js';

/** How many of each a digest names at most; the whole week is a button away. */
export const digestLimits = {
  learnings: 5,
  pairs: 3,
  waiting: 3,
  helpers: 3,
  newcomers: 5,
  buddies: 10,
} as const;

interface Span {
  start: Date;
  end: Date;
}

type FigureRow = Record<`${keyof DigestContent['figures']}${'' | '_before'}`, number> & {
  contributions: number;
  imported: number;
  imports: number;
  timezone: string | null;
  first_at: Date | null;
};

interface PersonColumns {
  person_id: string;
  person_name: string;
  person_left: boolean;
}

interface CardColumns {
  card_channel_id: string | null;
  card_message_id: string | null;
}

interface EntryRow extends PersonColumns, CardColumns {
  number: number;
  title: string;
  /** Where a digest says so. */
  has_picture?: boolean;
}

interface PairRow extends EntryRow {
  solution_number: number;
  solution_body: string;
  helper_id: string;
  helper_name: string;
  helper_left: boolean;
}

interface ThanksRow extends PersonColumns {
  helpful: number;
  accepted: number;
  newcomer_rank: number | null;
  newcomers: number;
  helper_rank: number | null;
}

export class DigestContentStore {
  constructor(private readonly dataSource: DataSource) {}

  /**
   * The digest of the period [start, end) as the database tells it now: only visible entries, and challenges that are
   * still open. `periodEnd` is what the period is known by, its end unless given.
   */
  async read(guildId: string, { start, end }: Span, periodEnd = end): Promise<DigestContent> {
    const before = new Date(2 * start.getTime() - end.getTime());
    const query = <Row>(sql: string, ...rest: unknown[]): Promise<Row[]> =>
      this.dataSource.query(sql, [guildId, ...rest]);
    const [figures] = await query<FigureRow>(figuresQuery, before, start, end);
    const learnings = await query<EntryRow & { helpful: number }>(
      learningsQuery,
      start,
      end,
      digestLimits.learnings,
    );
    const pairs = await query<PairRow>(pairsQuery, start, end, digestLimits.pairs);
    const waiting = await query<EntryRow & { created_at: Date; solutions: number; in_all: number }>(
      waitingQuery,
      end,
      digestLimits.waiting,
    );
    const thanks = await query<ThanksRow>(
      thanksQuery,
      start,
      end,
      digestLimits.helpers,
      digestLimits.newcomers,
    );
    const [buddies] = await query<DigestContent['buddies']>(buddiesQuery, start, end, digestLimits.buddies);
    const { chart, streaks, older, earned } = await readHistory(this.dataSource, guildId, {
      start,
      end,
      periodEnd,
      timezone: figures?.timezone ?? 'UTC',
      firstAt: figures?.first_at ?? start,
    });
    return {
      guildId,
      start,
      end,
      periodEnd,
      figures: {
        learnings: figureOf(figures, 'learnings'),
        challenges: figureOf(figures, 'challenges'),
        solved: figureOf(figures, 'solved'),
        members: figureOf(figures, 'members'),
      },
      imported: { entries: figures?.imported ?? 0, documents: figures?.imports ?? 0 },
      isEmpty: (figures?.contributions ?? 0) === 0,
      learnings: learnings.map(
        (row): DigestLearning => ({ ...entryOf(row), author: personOf(row), helpful: row.helpful }),
      ),
      pairs: pairs.map(pairOf),
      waiting: waiting.map(
        (row): DigestChallenge => ({
          ...entryOf(row),
          asker: personOf(row),
          askedAt: row.created_at,
          solutions: row.solutions,
        }),
      ),
      waitingInAll: waiting[0]?.in_all ?? 0,
      thanks: { ...thanksOf(thanks), streaks, ...earned },
      buddies: buddies ?? { groups: 0, members: 0, named: [] },
      chart,
      older,
      together: await readTogether(this.dataSource, guildId, end),
    };
  }

  /** Whether anything was contributed in [start, end) that can still be seen. */
  async hasAnything(guildId: string, { start, end }: Span): Promise<boolean> {
    const [row]: { found: boolean }[] = await this.dataSource.query(anythingQuery, [guildId, start, end]);
    return row?.found ?? false;
  }

  /** The visible entries of [start, end), oldest first, and how many there are in all. */
  async week(
    guildId: string,
    { start, end }: Span,
    { offset, limit }: { offset: number; limit: number },
  ): Promise<{ entries: WeekEntry[]; inAll: number }> {
    const rows: (EntryRow &
      Pick<WeekEntry, 'type'> & { helpful: number; is_solved: boolean; in_all: number })[] =
      await this.dataSource.query(weekQuery, [guildId, start, end, offset, limit]);
    return {
      inAll: rows[0]?.in_all ?? 0,
      entries: rows.flatMap((row) =>
        // A row without number only carries the count, of a page beyond the last one.
        row.number === null
          ? []
          : [
              {
                ...entryOf(row),
                type: row.type,
                author: personOf(row),
                helpful: row.helpful,
                isSolved: row.is_solved,
              },
            ],
      ),
    };
  }
}

function figureOf(row: FigureRow | undefined, name: keyof DigestContent['figures']): Figure {
  return { count: row?.[name] ?? 0, before: row?.[`${name}_before`] ?? 0 };
}

function entryOf(row: EntryRow) {
  const { number, title, card_channel_id: channelId, card_message_id: messageId } = row;
  const card = channelId && messageId ? { channelId, messageId } : null;
  return { number, title, card, ...(row.has_picture && { hasPicture: true }) };
}

function personOf(row: PersonColumns): Person {
  return { id: row.person_id, name: row.person_name, hasLeft: row.person_left };
}

function pairOf(row: PairRow): DigestPair {
  return {
    ...entryOf(row),
    asker: personOf(row),
    solution: {
      number: row.solution_number,
      body: row.solution_body,
      author: { id: row.helper_id, name: row.helper_name, hasLeft: row.helper_left },
    },
  };
}

function thanksOf(rows: ThanksRow[]): Pick<DigestThanks, 'helpers' | 'newcomers' | 'moreNewcomers'> {
  const helpers = rows.filter((row) => row.helper_rank !== null && row.helper_rank <= digestLimits.helpers);
  const newcomers = rows.filter(
    (row) => row.newcomer_rank !== null && row.newcomer_rank <= digestLimits.newcomers,
  );
  return {
    helpers: helpers
      .sort((one, other) => (one.helper_rank ?? 0) - (other.helper_rank ?? 0))
      .map((row) => ({ person: personOf(row), helpful: row.helpful, accepted: row.accepted })),
    newcomers: newcomers
      .sort((one, other) => (one.newcomer_rank ?? 0) - (other.newcomer_rank ?? 0))
      .map(personOf),
    moreNewcomers: (rows[0]?.newcomers ?? 0) - newcomers.length,
  };
}
