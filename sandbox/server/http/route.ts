/** What a route of Discord's API is to the sandbox: its path, its handler, and what it takes into account. */
import type { FieldPath } from '../served/fields.js';
import type { Handler } from './call.js';

export interface Route {
  method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  /** Discord's own template, with its names for the parameters. */
  template: string;
  handler: Handler;
  /** Needs no bot token: the path carries one. */
  open?: boolean;
  /** No rate limit at all. */
  unlimited?: boolean;
  /** The fields of the body that it takes into account; any other one that is sent is a gap. */
  takes?: readonly FieldPath[];
  /** The same for the query. */
  query?: readonly string[];
  /** Whether it writes an audit log entry, with the reason that is sent. */
  audits?: boolean;
  /** What it doesn't do, for the coverage table, where neither fields nor queries say so. */
  lacks?: string;
}
