/** Files handed over, with a line on what they are. */
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
