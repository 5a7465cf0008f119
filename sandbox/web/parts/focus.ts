/** Owns where the keyboard's focus goes when something opens over the page, and where it comes back to. */

const FOCUSABLE = [
  'a[href]',
  'button:not([disabled])',
  'input:not([disabled])',
  'select:not([disabled])',
  'textarea:not([disabled])',
  '[tabindex]:not([tabindex="-1"])',
].join(',');

/** What the Tab key reaches inside of an element, in order. */
export function focusableIn(element: HTMLElement): HTMLElement[] {
  return [...element.querySelectorAll<HTMLElement>(FOCUSABLE)].filter(
    (one) => one.tabIndex >= 0 && one.getClientRects().length > 0 && one.closest('[inert]') === null,
  );
}

/** Marks the element that takes the focus when what had it before is gone: the composer's text box. */
const HOME = '[data-focus-home]';

/** What has the focus now; the function answered gives it back, or to the composer when that is gone. */
export function rememberFocus(): () => void {
  const before = document.activeElement;
  return () => {
    const isThere = before instanceof HTMLElement && before.isConnected && before !== document.body;
    const back = isThere ? before : document.querySelector<HTMLElement>(HOME);
    back?.focus({ preventScroll: true });
  };
}

/** Keeps Tab and Shift+Tab inside of an element. */
export function keepTabInside(element: HTMLElement, event: KeyboardEvent): void {
  if (event.key !== 'Tab') return;
  const reachable = focusableIn(element);
  const first = reachable[0];
  const last = reachable.at(-1);
  const at = document.activeElement;
  if (!first || !last) {
    event.preventDefault();
  } else if (event.shiftKey && (at === first || at === element)) {
    event.preventDefault();
    last.focus();
  } else if (!event.shiftKey && at === last) {
    event.preventDefault();
    first.focus();
  }
}
