/** Owns the rules of files: their sizes, their number, and that a body refers to those that are there. */
import type { Path, Problems } from './problems.js';
import { type Refusal, requestTooLarge } from './refusals.js';

/** A file of a multipart request; `size` in bytes. */
export interface UploadedFile {
  name: string;
  size: number;
}

/** An entry of a body's `attachments`: a file of this request by its index, or a kept one by its snowflake. */
export interface AttachmentEntry {
  id: string | number;
  filename?: string | null;
}

/** A place of a body that says `attachment://<name>`. */
export interface AttachmentReference {
  url: string;
  path: Path;
}

const MEBIBYTE = 1024 * 1024;
/** https://docs.discord.com/developers/reference#uploading-files: without a boosted guild. */
const MAXIMUM_FILE_BYTES = 10 * MEBIBYTE;
const MAXIMUM_REQUEST_BYTES = 25 * MEBIBYTE;
export const MAXIMUM_FILES = 10;
const prefix = 'attachment://';

/** Refuses a file over 10 MiB, and files that together are over 25 MiB. */
export function fileSizeRefusal(files: readonly UploadedFile[]): Refusal | undefined {
  const total = files.reduce((bytes, file) => bytes + file.size, 0);
  const oversized = files.some((file) => file.size > MAXIMUM_FILE_BYTES) || total > MAXIMUM_REQUEST_BYTES;
  return oversized ? requestTooLarge : undefined;
}

/** Whether a URL names a file of the message itself. */
export function isAttachmentReference(url: string | null | undefined): url is string {
  return url?.startsWith(prefix) ?? false;
}

/**
 * Refuses references to files that are not there (components/reference#unfurled-media-item). An edit keeps the
 * files it does not speak of, so there only a list of attachments that are all new tells what exists.
 */
export function checkReferences(
  references: readonly AttachmentReference[],
  message: {
    files: readonly UploadedFile[];
    attachments: readonly AttachmentEntry[] | null | undefined;
    isEdit: boolean;
  },
  problems: Problems,
): void {
  const { files, attachments, isEdit } = message;
  if (references.length === 0) return;
  if (isEdit && !attachments?.every((entry) => Number(entry.id) < files.length)) return;
  const names = new Set(files.map((file) => cleaned(file.name)));
  for (const entry of attachments ?? []) if (entry.filename) names.add(cleaned(entry.filename));
  for (const { url, path } of references) {
    if (names.has(cleaned(url.slice(prefix.length)))) continue;
    problems.add(path, {
      code: 'UNFURLED_MEDIA_ITEM_REFERENCED_ATTACHMENT_NOT_FOUND',
      message: `The referenced attachment ("${url}") was not found`,
    });
  }
}

/** Discord cleans the names of uploads, and of references to them, in the same way. */
function cleaned(name: string): string {
  return name
    .trim()
    .replaceAll(/\s+/g, '_')
    .replaceAll(/[^\w.-]/g, '')
    .replace(/^[._]+/, '');
}
