/** Indexes the words of entries as the bot reads them: documents, how many entries have each word, what others asked. */
import type { MigrationInterface, QueryRunner } from 'typeorm';

export class IndexWords1796100000000 implements MigrationInterface {
  name = 'IndexWords1796100000000';

  async up(queryRunner: QueryRunner): Promise<void> {
    for (const statement of [...leaveOldSearch, ...tables, ...counts, ...changes]) {
      await queryRunner.query(statement);
    }
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    for (const statement of [...leaveDocuments, ...oldSearch]) await queryRunner.query(statement);
  }
}

const leaveOldSearch = [
  'DROP TRIGGER entries_remember_words ON entries',
  'DROP FUNCTION remember_words()',
  'ALTER TABLE entries DROP COLUMN search, DROP COLUMN title_words',
  'DROP FUNCTION search_document(text, text[], text)',
  'DROP FUNCTION search_title(text)',
  'DROP FUNCTION search_words(text, text[], text)',
  'DROP FUNCTION search_query(text[], integer, boolean)',
  'DROP FUNCTION search_text(text)',
  'DROP TEXT SEARCH CONFIGURATION nexus',
  'DROP TEXT SEARCH CONFIGURATION nexus_words',
  'DROP TEXT SEARCH CONFIGURATION nexus_vocabulary',
  'DROP TEXT SEARCH DICTIONARY nexus_no_stop_words',
  'DROP TABLE vocabulary',
];

const tables = [
  // What an entry is found by. The bot makes it, with one folding of words for what is kept and what is looked for,
  // whatever the locale of the database. Only entries that are visible have one.
  `CREATE TABLE search_documents (
     guild_id bigint NOT NULL,
     number integer NOT NULL,
     words tsvector NOT NULL,
     version integer NOT NULL,
     PRIMARY KEY (guild_id, number),
     FOREIGN KEY (guild_id, number) REFERENCES entries ON DELETE CASCADE
   )`,
  // New documents come in batches and nobody waits for them: searches then need not read a list of pending ones.
  'CREATE INDEX search_documents_words ON search_documents USING gin (guild_id, words) WITH (fastupdate = off)',
  // Entries that changed since their document was made. Append-only: a transaction that changes an entry waits for nobody,
  // and what it leaves is seen when it has committed.
  `CREATE TABLE search_changes (
     id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
     guild_id bigint NOT NULL REFERENCES guilds ON DELETE CASCADE,
     number integer NOT NULL
   )`,
  'CREATE INDEX search_changes_guild ON search_changes (guild_id, id)',
  // How many documents of a guild have a word; the empty word stands for all documents.
  `CREATE TABLE vocabulary (
     guild_id bigint NOT NULL REFERENCES guilds ON DELETE CASCADE,
     word text COLLATE "C" NOT NULL CHECK (char_length(word) <= 200),
     entries integer NOT NULL CHECK (entries > 0),
     PRIMARY KEY (guild_id, word)
   ) WITH (fillfactor = 70)`,
  // What a member asked who found the answer in that challenge: others who ask so find it too.
  `CREATE TABLE challenge_aliases (
     guild_id bigint NOT NULL,
     challenge_number integer NOT NULL,
     member_id bigint NOT NULL,
     words text NOT NULL CHECK (char_length(words) BETWEEN 1 AND 500),
     learned_at timestamptz NOT NULL,
     PRIMARY KEY (guild_id, challenge_number, member_id),
     FOREIGN KEY (guild_id, challenge_number) REFERENCES entries ON DELETE CASCADE,
     FOREIGN KEY (guild_id, member_id) REFERENCES members ON DELETE CASCADE
   )`,
  'CREATE INDEX challenge_aliases_member ON challenge_aliases (guild_id, member_id)',
];

const counts = [
  // Counts change with the documents, in the same transaction, however those come or go. Words are taken in one order.
  // Anyone who changes documents of a guild holds its lock, so that nobody waits in a circle.
  `CREATE FUNCTION count_words() RETURNS trigger LANGUAGE plpgsql AS $$
   BEGIN
     IF TG_OP = 'INSERT' THEN
       INSERT INTO vocabulary AS v (guild_id, word, entries)
       SELECT guild_id, word, count(*)
         FROM changed, unnest(tsvector_to_array(words) || ARRAY['']) AS word GROUP BY 1, 2 ORDER BY 1, 2
       ON CONFLICT (guild_id, word) DO UPDATE SET entries = v.entries + excluded.entries;
     ELSE
       -- A word's count never gets to 0: its row goes instead.
       WITH gone AS MATERIALIZED (
         SELECT guild_id, word, count(*) AS entries
           FROM changed, unnest(tsvector_to_array(words) || ARRAY['']) AS word GROUP BY 1, 2
       ), locked AS MATERIALIZED (
         SELECT v.guild_id, v.word, v.entries - gone.entries AS left_over
           FROM vocabulary v JOIN gone USING (guild_id, word) ORDER BY v.guild_id, v.word FOR UPDATE OF v
       ), removed AS (
         DELETE FROM vocabulary v USING locked l WHERE v.guild_id = l.guild_id AND v.word = l.word AND l.left_over <= 0
       )
       UPDATE vocabulary v SET entries = l.left_over
         FROM locked l WHERE v.guild_id = l.guild_id AND v.word = l.word AND l.left_over > 0;
     END IF;
     RETURN NULL;
   END $$`,
  `CREATE TRIGGER search_documents_added AFTER INSERT ON search_documents
     REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION count_words()`,
  `CREATE TRIGGER search_documents_removed AFTER DELETE ON search_documents
     REFERENCING OLD TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION count_words()`,
];

