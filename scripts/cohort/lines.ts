/** Joins lines of Markdown, so that code blocks stay readable in the source of entries. */
export function lines(...parts: string[]): string {
  return parts.join('\n');
}
