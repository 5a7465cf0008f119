/**
 * Creates the outbox, moves into it what waits in the tables that did its work before, and lets the version before go on
 * beside this one: what it leaves to be posted is redirected here by triggers, and it finds nothing to claim itself.
 */
import type { MigrationInterface, QueryRunner } from 'typeorm';

export class CreateOutbox1796900000000 implements MigrationInterface {
  name = 'CreateOutbox1796900000000';

  async up(queryRunner: QueryRunner): Promise<void> {
    for (const statement of [...table, ...moves, ...redirections]) await queryRunner.query(statement);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    for (const statement of [...endOfRedirections, ...movesBack, 'DROP TABLE outbox_messages']) {
      await queryRunner.query(statement);
    }
  }
}

/** An instant within a key, the same whatever the session's time zone. */
const iso = (column: string) => `to_char(${column} AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`;

const table = [
  // Without due_at it waits for the member's next command. Rows of one message share the id of their first one.
  `CREATE TABLE outbox_messages (
     id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
     guild_id bigint NOT NULL REFERENCES guilds ON DELETE CASCADE,
     topic text NOT NULL CHECK (topic ~ '^[a-z]+(-[a-z]+)*$' AND char_length(topic) <= 40),
     key text NOT NULL CHECK (char_length(key) BETWEEN 1 AND 100),
     member_id bigint,
     payload jsonb NOT NULL DEFAULT '{}' CHECK (jsonb_typeof(payload) = 'object'),
     created_at timestamptz NOT NULL,
     due_at timestamptz,
     leased_until timestamptz,
     attempt integer NOT NULL DEFAULT 0 CHECK (attempt >= 0),
     channel_id bigint,
     lead_id bigint,
     reason text CHECK (reason ~ '^[a-z]+(-[a-z]+)*$' AND char_length(reason) <= 40),
     CONSTRAINT outbox_messages_once UNIQUE (guild_id, topic, key),
     CONSTRAINT outbox_messages_lease CHECK (leased_until IS NULL OR (due_at IS NOT NULL AND attempt > 0)),
     FOREIGN KEY (guild_id, member_id) REFERENCES members ON DELETE CASCADE
   )`,
  'CREATE INDEX outbox_messages_due ON outbox_messages (topic, due_at, id) WHERE due_at IS NOT NULL',
  'CREATE INDEX outbox_messages_order ON outbox_messages (guild_id, topic, id)',
  'CREATE INDEX outbox_messages_lead ON outbox_messages (lead_id) WHERE lead_id IS NOT NULL',
  'CREATE INDEX outbox_messages_member ON outbox_messages (guild_id, member_id) WHERE member_id IS NOT NULL',
  // What did this work before keeps results alone; the columns stay for the version before.
  'ALTER TABLE challenge_reminders ALTER attempt SET DEFAULT 1, ALTER claimed_at SET DEFAULT now()',
];

