/** Importing a README: reading it, the preview that its member may change, and keeping all of it at once. */
import { createHash, randomUUID } from 'node:crypto';
import type { CardPlace } from '../../entities/card.js';
import { type LearningKind, learningKinds } from '../../entities/entry.js';
import type { Author } from '../../entities/member.js';
import type { Clock } from '../../platform/clock.js';
import { cleanLine, shortened } from '../../platform/text.js';
import { UserError } from '../../platform/user-error.js';
import {
  type ReadmeDocument,
  type ReadmeProfile,
  type ReadmeReader,
  UnreadableReadme,
} from '../../readme/readme-document.js';
import type { Contributor, Guard, MuteCheck, Reservation, Writer } from '../guard/index.js';
import type { AttachmentReader } from './attachment-port.js';
import { chosenOf, hasFacts, previewOf } from './import-choice.js';
import { cleanDocument } from './import-items.js';
import { type ImportPreview, type ImportSummary, itemsOfPage, type ShownImport } from './import-model.js';
import type { FoundImport, ImportStore } from './import-store.js';

/** How long a preview waits for its member (ms). */
const keptForMs = 86_400_000;

/** Longest name of a file that is shown (UTF-16 units). */
const fileNameLimit = 100;

/** Previews whose place among the contributions is remembered. */
const previewsAtMost = 500;

/** Posts the card that sums an import up. */
export interface ImportPublisher {
  /** Null when the channel does not take it. The same import twice within minutes is posted once. Never rejects. */
  postSummary(channelId: string, summary: ImportSummary, language: string): Promise<CardPlace | null>;
}

/** Fills what a document tells of its author's project into the member's profile, where that is empty. */
export interface ProfileFiller {
  fill(guildId: string, member: Author, profile: ReadmeProfile): Promise<unknown>;
}

export interface ImportParts {
  store: ImportStore;
  attachments: AttachmentReader;
  reader: ReadmeReader;
  publisher: ImportPublisher;
  profiles: ProfileFiller;
  guard: Pick<Guard, 'inspectFile' | 'refusedAmong' | 'reserveImport'>;
  mutes: MuteCheck;
  clock: Clock;
  newId?: () => string;
}

/** An import that its member has not decided on. */
type Undecided = Omit<FoundImport, 'preview'> & { preview: ImportPreview };

export class ImportService {
  /** What previews count as contributions, by the import's id; forgotten ones just go on counting. */
  private readonly previews = new Map<string, Reservation>();

  constructor(private readonly parts: ImportParts) {}

  private rememberPreview(id: string, place: Reservation): void {
    this.previews.set(id, place);
    const [oldest] = this.previews.keys();
    if (this.previews.size > previewsAtMost && oldest !== undefined) this.previews.delete(oldest);
  }

  /**
   * Reads a file into a preview, which is kept for a day.
   * @throws UserError `muted`, `too-many-entries`, as `AttachmentReader`, `readme-empty`, `readme-not-text`, `readme-too-heavy`,
   *   `readme-nothing`, `secret-in-file`
   */
  async open(
    guildId: string,
    member: Contributor,
    file: { name: string; url: string },
  ): Promise<ShownImport> {
    const memberId = member.id;
    const { store, attachments, clock, newId = randomUUID } = this.parts;
    await this.parts.mutes.requireUnmuted(guildId, memberId);
    // Reading a file is work like any other: a preview counts, until what it shows is imported.
    const place = await this.parts.guard.reserveImport(guildId, member);
    const bytes = await attachments.read(file.url);
    const read = await this.read(bytes);
    await this.parts.guard.inspectFile(file.name, new TextDecoder().decode(bytes), read);
    const document = await this.withoutRefused(guildId, member, cleanDocument(read));
    const preview = previewOf(document, await store.ownEntries(guildId, memberId));
    if (preview.items.length === 0) throw new UserError('readme-nothing', {});
    const now = clock();
    const row = {
      guildId,
      id: newId(),
      memberId,
      fileName: shortened(cleanLine(file.name), fileNameLimit) || 'README.md',
      fileHash: createHash('sha256').update(bytes).digest('hex'),
      preview: { ...preview },
      keptUntil: new Date(now.getTime() + keptForMs),
      createdAt: now,
    };
    await store.insert(row);
    this.rememberPreview(row.id, place);
    return this.shown(guildId, row.id, row);
  }

