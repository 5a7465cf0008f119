/** The rules of pictures: which are taken, where they are found again, and what a message shows of them. */
import type { CardPlace } from '../../entities/card.js';
import { type EntryPicture, pictureBounds } from '../../entities/picture.js';
import type { Clock } from '../../platform/clock.js';
import { UserError } from '../../platform/user-error.js';
import type { DraftService } from '../drafts/index.js';
import { isExpired } from './address-expiry.js';
import { offeredIn, pictureText } from './offered-pictures.js';
import {
  type FoundAttachment,
  noPictures,
  type OfferedPicture,
  type PictureFile,
  type PictureOwner,
  type ShownPictures,
  type TakenPicture,
} from './picture-model.js';
import type { FoundPlace, PictureStore } from './picture-store.js';
import { cleanAlt, type PictureSource, requireAcceptable, takePicture } from './picture-taking.js';
import { itemOf, ofFiles, onMessage } from './shown-pictures.js';

/** How long an address is used again (ms): less than Discord's are good for, and soon enough to notice a deleted message. */
const addressKeptMs = 120_000;
const addressesAtMost = 500;

export interface PictureParts {
  store: Pick<PictureStore, 'places' | 'place' | 'describe' | 'unkept' | 'keep' | 'kept' | 'forgetKept'>;
  source: PictureSource;
  drafts: Pick<DraftService, 'keep' | 'open'>;
  clock: Clock;
}

interface Located {
  /** By file name. */
  addresses: ReadonlyMap<string, string>;
  /** A message could not be looked into. */
  isUnsure: boolean;
}

export class PictureService {
  private readonly known = new Map<string, { until: number; addresses: Located['addresses'] }>();

  constructor(private readonly parts: PictureParts) {}

  /**
   * Downloads and checks what a member attached.
   * @throws UserError `picture-too-large`, `picture-type`, `picture-gone`, `picture-alt-too-long`
   */
  async take(offered: readonly OfferedPicture[]): Promise<TakenPicture[]> {
    for (const one of offered) requireAcceptable(one);
    const taken: TakenPicture[] = [];
    for (const one of offered) taken.push(await takePicture(this.parts.source, one, taken.length + 1));
    return taken;
  }

  /** As many of them as an entry has room for and as can be taken; the first problem says why one is left out. */
  async takeWhatGoes(
    offered: readonly OfferedPicture[],
  ): Promise<{ taken: TakenPicture[]; problem?: UserError }> {
    const taken: TakenPicture[] = [];
    let problem: UserError | undefined;
    let bytes = 0;
    for (const one of offered) {
      if (taken.length === pictureBounds.count || bytes + one.size > pictureBounds.bytesTogether) break;
      try {
        requireAcceptable(one);
        const picture = await takePicture(this.parts.source, one, taken.length + 1);
        bytes += Math.max(one.size, picture.size);
        taken.push(picture);
      } catch (error) {
        if (!(error instanceof UserError)) throw error;
        problem ??= error;
      }
    }
    return { taken, ...(problem && { problem }) };
  }

  /** Stores what was offered until the form that goes with it comes back; gives the draft's id. */
  async keep(guildId: string, memberId: string, offered: OfferedPicture): Promise<string> {
    return this.parts.drafts.keep(guildId, memberId, 'picture', { picture: pictureText(offered) });
  }

  /** What a draft of the member's has for a picture; nothing when it has none, or is gone. */
  async offered(guildId: string, memberId: string, draftId: string | undefined): Promise<OfferedPicture[]> {
    if (draftId === undefined) return [];
    const draft = await this.parts.drafts.open(guildId, memberId, draftId).catch((error: unknown) => {
      if (error instanceof UserError) return undefined;
      throw error;
    });
    return offeredIn(draft?.fields['picture']);
  }

  /** What a message of a short life shows: pictures at addresses that are good for a while. */
  async shown(entry: PictureOwner): Promise<ShownPictures> {
    const { pictures = [] } = entry;
    if (pictures.length === 0) return noPictures;
    const { addresses, isUnsure } = await this.locate(entry);
    const files = await this.keptOf(
      entry,
      pictures.filter(({ fileName }) => !addresses.has(fileName)),
    );
    const attached = new Set(files.map(({ name }) => name));
    const items = pictures.flatMap((picture) =>
      itemOf(
        picture,
        attached.has(picture.fileName) ? `attachment://${picture.fileName}` : addresses.get(picture.fileName),
      ),
    );
    const missing = pictures.length - items.length;
    return {
      ...noPictures,
      items,
      files,
      gone: isUnsure ? 0 : missing,
      unreachable: isUnsure ? missing : 0,
    };
  }

  /** What a new card shows: pictures that are uploaded with it, so that they last as long as the card. */
  async uploaded(entry: PictureOwner): Promise<ShownPictures> {
    const { pictures = [] } = entry;
    if (pictures.length === 0) return noPictures;
    // The bytes must be there now, and where they are may change with the card that they are for.
    this.known.delete(keyOf(entry));
    const { addresses, isUnsure } = await this.locate(entry, false);
    const files = await this.keptOf(entry, pictures);
    const kept = new Set(files.map(({ name }) => name));
    let unreachable = 0;
    for (const { fileName, alt } of pictures) {
      const url = addresses.get(fileName);
      if (url === undefined || kept.has(fileName)) continue;
      try {
        const content = Buffer.from(await this.parts.source.read(url));
        files.push({ name: fileName, content, description: alt ?? undefined });
      } catch (error) {
        if (!(error instanceof UserError)) throw error;
        unreachable += error.code === 'attachment-unavailable' ? 1 : 0;
      }
    }
    const missing = pictures.length - files.length;
    return {
      ...ofFiles(pictures, files),
      gone: isUnsure ? 0 : missing - unreachable,
      unreachable: isUnsure ? missing : unreachable,
    };
  }

