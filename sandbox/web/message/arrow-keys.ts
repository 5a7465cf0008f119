/** Moving through messages by keyboard: one of them is reached by Tab, the others from it by the arrow keys. */
import { useCallback, useState } from 'preact/hooks';

/** Tab reaches the last message at first, and again when the one that had the focus is gone. */
export function useArrowKeys(messages: readonly { id: string }[]) {
  const [chosenId, setChosenId] = useState<string>();
  const activeId = messages.some(({ id }) => id === chosenId) ? chosenId : messages.at(-1)?.id;

  const onFocusIn = useCallback((event: FocusEvent) => {
    const id = messageAt(event.target)?.dataset['messageId'];
    if (id !== undefined) setChosenId(id);
  }, []);

  const onKeyDown = useCallback((event: KeyboardEvent) => {
    const message = messageAt(event.target);
    // Inside a message the keys belong to what has the focus there.
    if (!message || event.target !== message) return;
    const next = nextOf(message, event.key);
    if (!next) return;
    event.preventDefault();
    next.focus();
  }, []);

  return { activeId, onFocusIn, onKeyDown };
}

function messageAt(target: EventTarget | null): HTMLElement | null {
  return target instanceof Element ? target.closest<HTMLElement>('[data-message-id]') : null;
}

function nextOf(message: HTMLElement, key: string): HTMLElement | undefined {
  const all = [...(message.parentElement?.querySelectorAll<HTMLElement>('[data-message-id]') ?? [])];
  const at = all.indexOf(message);
  switch (key) {
    case 'ArrowUp':
      return all[at - 1];
    case 'ArrowDown':
      return all[at + 1];
    case 'Home':
      return all[0];
    case 'End':
      return all.at(-1);
  }
  return undefined;
}
