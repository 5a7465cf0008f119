/** A README made of what one member shared. */
import type { ReadmeMaterial } from '../entities/readme-material.js';
import type { ProfileStore } from '../stores/profile-store.js';
import type { ReadmeStore } from '../stores/readme-store.js';
import type { ExportBundle } from './cohort-export/bundles.js';
import { bundled } from './cohort-export/bundles.js';
import type { ExportWriter } from './cohort-export/export-tasks.js';
import { isEmpty, type ReadmeWords } from './readme/export/render-readme.js';

export class ExportService {
  constructor(
    private readonly store: Pick<ReadmeStore, 'ofMember' | 'nameOf'>,
    private readonly profiles: Pick<ProfileStore, 'find'>,
    private readonly writer: ExportWriter,
  ) {}

  /**
   * A member's README: for themselves everything they have not deleted, for others what can be seen. Several documents
   * when it is very long, each of which can be read back. Undefined when there is nothing to write.
   */
  async readme(
    guildId: string,
    { userId, viewerId }: { userId: string; viewerId: string },
    words: ReadmeWords,
  ): Promise<AsyncGenerator<ExportBundle> | undefined> {
    const [shared, profile] = await Promise.all([
      this.store.ofMember(guildId, userId, { withHidden: userId === viewerId }),
      this.profiles.find(guildId, userId),
    ]);
    const material: ReadmeMaterial = {
      guildId,
      ...(shared ?? {
        userId,
        name: (await this.store.nameOf(guildId, userId)) ?? '',
        learnings: [],
        challenges: [],
        given: [],
      }),
      profile: profile && { ...profile },
    };
    if (isEmpty(material)) return undefined;
    const session = await this.writer.open();
    try {
      const { texts } = await session.ask({ kind: 'readme', material, words });
      return bundled(documents(texts));
    } finally {
      session.close();
    }
  }
}

async function* documents(texts: readonly string[]) {
  for (const [place, text] of texts.entries()) {
    yield { name: place === 0 ? 'README.md' : `README-${place + 1}.md`, content: Buffer.from(text) };
  }
}