/** A claim that runs at this moment keeps its lease: afterwards the message is looked for where it was about to go. */
const moves = [
  `INSERT INTO outbox_messages (guild_id, topic, key, payload, created_at, due_at, leased_until, attempt, channel_id, reason)
   SELECT guild_id, 'digest', ${iso('period_end')},
          jsonb_build_object('start', ${iso('period_start')}, 'end', ${iso('period_end')}, 'isNudge', is_nudge),
          period_end, coalesce(retry_at, period_end), leased_until, greatest(attempt, (leased_until IS NOT NULL)::integer),
          channel_id, CASE WHEN reason ~ '^[a-z]+(-[a-z]+)*$' THEN left(reason, 40) END
     FROM digests WHERE state IN ('due', 'claimed', 'failed') ORDER BY period_end, guild_id`,
  `UPDATE digests SET state = 'due', attempt = 0, leased_until = NULL, retry_at = NULL, channel_id = NULL, reason = NULL
    WHERE state IN ('due', 'claimed', 'failed')`,
  `INSERT INTO outbox_messages (guild_id, topic, key, member_id, payload, created_at, due_at, attempt, channel_id)
   SELECT guild_id, 'digest-mail', ${iso('period_end')} || ' ' || user_id, user_id,
          jsonb_build_object('end', ${iso('period_end')}), period_end, next_at, attempt, channel_id
     FROM digest_deliveries ORDER BY next_at, guild_id, user_id`,
  'DELETE FROM digest_deliveries',
  `INSERT INTO outbox_messages (guild_id, topic, key, created_at, due_at, attempt, channel_id)
   SELECT guild_id, 'challenge-reminder', challenge_number::text, claimed_at, next_at, attempt, channel_id
     FROM challenge_reminders WHERE settled_at IS NULL ORDER BY next_at`,
  'DELETE FROM challenge_reminders WHERE settled_at IS NULL',
  `INSERT INTO outbox_messages (guild_id, topic, key, created_at, due_at, attempt, channel_id)
   SELECT guild_id, 'queue-card', id::text, opened_at, card_due_at, card_attempt, card_channel_id
     FROM queue_items WHERE card_due_at IS NOT NULL AND card_message_id IS NULL
      AND (entry_number IS NOT NULL OR import_id IS NOT NULL) ORDER BY opened_at`,
  `UPDATE queue_items SET card_due_at = NULL, card_attempt = 0, card_channel_id = NULL
    WHERE card_message_id IS NULL`,
  `INSERT INTO outbox_messages (guild_id, topic, key, payload, created_at, due_at, attempt, channel_id)
   SELECT guild_id, 'publication', id::text,
          jsonb_strip_nulls(jsonb_build_object('entry', entry_number, 'importId', import_id)), decided_at, publication_due_at, publication_attempt, publication_channel_id
     FROM queue_items WHERE publication_due_at IS NOT NULL ORDER BY decided_at`,
  `UPDATE queue_items SET publication_due_at = NULL, publication_attempt = 0, publication_channel_id = NULL
    WHERE publication_due_at IS NOT NULL OR publication_channel_id IS NOT NULL`,
  `INSERT INTO outbox_messages (guild_id, topic, key, created_at, due_at, attempt)
   SELECT p.guild_id, 'audit-line', p.audit_id::text, a.at, p.next_at, p.attempt
     FROM log_posts p JOIN audit_log a ON a.id = p.audit_id ORDER BY p.audit_id`,
  'DELETE FROM log_posts',
  `INSERT INTO outbox_messages (guild_id, topic, key, member_id, payload, created_at, due_at, attempt)
   SELECT guild_id, 'notice', id::text, member_id,
          jsonb_build_object('kind', kind, 'entryNumber', entry_number, 'facts', facts), created_at, next_at,
          CASE WHEN next_at IS NULL THEN 0 ELSE attempt END
     FROM notices ORDER BY created_at, id`,
  'DELETE FROM notices',
  // What went out together, or was about to, goes on together: under the same nonce it is not posted twice.
  `UPDATE outbox_messages o SET lead_id = led.lead_id
     FROM (SELECT id, min(id) OVER (PARTITION BY guild_id, topic, member_id, attempt, due_at) AS lead_id
             FROM outbox_messages WHERE topic IN ('audit-line', 'notice') AND attempt > 0 AND due_at IS NOT NULL) led
    WHERE o.id = led.id`,
];

