/** Something a person can mend, told in one plain sentence instead of a stack. */
export class PlainError extends Error {
  override readonly name = 'PlainError';
}
