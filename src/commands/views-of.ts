/** The views of several things, each built when it is needed. */
import type { MessageView } from '../discord/message/message-view.js';

export async function* viewsOf<T>(
  things: AsyncIterable<T>,
  viewOf: (thing: T) => MessageView,
): AsyncGenerator<MessageView> {
  for await (const thing of things) yield viewOf(thing);
}
