/** Follows the sandbox's stream of changes, and comes back to it whenever it was lost. */
import type { FeedEvents } from '../../client/events.js';
import { keepShownStream } from './shown-stream.js';

const NAMES = [
  'message',
  'message-update',
  'message-delete',
  'reaction',
  'typing',
  'channel',
  'member',
  'guild',
  'exchange',
  'commands',
  'clock',
  'gateway',
  'trouble',
  'reset-progress',
  'reset',
] as const satisfies readonly (keyof FeedEvents)[];

export interface StreamHandlers {
  on<Name extends (typeof NAMES)[number]>(name: Name, data: FeedEvents[Name]): void;
  /** The stream stands; `isAgain` when it did not for a while, so that what came meanwhile has to be read. */
  onOpen(isAgain: boolean): void;
  /** The sandbox does not answer. */
  onLost(): void;
}

/** Follows as a person; answers how to stop. */
export function followStream(as: string, { on, onOpen, onLost }: StreamHandlers): () => void {
  return keepShownStream(`/control/events?as=${encodeURIComponent(as)}`, {
    onOpen,
    onLost: (isHidden) => {
      if (!isHidden) onLost();
    },
    attach: (source) => {
      for (const name of NAMES)
        source.addEventListener(name, (event) => on(name, JSON.parse(String(event.data))));
    },
  });
}