const redirections = [
  `CREATE FUNCTION redirect_to_outbox() RETURNS trigger LANGUAGE plpgsql AS $$
   BEGIN
     CASE TG_TABLE_NAME
       WHEN 'log_posts' THEN
         INSERT INTO public.outbox_messages (guild_id, topic, key, created_at, due_at)
         VALUES (NEW.guild_id, 'audit-line', NEW.audit_id::text, NEW.next_at, NEW.next_at) ON CONFLICT DO NOTHING;
       WHEN 'notices' THEN
         INSERT INTO public.outbox_messages (guild_id, topic, key, member_id, payload, created_at, due_at)
         VALUES (NEW.guild_id, 'notice', NEW.id::text, NEW.member_id,
                 jsonb_build_object('kind', NEW.kind, 'entryNumber', NEW.entry_number, 'facts', NEW.facts),
                 NEW.created_at, NEW.next_at) ON CONFLICT DO NOTHING;
       WHEN 'digest_deliveries' THEN
         INSERT INTO public.outbox_messages (guild_id, topic, key, member_id, payload, created_at, due_at)
         VALUES (NEW.guild_id, 'digest-mail', ${iso('NEW.period_end')} || ' ' || NEW.user_id, NEW.user_id,
                 jsonb_build_object('end', ${iso('NEW.period_end')}), NEW.period_end, NEW.next_at) ON CONFLICT DO NOTHING;
     END CASE;
     RETURN NULL;
   END $$`,
  ...['log_posts', 'notices', 'digest_deliveries'].map(
    (name) =>
      `CREATE TRIGGER ${name}_redirected BEFORE INSERT ON ${name} FOR EACH ROW EXECUTE FUNCTION redirect_to_outbox()`,
  ),
  `CREATE FUNCTION refuse_claim() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN NULL; END'`,
  `CREATE TRIGGER digests_not_claimed BEFORE UPDATE ON digests FOR EACH ROW WHEN (NEW.state = 'claimed')
     EXECUTE FUNCTION refuse_claim()`,
  `CREATE TRIGGER challenge_reminders_not_claimed BEFORE INSERT ON challenge_reminders FOR EACH ROW
     WHEN (NEW.next_at IS NOT NULL) EXECUTE FUNCTION refuse_claim()`,
  `CREATE FUNCTION owe_digest() RETURNS trigger LANGUAGE plpgsql AS $$
   BEGIN
     INSERT INTO public.outbox_messages (guild_id, topic, key, payload, created_at, due_at)
     VALUES (NEW.guild_id, 'digest', ${iso('NEW.period_end')},
             jsonb_build_object('start', ${iso('NEW.period_start')}, 'end', ${iso('NEW.period_end')}),
             NEW.period_end, NEW.period_end) ON CONFLICT DO NOTHING;
     RETURN NULL;
   END $$`,
  `CREATE TRIGGER digests_owed AFTER INSERT ON digests FOR EACH ROW WHEN (NEW.state = 'due')
     EXECUTE FUNCTION owe_digest()`,
  `CREATE FUNCTION owe_queue_posts() RETURNS trigger LANGUAGE plpgsql AS $$
   BEGIN
     IF NEW.card_due_at IS NOT NULL AND NEW.card_message_id IS NULL AND NEW.decided_at IS NULL THEN
       INSERT INTO public.outbox_messages (guild_id, topic, key, created_at, due_at)
       VALUES (NEW.guild_id, 'queue-card', NEW.id::text, NEW.card_due_at, NEW.card_due_at) ON CONFLICT DO NOTHING;
     END IF;
     IF NEW.publication_due_at IS NOT NULL THEN
       INSERT INTO public.outbox_messages (guild_id, topic, key, payload, created_at, due_at)
       VALUES (NEW.guild_id, 'publication', NEW.id::text,
               jsonb_strip_nulls(jsonb_build_object('entry', NEW.entry_number, 'importId', NEW.import_id)),
               NEW.publication_due_at, NEW.publication_due_at)
       ON CONFLICT DO NOTHING;
     END IF;
     UPDATE public.queue_items
        SET card_due_at = CASE WHEN card_message_id IS NOT NULL THEN card_due_at END, publication_due_at = NULL
      WHERE guild_id = NEW.guild_id AND id = NEW.id;
     RETURN NULL;
   END $$`,
  `CREATE TRIGGER queue_items_owed AFTER INSERT OR UPDATE ON queue_items FOR EACH ROW
     WHEN ((NEW.card_due_at IS NOT NULL AND NEW.card_message_id IS NULL) OR NEW.publication_due_at IS NOT NULL)
     EXECUTE FUNCTION owe_queue_posts()`,
];

