/** Owns the translation of what zod finds wrong with a body into the inner errors of Discord. */
import * as z from 'zod/mini';
import {
  badLength,
  notAmong,
  type Path,
  type Problem,
  type Problems,
  required,
  tooLarge,
  tooLong,
  tooShort,
  tooSmall,
  typeNotAmong,
} from './problems.js';
import { type Schema, schemaAt, typesOf, valueAt } from './schemas.js';
import { lengthOf } from './text.js';

type Issue = z.core.$ZodIssue;

/** Checks a body against a schema; what is wrong goes to `problems`, its path led by `at`. */
export function checkAgainst(schema: Schema, body: unknown, problems: Problems, at: Path = []): void {
  const result = z.safeParse(schema, body);
  if (result.success) return;
  for (const issue of result.error.issues) {
    const path = issue.path as (string | number)[];
    const value = valueAt(body, path);
    if (isShortOnceTrimmed(issue, value, path)) continue;
    const found = problemOf(issue, value, schemaAt(schema, path, body), () =>
      typesOf(schemaAt(schema, path.slice(0, -1), body)),
    );
    problems.add([...at, ...(found.code === 'UNION_TYPE_CHOICES' ? path.slice(0, -1) : path)], found);
  }
}

/** Discord trims the texts of embeds before it measures them (resources/message#embed-object-embed-limits). */
function isShortOnceTrimmed(issue: Issue, value: unknown, path: Path): boolean {
  if (issue.code !== 'too_big' || typeof value !== 'string' || !path.includes('embeds')) return false;
  return lengthOf(value.trim()) <= Number(issue.maximum);
}

function problemOf(
  issue: Issue,
  value: unknown,
  schema: Schema | undefined,
  types: () => unknown[],
): Problem {
  if (value === undefined || value === null) return required;
  switch (issue.code) {
    case 'invalid_type':
      return wrongKind(issue.expected, value);
    case 'too_big':
    case 'too_small':
      return issue.path.at(-1) === 'nonce' ? nonceTooLong : outOfBounds(issue, schema);
    case 'invalid_value':
      return notAmong(issue.values);
    case 'invalid_format':
      return wrongFormat(issue.format, value);
    case 'invalid_union':
      return 'discriminator' in issue && issue.discriminator === 'type' ? typeNotAmong(types()) : noMember;
    case 'custom':
      return wrongFormat(String(issue.params?.format), value);
    default:
      return { code: 'BASE_TYPE_INVALID', message: 'Value is not valid.' };
  }
}

function wrongKind(expected: string, value: unknown): Problem {
  switch (expected) {
    case 'string':
      return { code: 'STRING_TYPE_CONVERT', message: `Could not interpret "${String(value)}" as string.` };
    case 'boolean':
      return { code: 'BOOLEAN_TYPE_CONVERT', message: 'Must be either true or false.' };
    case 'array':
      return { code: 'LIST_TYPE_CONVERT', message: 'Only iterables may be used in a ListType' };
    case 'object':
      return { code: 'MODEL_TYPE_CONVERT', message: 'Only dictionaries may be used in a ModelType' };
    case 'record':
      return { code: 'DICT_TYPE_CONVERT', message: 'Only dictionaries may be used in a DictType' };
    default:
      return { code: 'NUMBER_TYPE_COERCE', message: `Value "${String(value)}" is not int.` };
  }
}

function outOfBounds(
  issue: z.core.$ZodIssueTooBig | z.core.$ZodIssueTooSmall,
  schema: Schema | undefined,
): Problem {
  const bounds = boundsOf(schema);
  if (issue.origin === 'string' || issue.origin === 'array') {
    const { minimum, maximum } = bounds;
    if (minimum !== undefined && minimum > 0 && maximum !== undefined) return badLength(minimum, maximum);
    return issue.code === 'too_big' ? tooLong(Number(issue.maximum)) : tooShort(Number(issue.minimum));
  }
  return issue.code === 'too_big' ? tooLarge(Number(issue.maximum)) : tooSmall(Number(issue.minimum));
}

function boundsOf(schema: Schema | undefined): { minimum?: number; maximum?: number } {
  const { checks = [] } = (schema?._zod.def ?? {}) as { checks?: z.core.$ZodCheck[] };
  return Object.assign({}, ...checks.map((check) => check._zod.def));
}

function wrongFormat(format: string, value: unknown): Problem {
  switch (format) {
    case 'url':
      return { code: 'URL_TYPE_INVALID_URL', message: 'Not a well formed URL.' };
    case 'datetime':
      return {
        code: 'DATE_TIME_TYPE_PARSE',
        message: `Could not parse ${String(value)}. Should be ISO8601.`,
      };
    case 'regex':
      return { code: 'NUMBER_TYPE_COERCE', message: `Value "${String(value)}" is not snowflake.` };
    default:
      return { code: 'BASE_TYPE_INVALID', message: 'Value is not valid.' };
  }
}

/** The only union of a message whose members don't differ by `type` is the nonce. */
const noMember: Problem = {
  code: 'NONCE_TYPE_INVALID_TYPE',
  message: 'This field must be a string or integer.',
};
const nonceTooLong: Problem = {
  code: 'NONCE_TYPE_TOO_LONG',
  message: 'Must be 25 or fewer characters long.',
};
