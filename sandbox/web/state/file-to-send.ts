/** A file of this computer as the sandbox's client sends it. */
import type { FileToSend } from '../../client/types.js';

export async function fileToSend(file: File): Promise<FileToSend> {
  return {
    name: file.name,
    type: file.type || 'application/octet-stream',
    content: new Uint8Array(await file.arrayBuffer()),
  };
}
