/** A README made of what one member shared. */

import { isEmpty, type ReadmeChoices, type ReadmeWords } from '../../readme/export/render-readme.js';
import type { ReadmeMaterial } from '../../readme/readme-material.js';
import type { DailyCount, Picture } from '../digest/index.js';
import type { ProfileStore } from '../profiles/index.js';
import { bundled, type ExportBundle, type ExportFile } from './bundles.js';
import type { ExportWriter } from './export-tasks.js';
import { weeksFile, weeksOf } from './own-weeks.js';
import type { ReadmeStore } from './readme-material-store.js';

/** Draws a member's weeks; gives nothing when it cannot. */
export type DrawWeeks = (weeks: readonly DailyCount[]) => Promise<Picture | undefined>;

export class ExportService {
  constructor(
    private readonly store: Pick<ReadmeStore, 'ofMember' | 'nameOf' | 'projectsOf'>,
    private readonly profiles: Pick<ProfileStore, 'find'>,
    private readonly writer: ExportWriter,
  ) {}

  /**
   * A member's README: for themselves everything they have not deleted, for others what can be seen. Several documents
   * when it is very long, each of which can be read back. A single one comes with the picture of its weeks, when `draw`
   * gives one, and as a zip of both. Undefined when there is nothing to write.
   */
  async readme(
    guildId: string,
    { userId, viewerId }: { userId: string; viewerId: string },
    words: ReadmeWords,
    choices: ReadmeChoices = { style: 'portfolio', hasCards: true },
    draw: DrawWeeks = async () => undefined,
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
      const illustrated =
        texts.length === 1 && choices.style !== 'compact' ? await drawn(material, draw) : null;
      if (!illustrated) return bundled(documents(texts));
      const { texts: own } = await session.ask({
        kind: 'readme',
        material,
        words,
        choices: { ...choices, picture: weeksFile },
      });
      const { parts } = await session.ask({
        kind: 'zip',
        name: 'README.md',
        content: own[0] ?? '',
        writtenAt: illustrated.lastAt,
        picture: { name: weeksFile, content: illustrated.picture.content },
      });
      const zips = parts.map((part) => ({ name: 'README.zip', content: Buffer.from(part) }));
      return bundled(documents(texts, [illustrated.picture], zips));
    } finally {
      session.close();
    }
  }
}

/** The picture of a member's weeks; null when there are none to show, or it could not be drawn. */
async function drawn(
  material: ReadmeMaterial,
  draw: DrawWeeks,
): Promise<{ picture: ExportFile; lastAt: Date } | null> {
  const weeks = weeksOf(material);
  const last = weeks.at(-1);
  const painted = last && (await draw(weeks));
  if (!painted) return null;
  const { png, description } = painted;
  return { picture: { name: weeksFile, content: png, description }, lastAt: new Date(last.date) };
}

async function* documents(
  texts: readonly string[],
  before: readonly ExportFile[] = [],
  after: readonly ExportFile[] = [],
): AsyncGenerator<ExportFile> {
  yield* before;
  for (const [place, text] of texts.entries()) {
    yield { name: place === 0 ? 'README.md' : `README-${place + 1}.md`, content: Buffer.from(text) };
  }
  yield* after;
}
