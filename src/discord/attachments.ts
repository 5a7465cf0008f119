/** Fetches what members attach, from Discord's own addresses alone and no more than the rules let in. */

import { UserError } from '../platform/user-error.js';

/** A file that takes longer is not coming (ms). */
const downloadTimeoutMs = 10_000;

/** Gone, or its address ran out: attachments of interactions can be read for a while only. */
const goneStatuses = [403, 404, 410];

export class Attachments {
  private readonly origins: ReadonlySet<string>;
  private readonly limitBytes: number;
  private readonly timeoutMs: number;

  /**
   * @param origins such as `https://cdn.discordapp.com`; nothing is ever asked of any other
   * @param bounds the largest file that is read, and how long that may take
   */
  constructor(origins: readonly string[], bounds: { limitBytes: number; timeoutMs?: number }) {
    this.origins = new Set(origins);
    this.limitBytes = bounds.limitBytes;
    this.timeoutMs = bounds.timeoutMs ?? downloadTimeoutMs;
  }

  /**
   * The file's bytes.
   * @throws UserError `attachment-foreign`, `attachment-too-large`, `attachment-gone`, `attachment-unavailable`
   */
  async read(url: string): Promise<Uint8Array> {
    if (!URL.canParse(url) || !this.origins.has(new URL(url).origin)) {
      throw new UserError('attachment-foreign', {});
    }
    try {
      const signal = AbortSignal.timeout(this.timeoutMs);
      // A redirect would lead to an address that nobody has checked.
      const response = await fetch(url, { redirect: 'manual', signal });
      if (response.ok && response.body) return await bytesOf(response.body, this.limitBytes);
      // What is not read would keep its connection until it ends.
      await response.body?.cancel();
      const isGone = goneStatuses.includes(response.status);
      throw new UserError(isGone ? 'attachment-gone' : 'attachment-unavailable', {});
    } catch (error) {
      if (error instanceof UserError) throw error;
      throw new UserError('attachment-unavailable', {});
    }
  }
}

/** Whatever a server says of a length, what is counted is what comes. */
async function bytesOf(body: ReadableStream<Uint8Array>, limitBytes: number): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  let length = 0;
  for await (const chunk of body) {
    length += chunk.byteLength;
    if (length > limitBytes) {
      throw new UserError('attachment-too-large', { mebibytes: limitBytes / 1_048_576 });
    }
    chunks.push(chunk);
  }
  return Buffer.concat(chunks, length);
}
