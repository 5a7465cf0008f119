/** What a bot asks for when it opens a connection: the version, the encoding and the compression. */
import type { IncomingMessage } from 'node:http';
import type { Compression } from './compression.js';

export const API_VERSION = '10';

export interface Handshake {
  version: string;
  compression: Compression;
  /** What of it isn't spoken here. */
  unspoken?: string;
}

export function handshakeIn({ url }: IncomingMessage): Handshake {
  const query = new URLSearchParams(url?.split('?')[1] ?? '');
  const version = query.get('v') ?? API_VERSION;
  const compression = query.get('compress') ?? 'none';
  const encoding = query.get('encoding') ?? 'json';
  if (encoding !== 'json') return { version, compression: 'none', unspoken: `encoding=${encoding}` };
  if (isCompression(compression)) return { version, compression };
  return { version, compression: 'none', unspoken: `compress=${compression}` };
}

function isCompression(name: string): name is Compression {
  return name === 'none' || name === 'zlib-stream' || name === 'zstd-stream';
}
