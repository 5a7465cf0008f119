/** Lines that say nothing, as those who mend documents line by line ask for them. */

/** A line of spaces at the most; beyond the first and the last line there is none. */
export function isBlank(line: string | undefined): boolean {
  return line !== undefined && line.trim() === '';
}

/** Whether what stands beside it is set apart on this side: by a blank line, or by where the document ends. */
export function isBlankOrEdge(line: string | undefined): boolean {
  return line === undefined || isBlank(line);
}
