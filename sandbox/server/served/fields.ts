/** Which fields of a body a route takes into account, and which of those sent it doesn't. */
import { isObject } from '../json.js';

/** A dotted path: `name`, `message.content`. Lists count as their elements, and a path covers all that is below it. */
export type FieldPath = string;

/** The fields of `body` that none of `taken` covers. Null and empty lists ask for nothing, and are left out. */
export function fieldsWithoutEffect(body: unknown, taken: readonly FieldPath[], prefix = ''): FieldPath[] {
  if (Array.isArray(body))
    return [...new Set(body.flatMap((one) => fieldsWithoutEffect(one, taken, prefix)))];
  if (!isObject(body)) return [];
  return Object.entries(body).flatMap(([name, value]) => {
    const path = prefix + name;
    if (taken.includes(path) || value === null || value === undefined) return [];
    if (Array.isArray(value) && value.length === 0) return [];
    const isPartlyTaken = taken.some((one) => one.startsWith(`${path}.`));
    return isPartlyTaken ? fieldsWithoutEffect(value, taken, `${path}.`) : [path];
  });
}

/** The same paths below a field: `under('data', ['content'])` is `data.content`. */
export function under(field: string, paths: readonly FieldPath[]): FieldPath[] {
  return paths.map((path) => `${field}.${path}`);
}
