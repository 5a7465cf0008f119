/** Follows the sandbox's stream of changes, and comes back to it whenever it was lost. */
import type { FeedEvents } from '../../client/events.js';

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

/** How long (ms) to wait before a stream that was refused is asked for again. */
const PATIENCE = 1_500;

export interface StreamHandlers {
  on<Name extends (typeof NAMES)[number]>(name: Name, data: FeedEvents[Name]): void;
  /** The stream stands; `isAgain` when it was lost before, so that what came meanwhile has to be read. */
  onOpen(isAgain: boolean): void;
  onLost(): void;
}

/** Follows as a person; answers how to stop. */
export function followStream(as: string, handlers: StreamHandlers): () => void {
  let source: EventSource | undefined;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let wasOpen = false;
  const open = () => {
    source = new EventSource(`/control/events?as=${encodeURIComponent(as)}`);
    source.addEventListener('open', () => {
      handlers.onOpen(wasOpen);
      wasOpen = true;
    });
    source.addEventListener('error', () => {
      handlers.onLost();
      // Refused (not merely cut off), it would not come back by itself.
      if (source?.readyState !== EventSource.CLOSED) return;
      clearTimeout(timer);
      timer = setTimeout(open, PATIENCE);
    });
    for (const name of NAMES)
      source.addEventListener(name, (event) => handlers.on(name, JSON.parse(String(event.data))));
  };
  open();
  return () => {
    clearTimeout(timer);
    source?.close();
  };
}
