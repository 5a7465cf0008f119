/** All text that a message of ours shows, one piece a line. */
import { ComponentType } from 'discord.js';
import type { MessageView } from '../../src/views/message-view.js';

export function textOf({ components }: MessageView): string {
  return components
    .flatMap((one) => (one.type === ComponentType.Container ? one.components : [one]))
    .flatMap((one) => (one.type === ComponentType.TextDisplay ? [one.content] : []))
    .join('\n');
}
