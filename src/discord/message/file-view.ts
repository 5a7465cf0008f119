/** A message with files, and a line that says what they are. */
import { ComponentType } from 'discord.js';
import { text } from './blocks.js';
import type { MessageFile, MessageView } from './message-view.js';

export function filesView(line: string, files: readonly MessageFile[]): MessageView {
  return {
    components: [
      text(line),
      ...files.map(({ name }) => ({
        type: ComponentType.File as const,
        file: { url: `attachment://${name}` },
      })),
    ],
    files: [...files],
  };
}
