/** A view of each of several things, made when it is its turn. */
import type { MessageView } from '../views/message-view.js';

export async function* viewsOf<T>(
  things: AsyncIterable<T>,
  viewOf: (thing: T) => MessageView,
): AsyncGenerator<MessageView> {
  for await (const thing of things) yield viewOf(thing);
}
