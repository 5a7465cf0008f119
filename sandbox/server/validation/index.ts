/** Owns the one question asked of this folder: would Discord refuse this body, and in which words? */
import { fileSizeRefusal, type UploadedFile } from './attachments.js';
import { callbackRefusal, schemaOf as callbackSchemas } from './callbacks.js';
import { inlineBodies } from './inlineBodies.js';
import { checkAgainst } from './issues.js';
import { Problems } from './problems.js';
import { invalidForm, type Refusal } from './refusals.js';
import { type BodySchema, routes } from './routes.js';
import { fieldNames, hasField, type Schema, schemaNamed } from './schemas.js';

export type { Refusal } from './refusals.js';

/** A request as Discord receives it. */
export interface BodyRequest {
  method: string;
  /** Discord's path template, such as `/channels/{channel_id}/messages`. */
  route: string;
  /** The parsed JSON; of a multipart request its `payload_json`. */
  body: unknown;
  files?: UploadedFile[];
  /** The flags of the message that is edited; without them an edit is judged by its own flags alone. */
  currentFlags?: number;
}

const made = new Map<keyof typeof inlineBodies, Schema>();

/**
 * Why Discord would refuse a request for its body or its files.
 * @returns the answer to send, or undefined when the body is accepted or the route has none to check
 */
export function refusalOf(request: BodyRequest): Refusal | undefined {
  const { body, files = [], currentFlags } = request;
  const tooLarge = fileSizeRefusal(files);
  const route = routes.get(`${request.method} ${request.route}`);
  if (tooLarge || !route) return tooLarge;
  const problems = new Problems();
  checkAgainst(schemaOf(route.schema, body), body, problems);
  if (problems.any) return invalidForm(problems);
  const context = { isEdit: request.method === 'PATCH', files, currentFlags };
  route.check?.(body, context, problems);
  return problems.any ? invalidForm(problems) : route.refusal?.(body, context);
}

/** Why Discord would refuse the first answer to an interaction: its body, files, or type for that interaction. */
export function callbackRefusalOf(request: {
  body: unknown;
  interactionType: number;
  /** Of a modal's submission: whether the modal was opened from a component. */
  fromComponent: boolean;
  files?: UploadedFile[];
  /** The flags of the message that an update changes. */
  currentFlags?: number;
}): Refusal | undefined {
  const files = request.files ?? [];
  return fileSizeRefusal(files) ?? callbackRefusal({ ...request, files });
}

/** The fields of a route's body as Discord describes it; none where its body is not described here. */
export function describedFields(method: string, template: string): string[] {
  return [...new Set(schemasOf(method, template).flatMap(fieldNames))];
}

/**
 * Whether Discord knows a field of a route's body, by its dotted path: others it leaves aside. Where the body is not
 * described here, any field may be one.
 */
export function isDescribed(method: string, template: string, path: string): boolean {
  const schemas = schemasOf(method, template);
  return schemas.length === 0 || schemas.some((one) => hasField(one, path.split('.')));
}

function schemasOf(method: string, template: string): Schema[] {
  if (template.endsWith('/callback')) return [...new Set(callbackSchemas.values())].map(schemaNamed);
  const route = routes.get(`${method} ${template}`);
  if (!route) return [];
  const { schema } = route;
  const all = typeof schema === 'object' && 'oneOf' in schema ? schema.oneOf : [schema];
  return all.map((one) => schemaOf(one, {}));
}

function schemaOf(schema: BodySchema, body: unknown): Schema {
  if (typeof schema === 'string') return schemaNamed(schema);
  if ('oneOf' in schema) {
    return schemaNamed(schema.choose(typeof body === 'object' && body !== null ? { ...body } : {}));
  }
  const known = made.get(schema.inline) ?? inlineBodies[schema.inline]();
  made.set(schema.inline, known);
  return known;
}