const changes = [
  `CREATE FUNCTION note_search_change() RETURNS trigger LANGUAGE plpgsql AS $$
   BEGIN
     INSERT INTO search_changes (guild_id, number) VALUES (NEW.guild_id, NEW.number);
     RETURN NULL;
   END $$`,
  `CREATE TRIGGER entries_note_search_change
     AFTER INSERT OR UPDATE OF title, tags, body, deleted_at, hidden_at, accepted_at ON entries
     FOR EACH ROW EXECUTE FUNCTION note_search_change()`,
  // An alias that goes takes the document that knew its words with it; the entry's next one is made without.
  `CREATE FUNCTION note_alias_change() RETURNS trigger LANGUAGE plpgsql AS $$
   DECLARE
     of_guild bigint := coalesce(NEW.guild_id, OLD.guild_id);
   BEGIN
     IF TG_OP = 'DELETE' THEN
       DELETE FROM search_documents WHERE guild_id = OLD.guild_id AND number = OLD.challenge_number;
       IF NOT EXISTS (SELECT FROM guilds WHERE id = of_guild) THEN
         RETURN NULL;
       END IF;
     END IF;
     INSERT INTO search_changes (guild_id, number)
     VALUES (of_guild, coalesce(NEW.challenge_number, OLD.challenge_number));
     RETURN NULL;
   END $$`,
  `CREATE TRIGGER challenge_aliases_note_change AFTER INSERT OR UPDATE OR DELETE ON challenge_aliases
     FOR EACH ROW EXECUTE FUNCTION note_alias_change()`,
  'INSERT INTO search_changes (guild_id, number) SELECT guild_id, number FROM entries WHERE visible ORDER BY guild_id, number',
];

const leaveDocuments = [
  'DROP TABLE challenge_aliases',
  'DROP FUNCTION note_alias_change()',
  'DROP TRIGGER entries_note_search_change ON entries',
  'DROP FUNCTION note_search_change()',
  'DROP TABLE search_changes, search_documents, vocabulary',
  'DROP FUNCTION count_words()',
];

/** How entries were searched before; what it takes to go back to that. */
const oldFunctions = [
  // `nexus` stems and folds accents; `nexus_words` folds accents only, for prefixes while typing; `nexus_vocabulary`
  // does so too and leaves stop words out.
  'CREATE TEXT SEARCH CONFIGURATION nexus (COPY = pg_catalog.english)',
  'ALTER TEXT SEARCH CONFIGURATION nexus ALTER MAPPING FOR hword, hword_part, word WITH unaccent, english_stem',
  'CREATE TEXT SEARCH CONFIGURATION nexus_words (COPY = pg_catalog.simple)',
  'ALTER TEXT SEARCH CONFIGURATION nexus_words ALTER MAPPING FOR hword, hword_part, word WITH unaccent, simple',
  'CREATE TEXT SEARCH DICTIONARY nexus_no_stop_words (TEMPLATE = simple, STOPWORDS = english)',
  'CREATE TEXT SEARCH CONFIGURATION nexus_vocabulary (COPY = nexus_words)',
  'ALTER TEXT SEARCH CONFIGURATION nexus_vocabulary ALTER MAPPING REPLACE simple WITH nexus_no_stop_words',
  // The parser would take `node.js` for a host and `ci/cd` for a file: both become plain words, on either side.
  `CREATE FUNCTION search_text(source text) RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE RETURN
     translate(replace(replace(lower(source), 'c++', 'cplusplus'), 'c#', 'csharp'), '/._:@-', '      ')`,
  // Titles and tags are kept stemmed and whole, so that a word typed halfway still finds them.
  `CREATE FUNCTION search_document(title text, tags text[], body text) RETURNS tsvector
     LANGUAGE sql IMMUTABLE PARALLEL SAFE RETURN
     setweight(to_tsvector('public.nexus', search_text(coalesce(title, ''))), 'A')
       || setweight(to_tsvector('public.nexus_words', search_text(coalesce(title, ''))), 'A')
       || setweight(to_tsvector('public.nexus', search_text(array_to_string(tags, ' '))), 'B')
       || setweight(to_tsvector('public.nexus_words', search_text(array_to_string(tags, ' '))), 'B')
       || setweight(to_tsvector('public.nexus', search_text(body)), 'C')`,
  // The title's words once more, alone: an index cannot tell weights apart, and titles are asked first.
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

const oldVocabulary = [
  // A superset of the words in use; whether a word may still be suggested is asked of the entries themselves.
  `CREATE TABLE vocabulary (
     guild_id bigint NOT NULL REFERENCES guilds ON DELETE CASCADE,
     word text COLLATE "C" NOT NULL CHECK (char_length(word) BETWEEN 3 AND 32),
     PRIMARY KEY (guild_id, word)
   )`,
  // Runs when its transaction commits and holds every other lock it needs; those that bring new words to a guild then
  // go one after the other, so that they cannot deadlock. Most bring none: one look into the index is all. That the
  // index is used must not hang on a plan made while the table was empty.
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

const oldSearch = [
  ...oldFunctions,
  `ALTER TABLE entries
     ADD search tsvector GENERATED ALWAYS AS (search_document(title, tags, body)) STORED,
     ADD title_words tsvector GENERATED ALWAYS AS (search_title(title)) STORED`,
  `CREATE INDEX entries_search ON entries USING gin (guild_id, search) WITH (gin_pending_list_limit = 64)`,
  `CREATE INDEX entries_titles ON entries USING gin (guild_id, title_words) WITH (gin_pending_list_limit = 64)`,
  ...oldVocabulary,
  `INSERT INTO vocabulary (guild_id, word)
   SELECT DISTINCT guild_id, word FROM entries, unnest(search_words(title, tags, body)) AS word
    WHERE char_length(word) BETWEEN 3 AND 32 AND word !~ '[0-9]{4}'`,
];
