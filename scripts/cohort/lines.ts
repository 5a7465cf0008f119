/** Puts Markdown together from its lines, so that code blocks stay readable where entries are written. */
export function lines(...parts: string[]): string {
  return parts.join('\n');
}