  /**
   * A preview as it is now.
   * @throws UserError `import-gone`, `import-done`, `not-your-control`
   */
  async show(guildId: string, memberId: string, id: string): Promise<ShownImport> {
    const found = await this.parts.store.find(guildId, id);
    return this.shown(guildId, id, this.undecided(memberId, found));
  }

  /** Of the page's entries only those in the wanted places stay, the others are dropped; both count from 0. */
  async keepOnly(
    guildId: string,
    memberId: string,
    id: string,
    { page, wanted }: { page: number; wanted: readonly number[] },
  ): Promise<ShownImport> {
    return this.change(guildId, memberId, id, (preview) => {
      for (const { item, index } of itemsOfPage(preview, page)) {
        item.isKept = item.mark !== 'imported' && wanted.includes(index);
      }
    });
  }

  /** Makes a learning one of another kind; anything else stays as it is. */
  async setKind(
    guildId: string,
    memberId: string,
    id: string,
    { place, kind }: { place: number; kind: string },
  ): Promise<ShownImport> {
    const wanted = learningKinds.find((candidate): candidate is LearningKind => candidate === kind);
    return this.change(guildId, memberId, id, (preview) => {
      const item = preview.items[place];
      if (!item || item.type !== 'learning' || !wanted) return;
      item.kind = wanted;
      item.isDone &&= wanted === 'goal';
    });
  }

  async includeOpenChallenges(
    guildId: string,
    memberId: string,
    id: string,
    isWanted: boolean,
  ): Promise<ShownImport> {
    return this.change(guildId, memberId, id, (preview) => {
      preview.withOpenChallenges = isWanted;
    });
  }

  async toggleProfile(guildId: string, memberId: string, id: string): Promise<ShownImport> {
    return this.change(guildId, memberId, id, (preview) => {
      preview.fillsProfile = !preview.fillsProfile && hasFacts(preview.profile);
    });
  }

  /** @throws UserError as `show` */
  async cancel(guildId: string, memberId: string, id: string): Promise<void> {
    await this.parts.store.cancel(guildId, id, this.parts.clock(), (found) => {
      this.undecided(memberId, found);
    });
  }

  /**
   * Keeps everything that was not dropped, in one transaction, and posts one card that sums it up, unless a moderator
   * is to look at it first. Asked a second time it gives what the first brought, and posts the card if that had failed.
   * @throws UserError `muted`, `import-gone`, `not-your-control`
   */
  async confirm(
    guildId: string,
    author: Contributor,
    id: string,
    { channelId, language }: { channelId: string; language: string },
  ): Promise<ImportSummary> {
    const { store, clock, guard } = this.parts;
    await this.parts.mutes.requireUnmuted(guildId, author.id);
    await this.fillProfile(guildId, author, id);
    const keep = () =>
      store.keep(guildId, id, author, clock(), (found, own) =>
        found?.state === 'done' && found.memberId === author.id
          ? undefined
          : chosenOf(this.undecided(author.id, found).preview, own),
      );
    // Asking for the summary again is no contribution.
    if ((await store.find(guildId, id))?.state === 'done') await keep();
    else {
      this.previews.get(id)?.release();
      this.previews.delete(id);
      const place = await guard.reserveImport(guildId, author);
      await keep().catch((error: unknown) => {
        place.release();
        throw error;
      });
    }
    const summary = await store.summary(guildId, id);
    if (!summary) throw new UserError('import-gone', {});
    if (summary.card || summary.entryCount === 0 || summary.review !== 'published') return summary;
    return this.announce(summary, { channelId, language });
  }

  /** What an import brought; undefined when it is not done. */
  async summary(guildId: string, id: string): Promise<ImportSummary | undefined> {
    return this.parts.store.summary(guildId, id);
  }

