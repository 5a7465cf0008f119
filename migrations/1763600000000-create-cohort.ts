/** Creates the tables of a cohort: guilds, members, entries with their search, votes, saves, cards, drafts, listings and the digest's ledger. */
import type { MigrationInterface, QueryRunner } from 'typeorm';

export class CreateCohort1763600000000 implements MigrationInterface {
  name = 'CreateCohort1763600000000';

  async up(queryRunner: QueryRunner): Promise<void> {
    for (const statement of [...extensions, ...searchFunctions, ...tables, ...vocabulary]) {
      await queryRunner.query(statement);
    }
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    // Extensions stay: another application of the same database may depend on them by then.
    await queryRunner.query(
      'DROP TABLE digests, listings, drafts, cards, saves, helpful_votes, revisions, vocabulary, entries, members, guilds',
    );
    await queryRunner.query('DROP FUNCTION remember_words()');
    await queryRunner.query('DROP FUNCTION search_document(text, text[], text)');
    await queryRunner.query('DROP FUNCTION search_title(text)');
    await queryRunner.query('DROP FUNCTION search_words(text, text[], text)');
    await queryRunner.query('DROP FUNCTION search_query(text[], integer, boolean)');
    await queryRunner.query('DROP FUNCTION search_text(text)');
    await queryRunner.query('DROP TEXT SEARCH CONFIGURATION nexus');
    await queryRunner.query('DROP TEXT SEARCH CONFIGURATION nexus_words');
    await queryRunner.query('DROP TEXT SEARCH CONFIGURATION nexus_vocabulary');
    await queryRunner.query('DROP TEXT SEARCH DICTIONARY nexus_no_stop_words');
  }
}

// All four are 'trusted' extensions: the owner of the database may create them without being superuser.
const extensions = ['unaccent', 'btree_gin', 'btree_gist', 'fuzzystrmatch'].map(
  (name) => `CREATE EXTENSION IF NOT EXISTS ${name}`,
);

const searchFunctions = [
  // `nexus` stems and folds accents; `nexus_words` folds accents only, for prefixes while typing; `nexus_vocabulary`
  // does so too and leaves stop words out.
  'CREATE TEXT SEARCH CONFIGURATION nexus (COPY = pg_catalog.english)',
  'ALTER TEXT SEARCH CONFIGURATION nexus ALTER MAPPING FOR hword, hword_part, word WITH unaccent, english_stem',
  'CREATE TEXT SEARCH CONFIGURATION nexus_words (COPY = pg_catalog.simple)',
  'ALTER TEXT SEARCH CONFIGURATION nexus_words ALTER MAPPING FOR hword, hword_part, word WITH unaccent, simple',
  'CREATE TEXT SEARCH DICTIONARY nexus_no_stop_words (TEMPLATE = simple, STOPWORDS = english)',
  'CREATE TEXT SEARCH CONFIGURATION nexus_vocabulary (COPY = nexus_words)',
  'ALTER TEXT SEARCH CONFIGURATION nexus_vocabulary ALTER MAPPING REPLACE simple WITH nexus_no_stop_words',
  // The parser would read `node.js` as a host and `ci/cd` as a file: both become plain words, in entries and in queries.
  `CREATE FUNCTION search_text(source text) RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE RETURN
     translate(replace(replace(lower(source), 'c++', 'cplusplus'), 'c#', 'csharp'), '/._:@-', '      ')`,
  // Titles and tags are stored both stemmed and whole, so that a partly typed word still finds them.
  `CREATE FUNCTION search_document(title text, tags text[], body text) RETURNS tsvector
     LANGUAGE sql IMMUTABLE PARALLEL SAFE RETURN
     setweight(to_tsvector('public.nexus', search_text(coalesce(title, ''))), 'A')
       || setweight(to_tsvector('public.nexus_words', search_text(coalesce(title, ''))), 'A')
       || setweight(to_tsvector('public.nexus', search_text(array_to_string(tags, ' '))), 'B')
       || setweight(to_tsvector('public.nexus_words', search_text(array_to_string(tags, ' '))), 'B')
       || setweight(to_tsvector('public.nexus', search_text(body)), 'C')`,
  // The title's words again, separately: an index can't filter by weight, and titles are searched first.
  `CREATE FUNCTION search_title(title text) RETURNS tsvector LANGUAGE sql IMMUTABLE PARALLEL SAFE RETURN
     strip(to_tsvector('public.nexus', search_text(coalesce(title, '')))
       || to_tsvector('public.nexus_words', search_text(coalesce(title, ''))))`,
  `CREATE FUNCTION search_words(title text, tags text[], body text) RETURNS text[]
     LANGUAGE sql IMMUTABLE PARALLEL SAFE RETURN
     tsvector_to_array(to_tsvector('public.nexus_vocabulary',
       search_text(coalesce(title, '') || ' ' || array_to_string(tags, ' ') || ' ' || body)))`,
  // Words (letters and digits alone) as a query for all or, unless `every`, any of them. Those from `prefix_from`
  // on (counted from 1) also match as beginnings of longer words. Stop words count only when there is nothing else.
  `CREATE FUNCTION search_query(words text[], prefix_from integer, every boolean) RETURNS tsquery
     LANGUAGE plpgsql IMMUTABLE PARALLEL SAFE AS $$
   DECLARE
     asked tsquery := '';
     part tsquery;
   BEGIN
     FOR place IN 1 .. cardinality(words) LOOP
       part := to_tsquery('public.nexus', '''' || words[place] || '''');
       IF place >= prefix_from AND char_length(words[place]) >= 3 THEN
         part := part || to_tsquery('public.nexus_words', '''' || words[place] || ''':*');
       END IF;
       asked := CASE WHEN every THEN asked && part ELSE asked || part END;
     END LOOP;
     IF numnode(asked) = 0 AND cardinality(words) > 0 THEN
       asked := plainto_tsquery('public.nexus_words', array_to_string(words, ' '));
     END IF;
     RETURN asked;
   END $$`,
];

