/** What of a request has no effect in the sandbox, once it has been carried out. */
import type { IncomingHttpHeaders } from 'node:http';
import type { Call } from '../http/call.js';
import type { Route } from '../http/route.js';
import { isDescribed } from '../validation/index.js';
import { fieldsWithoutEffect } from './fields.js';
import type { GapKind, Gaps } from './gaps.js';

/** Notes the gaps of a request; answers their names. */
export function gapsOf(
  gaps: Gaps,
  route: Route,
  call: Call,
  body: unknown,
  headers: IncomingHttpHeaders,
): string[] {
  const { method, template } = route;
  const found: string[] = [];
  const add = (kind: GapKind, what: string) => found.push(gaps.add(kind, `${method} ${template}: ${what}`));
  for (const field of fieldsWithoutEffect(body, route.takes ?? []))
    if (isDescribed(method, template, field)) add('field', `field ${field}`);
  for (const name of new Set(call.query.keys()))
    if (!route.query?.includes(name)) add('query', `query ${name}`);
  if (headers['x-audit-log-reason'] !== undefined && !route.audits)
    add('header', 'header X-Audit-Log-Reason');
  for (const gap of call.gaps) add('field', gap);
  return found;
}
