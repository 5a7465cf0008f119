/** Blank lines, for the repairs that go line by line. */

/** A line of spaces at the most; beyond the first and the last line there is none. */
export function isBlank(line: string | undefined): boolean {
  return line !== undefined && line.trim() === '';
}

/** Whether its neighbour on this side is separated from it: by a blank line, or by where the document ends. */
export function isBlankOrEdge(line: string | undefined): boolean {
  return line === undefined || isBlank(line);
}
