/** Adds the moderation queue: what was reported or is waiting to be published, who reported it and why. */
import type { MigrationInterface, QueryRunner } from 'typeorm';

export class AddReviewQueue1764000100000 implements MigrationInterface {
  name = 'AddReviewQueue1764000100000';

  async up(queryRunner: QueryRunner): Promise<void> {
    for (const statement of statements) await queryRunner.query(statement);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('DROP TABLE reports, queue_items');
  }
}

const statements = [
  // About an entry or an import; about neither once that was erased, until its card in the log channel says so.
  // A card is due while it differs from this row; a publication is due while it isn't in the channel.
  `CREATE TABLE queue_items (
     guild_id bigint NOT NULL REFERENCES guilds ON DELETE CASCADE,
     id uuid NOT NULL,
     entry_number integer,
     import_id uuid,
     is_review boolean NOT NULL,
     opened_at timestamptz NOT NULL,
     reminded_at timestamptz,
     decided_at timestamptz,
     outcome text CHECK (outcome IN ('kept', 'hidden', 'removed', 'published', 'declined', 'withdrawn')),
     decided_by uuid,
     card_channel_id bigint,
     card_message_id bigint,
     card_attempt integer NOT NULL DEFAULT 0 CHECK (card_attempt >= 0),
     card_due_at timestamptz,
     publication_channel_id bigint,
     publication_attempt integer NOT NULL DEFAULT 0 CHECK (publication_attempt >= 0),
     publication_due_at timestamptz,
     PRIMARY KEY (guild_id, id),
     FOREIGN KEY (guild_id, entry_number) REFERENCES entries ON DELETE SET NULL (entry_number),
     FOREIGN KEY (guild_id, import_id) REFERENCES imports ON DELETE SET NULL (import_id),
     CONSTRAINT queue_items_about_one CHECK (entry_number IS NULL OR import_id IS NULL),
     CONSTRAINT queue_items_decided CHECK ((decided_at IS NULL) = (outcome IS NULL)),
     CONSTRAINT queue_items_decided_by CHECK (decided_by IS NULL OR decided_at IS NOT NULL),
     CONSTRAINT queue_items_card CHECK (card_message_id IS NULL OR card_channel_id IS NOT NULL),
     CONSTRAINT queue_items_publication CHECK (publication_due_at IS NULL OR outcome = 'published')
   )`,
  // Makes a second open item about the same thing impossible and, with the key of reports, a second open report.
  `CREATE UNIQUE INDEX queue_items_open_entry ON queue_items (guild_id, entry_number)
     WHERE decided_at IS NULL AND entry_number IS NOT NULL`,
  `CREATE UNIQUE INDEX queue_items_open_import ON queue_items (guild_id, import_id)
     WHERE decided_at IS NULL AND import_id IS NOT NULL`,
  'CREATE INDEX queue_items_entry ON queue_items (guild_id, entry_number) WHERE entry_number IS NOT NULL',
  'CREATE INDEX queue_items_import ON queue_items (guild_id, import_id) WHERE import_id IS NOT NULL',
  'CREATE INDEX queue_items_open ON queue_items (guild_id, opened_at, id) WHERE decided_at IS NULL',
  'CREATE INDEX queue_items_card_due ON queue_items (card_due_at) WHERE card_due_at IS NOT NULL',
  `CREATE INDEX queue_items_publication_due ON queue_items (publication_due_at) WHERE publication_due_at IS NOT NULL`,
  `CREATE INDEX queue_items_erased ON queue_items (guild_id) WHERE entry_number IS NULL AND import_id IS NULL`,
  // Erasing a member deletes their reports; the item stays.
  `CREATE TABLE reports (
     guild_id bigint NOT NULL,
     item_id uuid NOT NULL,
     reporter_id bigint NOT NULL,
     reason text NOT NULL
       CHECK (reason IN ('spam', 'harassment', 'misleading', 'private-data', 'off-topic', 'other')),
     note text CHECK (char_length(note) BETWEEN 1 AND 500 AND note !~ '[\\x01-\\x08\\x0b-\\x1f\\x7f]'),
     reported_at timestamptz NOT NULL,
     PRIMARY KEY (guild_id, item_id, reporter_id),
     FOREIGN KEY (guild_id, item_id) REFERENCES queue_items ON DELETE CASCADE,
     FOREIGN KEY (guild_id, reporter_id) REFERENCES members ON DELETE CASCADE
   )`,
  'CREATE INDEX reports_reporter ON reports (guild_id, reporter_id)',
];
