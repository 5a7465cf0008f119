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
    if (isShortEnough(issue, value, path)) continue;
    const found = problemOf(issue, value, schemaAt(schema, path, body), () =>
      typesOf(schemaAt(schema, path.slice(0, -1), body)),
    );
    problems.add([...at, ...(found.code === 'UNION_TYPE_CHOICES' ? path.slice(0, -1) : path)], found);
  }
}

/** zod counts UTF-16 units, Discord code points; in embeds it trims first (resources/message#embed-object-embed-limits). */
function isShortEnough(issue: Issue, value: unknown, path: Path): boolean {
  if (issue.code !== 'too_big' || typeof value !== 'string') return false;
  return lengthOf(path.includes('embeds') ? value.trim() : value) <= Number(issue.maximum);
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
      return outOfBounds(issue, schema);
    case 'invalid_value':
      return notAmong(issue.values);
    case 'invalid_format':
      return wrongFormat(issue.format, value);
    case 'invalid_union':
      return 'discriminator' in issue && issue.discriminator === 'type'
        ? typeNotAmong(types())
        : noMember(value);
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
  return (schema?._zod.bag ?? {}) as { minimum?: number; maximum?: number };
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

/** The only untold union a bot meets in a message is the nonce: text or a number. */
function noMember(value: unknown): Problem {
  return typeof value === 'string'
    ? { code: 'NONCE_TYPE_TOO_LONG', message: 'Must be 25 or fewer characters long.' }
    : { code: 'NONCE_TYPE_INVALID_TYPE', message: 'This field must be a string or integer.' };
}
