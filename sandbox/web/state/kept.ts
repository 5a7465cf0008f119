/** Words kept in this browser; one that keeps nothing forgets them with the window. */

export function keptText(
  key: string,
  storage: 'localStorage' | 'sessionStorage' = 'localStorage',
): string | undefined {
  try {
    return globalThis[storage].getItem(key) ?? undefined;
  } catch {
    return undefined;
  }
}

/** An empty text is not kept. */
export function keepText(
  key: string,
  text: string,
  storage: 'localStorage' | 'sessionStorage' = 'localStorage',
): void {
  try {
    if (text) globalThis[storage].setItem(key, text);
    else globalThis[storage].removeItem(key);
  } catch {
    // It is refused, or full.
  }
}
