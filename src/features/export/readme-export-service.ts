/** A README made of what one member shared. */

import { isEmpty, type ReadmeChoices, type ReadmeWords } from '../../readme/export/render-readme.js';
import type { ReadmeMaterial } from '../../readme/readme-material.js';
import type { ProfileStore } from '../profiles/index.js';
import { bundled, type ExportBundle } from './bundles.js';
import type { ExportWriter } from './export-tasks.js';
import type { ReadmeStore } from './readme-material-store.js';

export class ExportService {
  constructor(
    private readonly store: Pick<ReadmeStore, 'ofMember' | 'nameOf' | 'projectsOf'>,
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
    choices: ReadmeChoices = { style: 'portfolio', hasCards: true },
  ): Promise<AsyncGenerator<ExportBundle> | undefined> {
    const [shared, profile, projects] = await Promise.all([
      this.store.ofMember(guildId, userId, { withHidden: userId === viewerId }),
      this.profiles.find(guildId, userId),
      this.store.projectsOf(guildId, userId),
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
      projects,
    };
    if (isEmpty(material)) return undefined;
    const session = await this.writer.open();
    try {
      const { texts } = await session.ask({ kind: 'readme', material, words, choices });
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
