/** Reading a file that a member attached; `src/discord` fetches it. */

/** The largest file that is read (bytes). */
export const attachmentLimit = 1_048_576;

export interface AttachmentReader {
  /**
   * The file's bytes, `attachmentLimit` at most.
   * @throws UserError `attachment-foreign`, `attachment-too-large`, `attachment-gone`, `attachment-unavailable`
   */
  read(url: string): Promise<Uint8Array>;
}
