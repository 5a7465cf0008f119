/** Documents made of what members shared: a README for one, a folder of pages for the cohort. */
import { strToU8, zipSync } from 'fflate';
import type { ReadmeMaterial } from '../entities/readme-material.js';
import type { ProfileStore } from '../stores/profile-store.js';
import type { ReadmeStore } from '../stores/readme-store.js';
import type { Clock } from './clock.js';
import { type CohortWords, renderCohort } from './readme/export/render-cohort.js';
import { isEmpty, type ReadmeWords, renderReadme } from './readme/export/render-readme.js';
import { UserError } from './user-error.js';

/** Discord takes files up to this size (bytes). */
const fileLimit = 10 * 1024 * 1024;

export class ExportService {
  constructor(
    private readonly store: Pick<ReadmeStore, 'ofMember' | 'ofAll' | 'nameOf'>,
    private readonly profiles: Pick<ProfileStore, 'find' | 'all'>,
    private readonly clock: Clock,
  ) {}

  /**
   * A member's README: for themselves everything they have not deleted, for others what can be seen. Undefined when
   * there is nothing to write.
   * @throws UserError `export-too-large`
   */
  async readme(
    guildId: string,
    { userId, viewerId }: { userId: string; viewerId: string },
    words: ReadmeWords,
  ): Promise<string | undefined> {
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
      profile,
    };
    if (isEmpty(material)) return undefined;
    const text = await renderReadme(material, words);
    if (Buffer.byteLength(text) > fileLimit) throw new UserError('export-too-large', {});
    return text;
  }

  /**
   * The pages of the whole cohort, in a zip; undefined when nobody shared anything.
   * @throws UserError `export-too-large`
   */
  async cohort(
    guildId: string,
    words: ReadmeWords & CohortWords,
  ): Promise<{ zip: Buffer; members: number } | undefined> {
    const [all, profiles] = await Promise.all([this.store.ofAll(guildId), this.profiles.all(guildId)]);
    if (all.length === 0) return undefined;
    const members = all.map((shared) => ({
      guildId,
      ...shared,
      profile: profiles.find((profile) => profile.userId === shared.userId),
    }));
    const pages = await renderCohort(members, words);
    const files = [...pages].map(([path, text]) => [path, strToU8(text)] as const);
    const zip = Buffer.from(zipSync(Object.fromEntries(files), { mtime: this.clock() }));
    if (zip.byteLength > fileLimit) throw new UserError('export-too-large', {});
    return { zip, members: members.length };
  }
}
