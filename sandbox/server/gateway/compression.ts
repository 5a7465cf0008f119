/** How a connection's payloads are written: as they are, or compressed as the bot asked for. */
import { constants, createDeflate, type Deflate, deflateSync } from 'node:zlib';

export type Compression = 'none' | 'zlib-stream' | 'zstd-stream';

/** Turns texts into what goes over the line, in order. */
export interface PayloadWriter {
  write(payload: string, send: (data: string | Buffer) => void): void;
  close(): void;
}

/** Bytes of a block of zstd at most. */
const MAX_BLOCK = 128 * 1_024;
/** Payloads that are compressed one by one, when a bot identifies with `compress`. */
const MIN_COMPRESSED = 1_024;

export function payloadWriter(compression: Compression): PayloadWriter {
  if (compression === 'zlib-stream') return new ZlibStream();
  if (compression === 'zstd-stream') return new ZstdStream();
  return { write: (payload, send) => send(payload), close: () => {} };
}

/** A payload that is compressed by itself, as `compress` in IDENTIFY asks for; short ones stay text. */
export function compressedPayload(payload: string): string | Buffer {
  return payload.length < MIN_COMPRESSED ? payload : deflateSync(payload);
}

/** One zlib stream for the whole connection; each payload ends with a flush (`00 00 FF FF`). */
class ZlibStream implements PayloadWriter {
  private readonly stream: Deflate = createDeflate();
  private parts: Buffer[] = [];

  constructor() {
    this.stream.on('data', (part: Buffer) => this.parts.push(part));
  }

  write(payload: string, send: (data: Buffer) => void): void {
    this.stream.write(payload);
    this.stream.flush(constants.Z_SYNC_FLUSH, () => {
      const data = Buffer.concat(this.parts);
      this.parts = [];
      if (data.length > 0) send(data);
    });
  }

  close(): void {
    this.stream.destroy();
  }
}

/**
 * One zstd frame for the whole connection, in blocks that hold their content as it is: valid for every decoder, and
 * made without a compressor, which older versions of Node.js lack.
 */
class ZstdStream implements PayloadWriter {
  private isBegun = false;

  write(payload: string, send: (data: Buffer) => void): void {
    const content = Buffer.from(payload);
    const parts: Buffer[] = [];
    if (!this.isBegun) {
      // The magic number, a frame without size or checksum, and a window of 8 MiB.
      parts.push(Buffer.from([0x28, 0xb5, 0x2f, 0xfd, 0x00, 0x68]));
      this.isBegun = true;
    }
    for (let start = 0; start < content.length; start += MAX_BLOCK) {
      const block = content.subarray(start, start + MAX_BLOCK);
      // Not the last block (bit 0), raw (bits 1 and 2), and its size.
      const header = Buffer.alloc(3);
      header.writeUIntLE(block.length << 3, 0, 3);
      parts.push(header, block);
    }
    send(Buffer.concat(parts));
  }

  close(): void {}
}