const tables = [
  `CREATE TABLE guilds (
     id bigint PRIMARY KEY,
     last_number integer NOT NULL DEFAULT 0 CHECK (last_number >= 0),
     channel_id bigint,
     log_channel_id bigint,
     moderator_role_id bigint,
     language text NOT NULL DEFAULT 'en' CHECK (language ~ '^[a-z]{2}(-[A-Z]{2})?$'),
     timezone text NOT NULL DEFAULT 'Africa/Nairobi' CHECK (timezone <> ''),
     set_up_at timestamptz,
     setup_hint_at timestamptz,
     digest_weekday smallint NOT NULL DEFAULT 1 CHECK (digest_weekday BETWEEN 1 AND 7),
     digest_time time(0) NOT NULL DEFAULT '09:00' CHECK (extract(second FROM digest_time) = 0),
     digest_channel_id bigint,
     digest_paused_at timestamptz,
     digest_period_start timestamptz,
     digest_due_at timestamptz,
     left_at timestamptz,
     created_at timestamptz NOT NULL,
     CHECK (digest_due_at IS NULL OR digest_period_start < digest_due_at)
   )`,
  'CREATE INDEX guilds_due ON guilds (digest_due_at) WHERE digest_paused_at IS NULL AND left_at IS NULL',
  `CREATE TABLE members (
     guild_id bigint NOT NULL REFERENCES guilds ON DELETE CASCADE,
     user_id bigint NOT NULL,
     display_name text NOT NULL CHECK (char_length(display_name) BETWEEN 1 AND 100),
     first_seen_at timestamptz NOT NULL,
     seen_at timestamptz NOT NULL,
     left_at timestamptz,
     PRIMARY KEY (guild_id, user_id)
   )`,
  `CREATE TABLE entries (
     guild_id bigint NOT NULL REFERENCES guilds ON DELETE CASCADE,
     number integer NOT NULL CHECK (number > 0),
     type text NOT NULL CHECK (type IN ('learning', 'challenge', 'solution')),
     kind text CHECK (kind IN ('technology', 'concept', 'practice', 'takeaway', 'collaboration', 'resource', 'goal')),
     title text CHECK (char_length(title) BETWEEN 1 AND 120 AND title !~ '[\\x01-\\x1f\\x7f]' AND title IS NFC NORMALIZED),
     body text NOT NULL DEFAULT ''
       CHECK (char_length(body) <= 4000 AND body !~ '[\\x01-\\x08\\x0b-\\x1f\\x7f]' AND body IS NFC NORMALIZED),
     link text CHECK (char_length(link) <= 1000 AND link ~ '^https?://'),
     tags text[] NOT NULL DEFAULT '{}' CHECK (cardinality(tags) <= 5
       AND (tags = '{}' OR array_to_string(tags, ',', '') ~ '^[a-z0-9+#.-]{1,32}(,[a-z0-9+#.-]{1,32})*$')),
     author_id bigint NOT NULL,
     challenge_number integer,
     challenge_type text GENERATED ALWAYS AS (CASE WHEN challenge_number IS NOT NULL THEN 'challenge' END) STORED,
     accepted_at timestamptz,
     accepted_by bigint,
     done_at timestamptz,
     revision integer NOT NULL DEFAULT 1 CHECK (revision > 0),
     created_at timestamptz NOT NULL,
     edited_at timestamptz,
     deleted_at timestamptz,
     deleted_by bigint,
     hidden_at timestamptz,
     visible boolean GENERATED ALWAYS AS (deleted_at IS NULL AND hidden_at IS NULL) STORED,
     search tsvector GENERATED ALWAYS AS (search_document(title, tags, body)) STORED,
     title_words tsvector GENERATED ALWAYS AS (search_title(title)) STORED,
     PRIMARY KEY (guild_id, number),
     FOREIGN KEY (guild_id, author_id) REFERENCES members,
     UNIQUE (guild_id, number, type),
     FOREIGN KEY (guild_id, challenge_number, challenge_type) REFERENCES entries (guild_id, number, type),
     CONSTRAINT entries_kind_of_learning CHECK ((type = 'learning') = (kind IS NOT NULL)),
     CONSTRAINT entries_title_unless_solution CHECK ((type = 'solution') = (title IS NULL)),
     CONSTRAINT entries_solution_has_body CHECK (type <> 'solution' OR body <> ''),
     CONSTRAINT entries_solution_of_challenge CHECK ((type = 'solution') = (challenge_number IS NOT NULL)),
     CONSTRAINT entries_accepted_is_visible_solution
       CHECK (accepted_at IS NULL OR (type = 'solution' AND deleted_at IS NULL AND hidden_at IS NULL)),
     CONSTRAINT entries_accepted_by_someone CHECK ((accepted_at IS NULL) = (accepted_by IS NULL)),
     CONSTRAINT entries_deleted_by_someone CHECK ((deleted_at IS NULL) = (deleted_by IS NULL)),
     CONSTRAINT entries_done_goal CHECK (done_at IS NULL OR kind = 'goal')
   )`,
  // Makes a second accepted solution impossible.
  `CREATE UNIQUE INDEX entries_one_accepted ON entries (guild_id, challenge_number) WHERE accepted_at IS NOT NULL`,
  `CREATE INDEX entries_solutions ON entries (guild_id, challenge_number) WHERE challenge_number IS NOT NULL`,
  `CREATE INDEX entries_author ON entries (guild_id, author_id, number)`,
  `CREATE INDEX entries_challenges ON entries (guild_id, number) WHERE type = 'challenge' AND visible`,
  `CREATE INDEX entries_created ON entries (guild_id, created_at)`,
  `CREATE INDEX entries_accepted ON entries (guild_id, accepted_at) WHERE accepted_at IS NOT NULL`,
  `CREATE INDEX entries_deleted ON entries (deleted_at) WHERE deleted_at IS NOT NULL`,
  // New entries wait in a list that every search reads. Keeping it short keeps both writing and searching cheap.
  `CREATE INDEX entries_search ON entries USING gin (guild_id, search) WITH (gin_pending_list_limit = 64)`,
  `CREATE INDEX entries_titles ON entries USING gin (guild_id, title_words) WITH (gin_pending_list_limit = 64)`,
  `CREATE TABLE revisions (
     guild_id bigint NOT NULL,
     entry_number integer NOT NULL,
     revision integer NOT NULL CHECK (revision > 0),
     kind text,
     title text,
     body text NOT NULL,
     link text,
     tags text[] NOT NULL,
     edited_by bigint NOT NULL,
     written_at timestamptz NOT NULL,
     PRIMARY KEY (guild_id, entry_number, revision),
     FOREIGN KEY (guild_id, entry_number) REFERENCES entries ON DELETE CASCADE
   )`,
  `CREATE TABLE helpful_votes (
     guild_id bigint NOT NULL,
     entry_number integer NOT NULL,
     member_id bigint NOT NULL,
     voted_at timestamptz NOT NULL,
     PRIMARY KEY (guild_id, entry_number, member_id),
     FOREIGN KEY (guild_id, entry_number) REFERENCES entries ON DELETE CASCADE,
     FOREIGN KEY (guild_id, member_id) REFERENCES members ON DELETE CASCADE
   )`,
  'CREATE INDEX helpful_votes_member ON helpful_votes (guild_id, member_id, voted_at)',
  'CREATE INDEX helpful_votes_voted ON helpful_votes (guild_id, voted_at)',
  `CREATE TABLE saves (
     guild_id bigint NOT NULL,
     entry_number integer NOT NULL,
     member_id bigint NOT NULL,
     saved_at timestamptz NOT NULL,
     PRIMARY KEY (guild_id, member_id, entry_number),
     FOREIGN KEY (guild_id, entry_number) REFERENCES entries ON DELETE CASCADE,
     FOREIGN KEY (guild_id, member_id) REFERENCES members ON DELETE CASCADE
   )`,
  'CREATE INDEX saves_entry ON saves (guild_id, entry_number)',
  `CREATE TABLE cards (
     message_id bigint PRIMARY KEY,
     channel_id bigint NOT NULL,
     guild_id bigint NOT NULL,
     entry_number integer NOT NULL,
     posted_at timestamptz NOT NULL,
     stale_since timestamptz,
     FOREIGN KEY (guild_id, entry_number) REFERENCES entries ON DELETE CASCADE
   )`,
  'CREATE INDEX cards_entry ON cards (guild_id, entry_number)',
  'CREATE INDEX cards_stale ON cards (stale_since) WHERE stale_since IS NOT NULL',
  `CREATE TABLE drafts (
     id uuid PRIMARY KEY,
     guild_id bigint NOT NULL REFERENCES guilds ON DELETE CASCADE,
     member_id bigint NOT NULL,
     form text NOT NULL CHECK (char_length(form) BETWEEN 1 AND 40),
     fields jsonb NOT NULL CHECK (jsonb_typeof(fields) = 'object'),
     kept_until timestamptz NOT NULL
   )`,
  'CREATE INDEX drafts_kept_until ON drafts (kept_until)',
  'CREATE INDEX drafts_guild ON drafts (guild_id, member_id)',
  `CREATE TABLE listings (
     id uuid PRIMARY KEY,
     guild_id bigint NOT NULL REFERENCES guilds ON DELETE CASCADE,
     member_id bigint NOT NULL,
     criteria jsonb NOT NULL CHECK (jsonb_typeof(criteria) = 'object'),
     kept_until timestamptz NOT NULL
   )`,
  'CREATE INDEX listings_kept_until ON listings (kept_until)',
  'CREATE INDEX listings_guild ON listings (guild_id, member_id)',
  `CREATE TABLE digests (
     guild_id bigint NOT NULL REFERENCES guilds ON DELETE CASCADE,
     period_start timestamptz NOT NULL,
     period_end timestamptz NOT NULL,
     state text NOT NULL CHECK (state IN ('due', 'claimed', 'sent', 'skipped', 'failed')),
     attempt integer NOT NULL DEFAULT 0 CHECK (attempt >= 0),
     leased_until timestamptz,
     retry_at timestamptz,
     channel_id bigint,
     message_id bigint,
     reason text CHECK (char_length(reason) BETWEEN 1 AND 200),
     settled_at timestamptz,
     PRIMARY KEY (guild_id, period_end),
     CHECK (period_start < period_end),
     CHECK ((state = 'claimed') = (leased_until IS NOT NULL)),
     CHECK (state <> 'sent' OR (message_id IS NOT NULL AND channel_id IS NOT NULL)),
     CHECK (state NOT IN ('skipped', 'failed') OR reason IS NOT NULL),
     CHECK ((state IN ('sent', 'skipped')) = (settled_at IS NOT NULL)),
     -- No instant of a guild belongs to two digests.
     EXCLUDE USING gist (guild_id WITH =, tstzrange(period_start, period_end) WITH &&)
   )`,
  `CREATE INDEX digests_unsettled ON digests (period_end) WHERE state IN ('due', 'claimed', 'failed')`,
];

