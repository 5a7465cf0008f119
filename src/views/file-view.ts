/** A file handed over, with a line on what it is. */
import { ComponentType } from 'discord.js';
import { text } from './blocks.js';
import type { MessageFile, MessageView } from './message-view.js';

export function fileView(line: string, file: MessageFile): MessageView {
  return {
    components: [text(line), { type: ComponentType.File, file: { url: `attachment://${file.name}` } }],
    files: [file],
  };
}
