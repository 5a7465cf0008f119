/** A copy of the whole cohort for its moderators: data or pages, in zips that Discord takes, however much there is. */

import type { Clock } from '../../platform/clock.js';
import type { CohortWords, PagedMember } from '../../readme/export/render-cohort.js';
import type { ReadmeWords } from '../../readme/export/render-readme.js';
import type { ProfileStore } from '../profiles/index.js';
import { bundled, type ExportBundle, named } from './bundles.js';
import { type ExportFormat, exportTables, partLimit } from './cohort-export-model.js';
import type { CohortExportStore } from './cohort-export-store.js';
import type { ExportSession, ExportWriter } from './export-tasks.js';
import type { ReadmeStore } from './readme-material-store.js';

/** Entries of members whose pages are written with one task. */
const entriesAtOnce = 500;

export interface CohortExportParts {
  store: Pick<CohortExportStore, 'rows' | 'settings' | 'isEmpty' | 'log'>;
  readmes: Pick<ReadmeStore, 'contributors' | 'ofMembers'>;
  profiles: Pick<ProfileStore, 'ofMembers'>;
  writer: ExportWriter;
  clock: Clock;
  /** The most bytes of a part. */
  limit?: number;
}

export class CohortExportService {
  constructor(private readonly parts: CohortExportParts) {}

  /**
   * The copy, in bundles of files that fit into one message each; what comes later is read and written while the
   * earlier ones are on their way. Undefined when nobody shared anything.
   */
  async begin(
    guildId: string,
    { format, actorId, words }: { format: ExportFormat; actorId: string; words: ReadmeWords & CohortWords },
  ): Promise<AsyncGenerator<ExportBundle> | undefined> {
    const { store, readmes, clock } = this.parts;
    if (await store.isEmpty(guildId)) return undefined;
    // Pages are made of what everyone can see; there may be nothing of that.
    const members = format === 'markdown' ? await readmes.contributors(guildId) : [];
    if (format === 'markdown' && members.length === 0) return undefined;
    await store.log(guildId, { format, actorId, at: clock() });
    const zips = format === 'markdown' ? this.pages(guildId, members, words) : this.data(guildId, format);
    return bundled(named('cohort', zips));
  }

  private async *data(
    guildId: string,
    format: Exclude<ExportFormat, 'markdown'>,
  ): AsyncGenerator<Uint8Array> {
    const { store, clock } = this.parts;
    const head = { guildId, exportedAt: clock(), settings: await store.settings(guildId) };
    const session = await this.parts.writer.open();
    try {
      yield* await zips(session, { kind: 'data', format, head, limit: this.limit });
      for (const table of exportTables) {
        for await (const rows of store.rows(guildId, table)) {
          yield* await zips(session, { kind: 'rows', table, rows });
        }
      }
      yield* await zips(session, { kind: 'end' });
    } finally {
      session.close();
    }
  }

  private async *pages(
    guildId: string,
    members: readonly PagedMember[],
    words: ReadmeWords & CohortWords,
  ): AsyncGenerator<Uint8Array> {
    const { readmes, profiles, clock } = this.parts;
    const session = await this.parts.writer.open();
    try {
      yield* await zips(session, { kind: 'pages', members, words, writtenAt: clock(), limit: this.limit });
      for (const some of inGroups(members)) {
        const ids = some.map(({ userId }) => userId);
        const [shared, told] = await Promise.all([
          readmes.ofMembers(guildId, ids),
          profiles.ofMembers(guildId, ids),
        ]);
        const profileOf = new Map(told.map((profile) => [profile.userId, { ...profile }]));
        const materials = shared.map((one) => ({ guildId, ...one, profile: profileOf.get(one.userId) }));
        yield* await zips(session, { kind: 'members', materials });
      }
      yield* await zips(session, { kind: 'end' });
    } finally {
      session.close();
    }
  }

  private get limit(): number {
    return this.parts.limit ?? partLimit;
  }
}

async function zips(
  session: ExportSession,
  task: Parameters<ExportSession['ask']>[0],
): Promise<Uint8Array[]> {
  return (await session.ask(task)).parts;
}

/** Members one after the other, in groups whose entries are read with one query. */
function* inGroups(members: readonly PagedMember[]): Generator<PagedMember[]> {
  let group: PagedMember[] = [];
  let entries = 0;
  for (const member of members) {
    if (group.length > 0 && entries + member.entries > entriesAtOnce) {
      yield group;
      group = [];
      entries = 0;
    }
    group.push(member);
    entries += member.entries;
  }
  if (group.length > 0) yield group;
}
