/** Puts a text on the clipboard. */

/** Without the browser's leave nothing is copied, and nothing else is lost by it. */
export function copyText(text: string): void {
  navigator.clipboard.writeText(text).catch(() => undefined);
}
