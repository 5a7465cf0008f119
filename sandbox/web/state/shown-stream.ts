/**
 * A stream of the sandbox's events that stands while its window is shown. Browsers keep six connections to one host:
 * windows behind others that held one each would leave none for the one in front.
 */

/** How long to wait before a refused stream is requested again. */
const RETRY_AFTER_MS = 1_500;

export interface ShownStreamHandlers {
  /** Called for each connection, to listen to its events. */
  attach(source: EventSource): void;
  /** The stream stands; `isAgain` when it was let go or lost before, so that what came meanwhile has to be read. */
  onOpen(isAgain: boolean): void;
  /** It stands no longer; `isHidden` when it was let go with the window. */
  onLost(isHidden: boolean): void;
}

/** Keeps a stream from an address; answers how to stop. */
export function keepShownStream(address: string, handlers: ShownStreamHandlers): () => void {
  let source: EventSource | undefined;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let wasOpen = false;
  const close = () => {
    clearTimeout(timer);
    source?.close();
    source = undefined;
  };
  const open = () => {
    const opened = new EventSource(address);
    source = opened;
    opened.addEventListener('open', () => {
      handlers.onOpen(wasOpen);
      wasOpen = true;
    });
    opened.addEventListener('error', () => {
      handlers.onLost(false);
      // Refused (not merely cut off), it would not come back by itself.
      if (opened.readyState !== EventSource.CLOSED) return;
      clearTimeout(timer);
      timer = setTimeout(open, RETRY_AFTER_MS);
    });
    handlers.attach(opened);
  };
  const onVisibility = () => {
    if (document.visibilityState === 'visible') {
      if (!source) open();
    } else if (source) {
      close();
      handlers.onLost(true);
    }
  };
  onVisibility();
  document.addEventListener('visibilitychange', onVisibility);
  return () => {
    document.removeEventListener('visibilitychange', onVisibility);
    close();
  };
}
