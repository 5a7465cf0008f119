/** Owns the whole answers by which Discord refuses a request. */
import type { Problems } from './problems.js';

/** An HTTP status and Discord's error body. */
export interface Refusal {
  status: number;
  body: { code: number; message: string; errors?: unknown };
}

/** A form with errors in it: 50035 with their tree. */
export function invalidForm(problems: Problems): Refusal {
  return { status: 400, body: { code: 50035, message: 'Invalid Form Body', errors: problems.tree() } };
}

/** A message without anything to show: 50006. */
export const emptyMessage: Refusal = {
  status: 400,
  body: { code: 50006, message: 'Cannot send an empty message' },
};

/** A request or file over the limit of bytes: 40005. */
export const requestTooLarge: Refusal = {
  status: 413,
  body: { code: 40005, message: 'Request entity too large' },
};

/** More commands of one kind than an application may have: 30032. */
export function tooManyCommands(maximum: number): Refusal {
  return {
    status: 400,
    body: { code: 30032, message: `Maximum number of application commands reached (${maximum}).` },
  };
}
