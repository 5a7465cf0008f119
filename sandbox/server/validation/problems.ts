/** Owns the errors inside a refused form: their codes and wording, and the tree Discord answers with. */

/** Where in a body something is wrong: keys of objects and indexes of lists. */
export type Path = readonly (string | number)[];

/** One inner error of a form, as in Discord's `_errors` lists. */
export interface Problem {
  code: string;
  message: string;
}

interface Branch {
  [key: string]: Branch | Problem[];
}

/** What is wrong with one body, gathered while its rules run. */
export class Problems {
  readonly #found: { path: Path; problem: Problem }[] = [];

  /** Notes that the value at `path` is wrong. */
  add(path: Path, problem: Problem): void {
    this.#found.push({ path, problem });
  }

  get any(): boolean {
    return this.#found.length > 0;
  }

  /** The tree of https://docs.discord.com/developers/reference#error-messages: one level a key, `_errors` at the leaves. */
  tree(): unknown {
    const root: Branch = {};
    for (const { path, problem } of this.#found) {
      let branch = root;
      for (const step of path) branch = (branch[String(step)] ??= {}) as Branch;
      const leaf = (branch._errors ??= []) as Problem[];
      leaf.push(problem);
    }
    return root;
  }
}

export const required: Problem = { code: 'BASE_TYPE_REQUIRED', message: 'This field is required' };

export function tooLong(maximum: number): Problem {
  return { code: 'BASE_TYPE_MAX_LENGTH', message: `Must be ${maximum} or fewer in length.` };
}

export function tooShort(minimum: number): Problem {
  return { code: 'BASE_TYPE_MIN_LENGTH', message: `Must be ${minimum} or more in length.` };
}

export function badLength(minimum: number, maximum: number): Problem {
  return { code: 'BASE_TYPE_BAD_LENGTH', message: `Must be between ${minimum} and ${maximum} in length.` };
}

export function tooLarge(maximum: number): Problem {
  return { code: 'NUMBER_TYPE_MAX', message: `int value should be less than or equal to ${maximum}.` };
}

export function tooSmall(minimum: number): Problem {
  return { code: 'NUMBER_TYPE_MIN', message: `int value should be greater than or equal to ${minimum}.` };
}

/** A value outside a closed set. */
export function notAmong(choices: readonly unknown[]): Problem {
  return { code: 'BASE_TYPE_CHOICES', message: `Value must be one of {${choices.join(', ')}}.` };
}

/** A component or option whose `type` does not belong where it stands. */
export function typeNotAmong(choices: readonly unknown[]): Problem {
  return {
    code: 'UNION_TYPE_CHOICES',
    message: `Value of field "type" must be one of (${choices.join(', ')}).`,
  };
}
