/** Why something went wrong, in words for the page. */

/** What the sandbox said; a browser's own words for a request without an answer differ and help nobody. */
export function reasonOf(error: unknown): string {
  if (error instanceof TypeError && /fetch|network|load failed/i.test(error.message))
    return 'The sandbox cannot be reached. Is it running?';
  return error instanceof Error ? error.message : String(error);
}
