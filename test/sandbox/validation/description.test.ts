/** The routes and schemas used here are those of Discord's own API description, where a copy of it lies beside the repository. */
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import * as z from 'zod/mini';
import { amendments } from '../../../sandbox/server/validation/amendments.js';
import { inlineBodies } from '../../../sandbox/server/validation/inlineBodies.js';
import { type BodySchema, routes } from '../../../sandbox/server/validation/routes.js';
import { type Schema, schemaNamed } from '../../../sandbox/server/validation/schemas.js';
import type { Loose } from './rules.js';

const repository = path.resolve(import.meta.dirname, '../../..');
const copy = path.resolve(repository, '../shared/discord/openapi.json');
const present = existsSync(copy);
const description: Loose = present
  ? JSON.parse(readFileSync(copy, 'utf8'))
  : { paths: {}, components: { schemas: {} } };
const named = (name: string): Loose => description.components.schemas[name];
const fieldsOf = (schema: Schema): string[] => Object.keys((schema._zod.def as Loose).shape ?? {});

/** The schema Discord gives for a route's JSON body. */
function bodyOf(key: string): Loose {
  const [method = '', template = ''] = key.split(' ');
  return description.paths[template]?.[method.toLowerCase()]?.requestBody?.content['application/json']
    ?.schema;
}

function referred(schema: Loose): string[] {
  const all = schema.$ref ? [schema] : [...(schema.anyOf ?? []), ...(schema.oneOf ?? [])];
  return all.map((one: Loose) => String(one.$ref).replace(/.*\//, ''));
}

function names(schema: BodySchema): readonly string[] {
  if (typeof schema === 'string') return [schema];
  return 'oneOf' in schema ? schema.oneOf : [];
}

/** The limits of a JSON schema that matter to a body, whether or not it may be null. */
function limits(schema: Loose): Loose {
  const parts = [schema, ...(schema.anyOf ?? []), ...(schema.oneOf ?? [])];
  const found = ['minLength', 'maxLength', 'minItems', 'maxItems'].map((key) => [
    key,
    parts.map((part: Loose) => part[key]).find((value: unknown) => value !== undefined) || undefined,
  ]);
  return Object.fromEntries(found);
}

describe.skipIf(!present)(
  present
    ? "Discord's API description"
    : `Discord's API description (skipped: there is no ${path.basename(copy)} beside the repository)`,
  () => {
    test.each([...routes])('has the route %s with its body', (key, { schema }) => {
      const body = bodyOf(key);
      expect(body).toBeDefined();
      if (typeof schema === 'string') expect(referred(body)).toEqual([schema]);
      else if ('oneOf' in schema) expect(referred(body)).toEqual(expect.arrayContaining([...schema.oneOf]));
    });

    test.each([...new Set([...routes.values()].flatMap(({ schema }) => names(schema)))])(
      'has the fields of %s',
      (name) =>
        expect(fieldsOf(schemaNamed(name))).toEqual(
          expect.arrayContaining(Object.keys(named(name).properties)),
        ),
    );

    test.each([...routes].filter(([, { schema }]) => typeof schema === 'object' && 'inline' in schema))(
      'spells out the body of %s as it is here',
      (key, { schema }) => {
        const { inline } = schema as { inline: keyof typeof inlineBodies };
        const here: Loose = z.toJSONSchema(inlineBodies[inline](), { unrepresentable: 'any', io: 'input' });
        const there = bodyOf(key);
        expect(limits(here)).toEqual(limits(there));
        const [mine, theirs] = [here.items ?? here, there.items ?? there];
        if (theirs.$ref) return;
        expect(Object.keys(mine.properties).sort()).toEqual(Object.keys(theirs.properties).sort());
        expect(mine.required ?? []).toEqual(theirs.required ?? []);
        for (const field of Object.keys(theirs.properties)) {
          expect([field, limits(mine.properties[field])]).toEqual([field, limits(theirs.properties[field])]);
        }
      },
    );

    test.each(Object.entries(amendments))(
      'still has the fields of %s that are amended here',
      (name, fields) => {
        expect(Object.keys(named(name).properties)).toEqual(expect.arrayContaining(Object.keys(fields)));
      },
    );
  },
);