  /**
   * What a card shows that is edited: what it has stays, and what it should have is uploaded.
   * @param isShown whether the entry is to be seen; otherwise the files stay without being shown, for when it is again
   */
  async onCard(
    entry: PictureOwner,
    attachments: readonly FoundAttachment[],
    isShown: boolean,
  ): Promise<ShownPictures> {
    const kept = onMessage(entry, attachments);
    if (kept.gone === 0 || !isShown) return kept;
    const names = new Set(kept.kept.map(({ name }) => name));
    const missing = (entry.pictures ?? []).filter(({ fileName }) => !names.has(fileName));
    const more = await this.uploaded({ ...entry, pictures: missing });
    return { ...more, items: [...kept.items, ...more.items], kept: kept.kept };
  }

  /**
   * Stores the bytes of an entry's pictures that lie in no message, for as long as they don't: where they came from is
   * good for a day. What can't be read now is tried again the next time.
   */
  async keepBytes(guildId: string, number: number): Promise<void> {
    const { store, source, clock } = this.parts;
    for (const { position, sourceUrl } of await store.unkept(guildId, number)) {
      if (isExpired(sourceUrl, clock().getTime())) continue;
      const content = await source.read(sourceUrl).catch((error: unknown) => {
        if (error instanceof UserError) return undefined;
        throw error;
      });
      if (content) await store.keep(guildId, number, position, Buffer.from(content));
    }
  }

  /** Forgets stored bytes that are needed no more. */
  async forgetKept(): Promise<void> {
    await this.parts.store.forgetKept();
  }

  /** They were uploaded with this message. */
  async placed(
    guildId: string,
    number: number,
    { channelId, messageId }: CardPlace,
    attachments: readonly FoundAttachment[],
  ): Promise<void> {
    const found = attachments.map(({ id, name }) => ({
      channelId,
      messageId,
      fileName: name,
      attachmentId: id,
    }));
    if (found.length > 0) await this.parts.store.place(guildId, number, found);
  }

  /**
   * Says what an entry's pictures show.
   * @throws UserError `picture-alt-too-long`
   */
  async describe(guildId: string, number: number, alts: ReadonlyMap<number, string>): Promise<void> {
    const cleaned = new Map([...alts].map(([position, alt]) => [position, cleanAlt(alt) ?? '']));
    await this.parts.store.describe(guildId, number, cleaned, this.parts.clock());
  }

  /** Those of the pictures whose bytes are stored, as files. Only what lies in no message can be among them. */
  private async keptOf(
    { guildId, number }: PictureOwner,
    pictures: readonly EntryPicture[],
  ): Promise<PictureFile[]> {
    const waiting = pictures.filter(({ sourceUrl }) => sourceUrl !== null);
    if (waiting.length === 0) return [];
    const kept = await this.parts.store.kept(guildId, number);
    return waiting.flatMap(({ position, fileName, alt }) => {
      const content = kept.get(position);
      return content ? [{ name: fileName, content, description: alt ?? undefined }] : [];
    });
  }

  /** Looks into the messages they may lie in until all are found. */
  private async locate(entry: PictureOwner, remembers = true): Promise<Located> {
    const { guildId, number, pictures = [] } = entry;
    const now = this.parts.clock().getTime();
    const key = keyOf(entry);
    const known = this.known.get(key);
    if (known && known.until > now && pictures.every(({ fileName }) => known.addresses.has(fileName)))
      return { addresses: known.addresses, isUnsure: false };
    const addresses = new Map<string, string>();
    const found: FoundPlace[] = [];
    let isUnsure = false;
    const isMissing = ({ fileName }: EntryPicture) => !addresses.has(fileName);
    for (const place of await this.parts.store.places(guildId, number)) {
      if (!pictures.some(isMissing)) break;
      const files = await this.parts.source.filesOf(place).catch(() => undefined);
      if (files === undefined) isUnsure = true;
      if (files === undefined || files === 'gone') continue;
      for (const { fileName } of pictures.filter(isMissing)) {
        const file = files.find(({ name }) => name === fileName);
        if (!file) continue;
        addresses.set(fileName, file.url);
        found.push({ ...place, fileName, attachmentId: file.id });
      }
    }
    if (found.length > 0) await this.parts.store.place(guildId, number, found).catch(() => undefined);
    const isPosted = found.length === pictures.length;
    for (const { fileName, sourceUrl } of pictures.filter(isMissing))
      if (sourceUrl && !isExpired(sourceUrl, now)) addresses.set(fileName, sourceUrl);
    if (isPosted && remembers) this.remember(key, addresses, now);
    return { addresses, isUnsure };
  }

  private remember(key: string, addresses: Located['addresses'], now: number): void {
    this.known.delete(key);
    this.known.set(key, { until: now + addressKeptMs, addresses });
    for (const oldest of this.known.keys()) {
      if (this.known.size <= addressesAtMost) break;
      this.known.delete(oldest);
    }
  }
}

const keyOf = ({ guildId, number }: PictureOwner) => `${guildId}:${number}`;