const vocabulary = [
  // May contain words that are no longer used: whether a word can be suggested is checked against the entries.
  `CREATE TABLE vocabulary (
     guild_id bigint NOT NULL REFERENCES guilds ON DELETE CASCADE,
     word text COLLATE "C" NOT NULL CHECK (char_length(word) BETWEEN 3 AND 32),
     PRIMARY KEY (guild_id, word)
   )`,
  // Runs when its transaction commits and holds every other lock it needs. Transactions that bring new words to a guild then
  // run one after the other, so they can't deadlock. Most bring none and only look into the index. Using the
  // index must not depend on a plan made while the table was empty.
  `CREATE FUNCTION remember_words() RETURNS trigger LANGUAGE plpgsql SET enable_seqscan = off AS $$
   DECLARE
     words text[] := ARRAY(
       SELECT word FROM unnest(search_words(NEW.title, NEW.tags, NEW.body)) AS word
        WHERE char_length(word) BETWEEN 3 AND 32 AND word !~ '[0-9]{4}');
     unknown text[] := ARRAY(
       SELECT unnest(words)
       EXCEPT SELECT word FROM vocabulary WHERE guild_id = NEW.guild_id AND word = ANY (words));
   BEGIN
     IF cardinality(unknown) > 0 THEN
       PERFORM pg_advisory_xact_lock(hashtext('vocabulary'), hashint8(NEW.guild_id));
       INSERT INTO vocabulary (guild_id, word)
         SELECT NEW.guild_id, unnest(unknown) ON CONFLICT DO NOTHING;
     END IF;
     RETURN NULL;
   END $$`,
  `CREATE CONSTRAINT TRIGGER entries_remember_words AFTER INSERT OR UPDATE OF title, tags, body ON entries
     DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION remember_words()`,
];
