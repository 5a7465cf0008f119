/**
 * Owns the schemas made from Discord's API description: found by name, amended, and with their unions
 * decided by `type`, so that a body is tried against one member instead of all (seven times quicker, and the
 * errors point at the field). Each is rebuilt when it is first used.
 */
import * as descriptions from 'discord-api-spec/zod';
import * as z from 'zod/mini';
import { amendments } from './amendments.js';

export type Schema = z.core.$ZodType;

/** The parts of zod's own definitions that are read here. */
interface Definition {
  type: string;
  checks?: z.core.$ZodCheck<unknown[]>[];
  shape?: Record<string, Schema>;
  element?: Schema;
  innerType?: Schema;
  valueType?: Schema;
  options?: Schema[];
  discriminator?: string;
  values?: unknown[];
  getter?: () => Schema;
}

const described: Readonly<Record<string, Schema | undefined>> = descriptions;
const nameOf = new Map<Schema | undefined, string>(
  Object.entries(described).map(([key, schema]) => [schema, key.replace(/Schema$/, '')]),
);
const rebuilt = new Map<Schema, Schema>();

/**
 * The schema of a name in Discord's API description, such as `MessageCreateRequest`.
 * @throws when the description has none of that name
 */
export function schemaNamed(name: string): Schema {
  const schema = described[`${name}Schema`];
  if (!schema) throw new Error(`Discord's API description has no schema '${name}'`);
  return rebuild(schema);
}

/** The schema that a path of a body falls under, or undefined where the body leaves what is described. */
export function schemaAt(schema: Schema, path: readonly PropertyKey[], body: unknown): Schema | undefined {
  let here: Schema | undefined = bare(schema);
  let value = body;
  for (const step of path) {
    if (here) here = memberFor(here, value);
    const definition: Definition | undefined = here && definitionOf(here);
    const next: Schema | undefined =
      definition?.shape?.[String(step)] ?? definition?.element ?? definition?.valueType;
    here = next && bare(next);
    value = valueAt(value, [step]);
  }
  return here && memberFor(here, value);
}

/** The value of a body at a path, undefined where there is none. */
export function valueAt(body: unknown, path: readonly PropertyKey[]): unknown {
  let value = body;
  for (const step of path) {
    if (typeof value !== 'object' || value === null) return undefined;
    value = (value as Record<PropertyKey, unknown>)[step];
  }
  return value;
}

/** The values `type` may have for the members of a union, in order. */
export function typesOf(union: Schema | undefined): unknown[] {
  const options = union ? (definitionOf(bare(union)).options ?? []) : [];
  const types = options.flatMap((option) => {
    const type = definitionOf(bare(option)).shape?.type;
    return type ? (definitionOf(bare(type)).values ?? []) : [];
  });
  return types.sort((one, other) => Number(one) - Number(other));
}

/** The names of an object's fields; of a list, those of its elements. */
export function fieldNames(schema: Schema): string[] {
  const { shape, element, options } = definitionOf(bare(schema));
  if (element) return fieldNames(element);
  return shape ? Object.keys(shape) : (options ?? []).flatMap(fieldNames);
}

/** Whether a path of fields leads somewhere in a schema; lists count as their elements, unions as each of them. */
export function hasField(schema: Schema, path: readonly string[]): boolean {
  const [name, ...rest] = path;
  if (name === undefined) return true;
  const { type, shape, element, options } = definitionOf(bare(schema));
  if (element) return hasField(element, path);
  if (options) return options.some((option) => hasField(option, path));
  if (!shape) return type === 'unknown' || type === 'any' || type === 'record';
  const field = shape[name];
  return field !== undefined && hasField(field, rest);
}

function definitionOf(schema: Schema): Definition {
  return schema._zod.def as unknown as Definition;
}

/** A schema without its wrappers: lazy, optional, nullable. */
function bare(schema: Schema): Schema {
  let here = schema;
  for (;;) {
    const { getter, innerType } = definitionOf(here);
    const inner = getter?.() ?? innerType;
    if (!inner) return here;
    here = inner;
  }
}

function memberFor(schema: Schema, value: unknown): Schema {
  const { discriminator, options } = definitionOf(schema);
  if (!discriminator || !options) return schema;
  const type = valueAt(value, [discriminator]);
  return bare(options.find((option) => typesOf(z.union([option])).includes(type)) ?? schema);
}

function rebuild(schema: Schema): Schema {
  const known = rebuilt.get(schema);
  if (known) return known;
  const made = rebuildNew(schema);
  rebuilt.set(schema, made);
  return made;
}

function rebuildNew(schema: Schema): Schema {
  const { type, checks = [], shape, element, innerType, options } = definitionOf(schema);
  switch (type) {
    case 'lazy':
      return z.lazy(() => rebuild(bare(schema)));
    case 'optional':
      return z.optional(rebuild(innerType as Schema));
    case 'nullable':
      return z.nullable(rebuild(innerType as Schema));
    case 'array':
      return z.array(rebuild(element as Schema)).check(...checks);
    case 'union':
      return rebuildUnion((options as Schema[]).map(bare));
    case 'object':
      return rebuildObject(nameOf.get(schema), shape as Record<string, Schema>);
    case 'string':
      return isDateTime(checks) ? dateTime : schema;
    default:
      return schema;
  }
}

function rebuildObject(name: string | undefined, shape: Record<string, Schema>): Schema {
  const amended = name === undefined ? undefined : amendments[name];
  const fields = Object.entries(shape).map(([field, schema]) => {
    const amend = amended?.[field];
    return [field, rebuild(amend ? amend(schema) : schema)] as const;
  });
  return z.object(Object.fromEntries(fields));
}

function rebuildUnion(members: Schema[]): Schema {
  const rebuiltMembers = members.map(rebuild);
  const told = members.every((member) => {
    const kind = definitionOf(member).shape?.type;
    return kind !== undefined && definitionOf(bare(kind)).type === 'literal' && kind === bare(kind);
  });
  if (!told) return z.union(rebuiltMembers);
  return z.discriminatedUnion('type', rebuiltMembers as unknown as [z.core.$ZodTypeDiscriminable]);
}

function isDateTime(checks: readonly z.core.$ZodCheck<unknown[]>[]): boolean {
  return checks.some((check) => (check._zod.def as { format?: string }).format === 'datetime');
}

/** Discord reads any ISO 8601 instant, and itself writes offsets; the description's format takes `Z` alone. */
const dateTime = z.string().check(
  z.refine((text) => /^\d{4}-\d{2}-\d{2}/.test(text) && !Number.isNaN(Date.parse(text)), {
    params: { format: 'datetime' },
  }),
);
