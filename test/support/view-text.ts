/** All text that one of our messages shows, one part per line. */
import { ComponentType } from 'discord.js';
import type { MessageView } from '../../src/discord/message/message-view.js';

export function textOf({ components }: MessageView): string {
  return components
    .flatMap((one) => (one.type === ComponentType.Container ? one.components : [one]))
    .flatMap((one) => (one.type === ComponentType.TextDisplay ? [one.content] : []))
    .join('\n');
}
