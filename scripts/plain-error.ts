/** A problem the user can fix, reported in one plain sentence instead of a stack trace. */
export class PlainError extends Error {
  override readonly name = 'PlainError';
}
