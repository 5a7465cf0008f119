/** Uploaded files: kept, given addresses of the sandbox, and put where `attachment://name` points at them. */
import { isObject, type JsonObject, objects, text } from '../json.js';
import type { Sandbox } from '../sandbox.js';
import type { AttachmentRecord, UploadedFile } from '../state/records.js';

/** Keeps one file under a folder of the CDN (`attachments/<channel>`) and answers its record. */
export function storeFile(
  sandbox: Sandbox,
  file: UploadedFile,
  folder: string,
  details: JsonObject = {},
): AttachmentRecord {
  const id = sandbox.ids.next();
  const filename = safeName(text(details.filename) ?? file.name);
  const url = `${sandbox.origin}/${folder}/${id}/${encodeURIComponent(filename)}`;
  sandbox.state.files.set(id, { name: filename, type: file.type, data: file.data });
  return {
    id,
    filename,
    size: file.data.length,
    url,
    proxy_url: url,
    content_type: contentType(file),
    ...(text(details.description) !== undefined && { description: text(details.description) }),
    ...(text(details.title) !== undefined && { title: text(details.title) }),
    ...pngSize(file.data),
  };
}

/** The files of a request as attachments, with the details `attachments` gives by index. */
export function attachmentsOf(
  sandbox: Sandbox,
  channelId: string,
  files: UploadedFile[],
  described: unknown,
): AttachmentRecord[] {
  const details = objects(described);
  return files.map((file) =>
    storeFile(
      sandbox,
      file,
      `attachments/${channelId}`,
      details.find((one) => String(one.id) === file.index),
    ),
  );
}

/** Points `attachment://name` in embeds and components at the files; answers the names that were used. */
export function resolveReferences(
  value: unknown,
  attachments: AttachmentRecord[],
  used: Set<string>,
): unknown {
  if (Array.isArray(value)) return value.map((one) => resolveReferences(one, attachments, used));
  if (!isObject(value)) return value;
  const resolved: JsonObject = {};
  for (const [name, part] of Object.entries(value))
    resolved[name] = resolveReferences(part, attachments, used);
  const name = typeof value.url === 'string' && /^attachment:\/\/(.+)$/.exec(value.url)?.[1];
  const attachment = name ? attachments.find((one) => one.filename === name) : undefined;
  if (attachment) {
    used.add(attachment.id);
    resolved.url = attachment.url;
    resolved.proxy_url = attachment.proxy_url;
    resolved.attachment_id = attachment.id;
    if (attachment.width !== undefined) {
      resolved.width = attachment.width;
      resolved.height = attachment.height;
    }
    if (attachment.content_type) resolved.content_type = attachment.content_type;
  }
  return resolved;
}

/** Discord keeps letters, digits, dots, dashes and underscores of a file's name. */
function safeName(name: string): string {
  return name.replaceAll(/[^\p{L}\p{N}._-]+/gu, '_').slice(-200) || 'file';
}

function contentType(file: UploadedFile): string {
  const textual = /^text\/|json$/.test(file.type) && !file.type.includes('charset');
  return textual ? `${file.type}; charset=utf-8` : file.type;
}

function pngSize(data: Buffer): { width?: number; height?: number } {
  const isPng = data.length > 24 && data.readUInt32BE(0) === 0x89504e47;
  return isPng ? { width: data.readUInt32BE(16), height: data.readUInt32BE(20) } : {};
}