const endOfRedirections = [
  'DROP TRIGGER log_posts_redirected ON log_posts',
  'DROP TRIGGER notices_redirected ON notices',
  'DROP TRIGGER digest_deliveries_redirected ON digest_deliveries',
  'DROP TRIGGER digests_not_claimed ON digests',
  'DROP TRIGGER digests_owed ON digests',
  'DROP TRIGGER challenge_reminders_not_claimed ON challenge_reminders',
  'DROP TRIGGER queue_items_owed ON queue_items',
  'DROP FUNCTION redirect_to_outbox(), refuse_claim(), owe_digest(), owe_queue_posts()',
  'ALTER TABLE challenge_reminders ALTER attempt DROP DEFAULT, ALTER claimed_at DROP DEFAULT',
];

/** What the version before knows nothing of is not owed any more; a claim that runs is tried again after its lease. */
const movesBack = [
  `UPDATE digests d SET attempt = o.attempt, channel_id = o.channel_id,
          state = CASE WHEN o.attempt = 0 THEN 'due' ELSE 'failed' END,
          reason = CASE WHEN o.attempt > 0 THEN CASE WHEN o.reason IN ('no-channel', 'channel-gone', 'no-access',
            'no-permission', 'refused', 'no-answer', 'fault') THEN o.reason ELSE 'no-answer' END END,
          retry_at = CASE WHEN o.attempt > 0 THEN coalesce(o.leased_until, o.due_at) END
     FROM outbox_messages o WHERE o.topic = 'digest' AND o.guild_id = d.guild_id
      AND o.key = ${iso('d.period_end')} AND d.state = 'due'`,
  `INSERT INTO digest_deliveries (guild_id, user_id, period_end, attempt, next_at, channel_id)
   SELECT o.guild_id, o.member_id, d.period_end, o.attempt, coalesce(o.leased_until, o.due_at), o.channel_id
     FROM outbox_messages o
     JOIN digests d ON d.guild_id = o.guild_id AND ${iso('d.period_end')} = o.payload ->> 'end'
     JOIN digest_subscriptions s ON s.guild_id = o.guild_id AND s.user_id = o.member_id
    WHERE o.topic = 'digest-mail'`,
  `INSERT INTO challenge_reminders (guild_id, challenge_number, attempt, claimed_at, next_at, channel_id)
   SELECT o.guild_id, e.number, greatest(o.attempt, 1), o.created_at, coalesce(o.leased_until, o.due_at), o.channel_id
     FROM outbox_messages o JOIN entries e ON e.guild_id = o.guild_id AND e.number::text = o.key
    WHERE o.topic = 'challenge-reminder' ON CONFLICT DO NOTHING`,
  `UPDATE queue_items q SET card_due_at = coalesce(o.leased_until, o.due_at), card_attempt = o.attempt,
          card_channel_id = o.channel_id
     FROM outbox_messages o WHERE o.topic = 'queue-card' AND o.guild_id = q.guild_id AND o.key = q.id::text
      AND q.card_message_id IS NULL`,
  `UPDATE queue_items q SET publication_due_at = coalesce(o.leased_until, o.due_at), publication_attempt = o.attempt,
          publication_channel_id = o.channel_id
     FROM outbox_messages o WHERE o.topic = 'publication' AND o.guild_id = q.guild_id AND o.key = q.id::text
      AND q.outcome = 'published'`,
  `INSERT INTO log_posts (audit_id, guild_id, attempt, next_at)
   SELECT a.id, o.guild_id, o.attempt, coalesce(o.leased_until, o.due_at)
     FROM outbox_messages o JOIN audit_log a ON a.id::text = o.key WHERE o.topic = 'audit-line'`,
  `INSERT INTO notices (id, guild_id, member_id, kind, entry_number, facts, created_at, attempt, next_at)
   SELECT key::uuid, guild_id, member_id, payload ->> 'kind', (payload ->> 'entryNumber')::integer,
          coalesce(payload -> 'facts', '{}'), created_at, attempt, CASE WHEN due_at IS NOT NULL THEN coalesce(leased_until, due_at) END
     FROM outbox_messages WHERE topic = 'notice'`,
];
