/** Keeps the keyboard's place in a list when what has the focus is taken away: a button, an editor, a whole message. */

/**
 * Begins to watch; answers how to end it.
 * @param rows what holds the messages, of which one can be reached by Tab
 */
export function keepFocus(rows: HTMLElement): () => void {
  let focused: Element | undefined;
  let messageId: string | undefined;
  const onFocusIn = ({ target }: FocusEvent) => {
    if (!(target instanceof HTMLElement)) return;
    focused = target;
    messageId = target.closest<HTMLElement>('[data-message-id]')?.dataset['messageId'];
  };
  const onFocusOut = ({ target }: FocusEvent) => {
    // An element that is removed loses the focus as well: this gives it back.
    if (target instanceof Element && target.isConnected) queueMicrotask(() => forget(target));
  };
  const forget = (target: Element) => {
    if (focused === target && target.isConnected) focused = undefined;
  };
  const observer = new MutationObserver(() => {
    if (!focused || focused.isConnected || document.activeElement !== document.body) return;
    focused = undefined;
    const same = messageId && rows.querySelector<HTMLElement>(`[data-message-id="${CSS.escape(messageId)}"]`);
    const next = same || rows.querySelector<HTMLElement>('[data-message-id][tabindex="0"]');
    next?.focus({ preventScroll: true });
  });
  rows.addEventListener('focusin', onFocusIn);
  rows.addEventListener('focusout', onFocusOut);
  observer.observe(rows, { childList: true, subtree: true });
  return () => {
    observer.disconnect();
    rows.removeEventListener('focusin', onFocusIn);
    rows.removeEventListener('focusout', onFocusOut);
  };
}