  /** Posts the card that sums up an import whose entries are there for all to see. */
  async announce(
    summary: ImportSummary,
    { channelId, language }: { channelId: string; language: string },
  ): Promise<ImportSummary> {
    const { store, publisher } = this.parts;
    const card = await publisher.postSummary(channelId, summary, language);
    if (card) await store.recordCard(summary.guildId, summary.id, card);
    return { ...summary, card };
  }

  /** Lets go of previews nobody decided on. */
  async removeExpired(): Promise<number> {
    return this.parts.store.removeExpired(this.parts.clock());
  }

  /** Before anything else, since what was decided is asked no more; filled twice it is the same. */
  private async fillProfile(guildId: string, author: Author, id: string): Promise<void> {
    const found = await this.parts.store.find(guildId, id);
    if (found?.state !== 'preview') return;
    const { preview } = this.undecided(author.id, found);
    if (preview.fillsProfile) await this.parts.profiles.fill(guildId, author, preview.profile);
  }

  /** What may not be shown here is left out, and the preview says so. */
  private async withoutRefused(
    guildId: string,
    member: Writer,
    document: ReadmeDocument,
  ): Promise<ReadmeDocument> {
    const { guard } = this.parts;
    const facts = ['projectName', 'summary', 'objective', 'repository'] as const;
    const refused = await guard.refusedAmong(guildId, member, [
      ...document.items.map(({ title, body, solution, link, tags }) => ({
        title,
        body,
        solution: solution ?? '',
        link: link ?? '',
        tags: tags.join(', '),
      })),
      ...facts.map((name) => ({ [name]: document.profile[name] ?? '' })),
      { title: document.title ?? '' },
    ]);
    const items = document.items.filter((_item, index) => !refused[index]);
    const skipped = [
      ...document.items.flatMap(({ source }, index) =>
        refused[index] ? [{ source, reason: 'refused' as const }] : [],
      ),
      ...document.skipped,
    ];
    const profile = { ...document.profile };
    for (const [index, name] of facts.entries())
      if (refused[document.items.length + index]) profile[name] = null;
    const title = refused[document.items.length + facts.length] ? null : document.title;
    return { ...document, title, items, skipped, profile };
  }

  private async read(bytes: Uint8Array): Promise<ReadmeDocument> {
    try {
      return await this.parts.reader.read(bytes);
    } catch (error) {
      if (!(error instanceof UnreadableReadme)) throw error;
      const { reason } = error;
      if (reason === 'empty') throw new UserError('readme-empty', {});
      throw new UserError(reason === 'too-heavy' ? 'readme-too-heavy' : 'readme-not-text', {});
    }
  }

  private async change(
    guildId: string,
    memberId: string,
    id: string,
    change: (preview: ImportPreview) => void,
  ): Promise<ShownImport> {
    let changed: Undecided | undefined;
    await this.parts.store.change(guildId, id, (found) => {
      changed = this.undecided(memberId, found);
      change(changed.preview);
      return { ...changed.preview };
    });
    if (!changed) throw new UserError('import-gone', {});
    return this.shown(guildId, id, changed);
  }

  /** @throws UserError `import-gone`, `import-done`, `not-your-control` */
  private undecided(memberId: string, found: FoundImport | undefined): Undecided {
    if (!found) throw new UserError('import-gone', {});
    if (found.memberId !== memberId) throw new UserError('not-your-control', {});
    if (found.state === 'done') throw new UserError('import-done', {});
    if (!found.preview || !found.keptUntil || found.keptUntil <= this.parts.clock()) {
      throw new UserError('import-gone', {});
    }
    return { ...found, preview: found.preview as unknown as ImportPreview };
  }

  private async shown(
    guildId: string,
    id: string,
    {
      memberId,
      fileName,
      fileHash,
      preview,
    }: Pick<FoundImport, 'memberId' | 'fileName' | 'fileHash'> & {
      preview: ImportPreview;
    },
  ): Promise<ShownImport> {
    const doneBefore = await this.parts.store.doneBefore(guildId, memberId, fileHash);
    return { id, fileName, doneBefore, preview };
  }
}
