/** A cohort taken away as data: which tables there are, what is in each, and what it takes to write them. */

export const exportFormats = ['markdown', 'json', 'csv'] as const;
export type ExportFormat = (typeof exportFormats)[number];

/** Each table with its columns, both in the order they are written. */
export const exportColumns = {
  members: [
    'userId',
    'name',
    'firstSeenAt',
    'lastSeenAt',
    'leftAt',
    'track',
    'projectName',
    'objective',
    'summary',
    'repository',
    'links',
    'learnings',
    'challenges',
    'solutions',
    'acceptedSolutions',
    'helpfulReceived',
  ],
  entries: [
    'number',
    'type',
    'kind',
    'title',
    'body',
    'link',
    'tags',
    'section',
    'authorId',
    'authorName',
    'challengeNumber',
    'acceptedAt',
    'acceptedBy',
    'doneAt',
    'helpful',
    'revision',
    'createdAt',
    'editedAt',
    'hiddenAt',
    'held',
    'importId',
    'message',
  ],
  pictures: [
    'entryNumber',
    'position',
    'fileName',
    'bytes',
    'description',
    'channelId',
    'messageId',
    'attachmentId',
  ],
  revisions: ['entryNumber', 'revision', 'kind', 'title', 'body', 'link', 'tags', 'editedBy', 'writtenAt'],
  pairs: [
    'challengeNumber',
    'challengeTitle',
    'askerId',
    'askerName',
    'askedAt',
    'solutionNumber',
    'solverId',
    'solverName',
    'acceptedAt',
    'acceptedBy',
  ],
  tags: ['tag', 'entries'],
  imports: [
    'id',
    'memberId',
    'fileName',
    'state',
    'entries',
    'pairs',
    'knownAlready',
    'createdAt',
    'decidedAt',
  ],
  digests: ['periodStart', 'periodEnd', 'state', 'isNudge', 'reason', 'channelId', 'messageId', 'settledAt'],
} as const;

export type ExportTable = keyof typeof exportColumns;
export const exportTables = Object.keys(exportColumns) as ExportTable[];

/** What a cell holds; a snowflake is text, since numbers of JSON would lose its last digits. */
export type ExportValue = string | number | boolean | null | Date | readonly string[];
export type ExportRow = Readonly<Record<string, ExportValue>>;

/** What stands at the head of every document of an export. */
export interface ExportHead {
  guildId: string;
  exportedAt: Date;
  settings: ExportRow;
}

/** The most bytes of one file (Discord takes 10 MiB), with room left for a zip's own list of files. */
export const partLimit = 10 * 1024 * 1024 - 64 * 1024;
