/** Reads a request's body: JSON, or a multipart form of `payload_json` and files. */

import type { IncomingMessage } from 'node:http';
import busboy from '@fastify/busboy';
import type { UploadedFile } from '../state/records.js';
import { refuse } from './errors.js';

/** What Discord takes in one request: 25 MiB of files and what goes with them. */
const MAX_BODY = 26 * 1_024 * 1_024;

export interface ReadBody {
  json: unknown;
  /** The JSON as it came; of a form its `payload_json`. */
  text?: string;
  files: UploadedFile[];
}

export async function readBody(request: IncomingMessage): Promise<ReadBody> {
  const raw = await readAll(request);
  if (raw.length === 0) return { json: undefined, files: [] };
  const type = request.headers['content-type'] ?? '';
  if (type.startsWith('multipart/form-data')) return readForm(raw, type);
  const text = raw.toString();
  return { json: parsed(text), text, files: [] };
}

export function readAll(request: IncomingMessage): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    let first: Buffer | undefined;
    let more: Buffer[] | undefined;
    let size = 0;
    request.on('data', (chunk: Buffer) => {
      size += chunk.length;
      if (size > MAX_BODY) return;
      if (!first) first = chunk;
      else if (more) more.push(chunk);
      else more = [chunk];
    });
    request.on('end', () => {
      if (size > MAX_BODY) reject(refuse('tooLarge'));
      else resolve(more && first ? Buffer.concat([first, ...more]) : (first ?? Buffer.alloc(0)));
    });
    request.on('error', reject);
    request.on('aborted', () => reject(new Error('The request was given up.')));
  });
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw refuse('invalidJson');
  }
}

function readForm(raw: Buffer, type: string): Promise<ReadBody> {
  return new Promise((resolve, reject) => {
    const form = new busboy.Busboy({ headers: { 'content-type': type } });
    const files: UploadedFile[] = [];
    const fields: { [name: string]: unknown } = {};
    form.on('field', (name, value) => {
      fields[name] = value;
    });
    form.on('file', (field, stream, name, _encoding, mime) => {
      const chunks: Buffer[] = [];
      stream.on('data', (chunk: Buffer) => chunks.push(chunk));
      stream.on('end', () => {
        const index = /^files\[(\d+)\]$/.exec(field)?.[1] ?? String(files.length);
        files.push({ index, name: name ?? 'unknown', type: mime, data: Buffer.concat(chunks) });
      });
    });
    form.on('finish', () => {
      try {
        const payload = fields.payload_json;
        if (typeof payload === 'string') resolve({ json: parsed(payload), text: payload, files });
        else resolve({ json: fields, text: JSON.stringify(fields), files });
      } catch (error) {
        reject(error);
      }
    });
    form.on('error', () => reject(refuse('invalidForm')));
    form.end(raw);
  });
}
