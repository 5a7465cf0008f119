/** Owns how the tests of this folder state a rule: an accepted body, and the same with one thing changed. */
import { expect, test } from 'vitest';
import {
  type BodyRequest,
  callbackRefusalOf,
  type Refusal,
  refusalOf,
} from '../../../sandbox/server/validation/index.js';

export interface Rule<Body> {
  /** What must hold, as the test's name. */
  rule: string;
  accepted: Body;
  /** The one change that breaks the rule. */
  breaks: (body: Body) => void;
  /** All that is said of the changed body: `path code`, or the code of a whole answer. */
  says: string[];
}

/** Examples are edited freely, wrong values included: that is what they are for. */
export type Loose = any;

/** One test a rule: the accepted body passes, the changed one is refused for that alone. */
export function testRules<Body>(rules: Rule<Body>[], judge: (body: Body) => Refusal | undefined): void {
  for (const { rule, accepted, breaks, says } of rules) {
    test(rule, () => {
      expect(said(judge(accepted))).toEqual([]);
      const changed = structuredClone(accepted);
      breaks(changed);
      expect(said(judge(changed))).toEqual(says);
    });
  }
}

/** Judges a request by its method and route. */
export function to(method: string, route: string, more: Partial<BodyRequest> = {}) {
  return (body: unknown): Refusal | undefined => refusalOf({ method, route, body, ...more });
}

/** Judges an answer to an interaction. */
export function answering(interactionType: number, fromComponent = false) {
  return (body: unknown): Refusal | undefined => callbackRefusalOf({ body, interactionType, fromComponent });
}

export const toChannel = to('POST', '/channels/{channel_id}/messages');
export const toCommands = to('PUT', '/applications/{application_id}/commands');

/** What a refusal says, one line an error. */
export function said(refusal: Refusal | undefined): string[] {
  if (!refusal) return [];
  if (refusal.body.code !== 50035) return [String(refusal.body.code)];
  return leaves(refusal.body.errors as Loose, []);
}

function leaves(tree: Loose, path: string[]): string[] {
  return Object.entries(tree).flatMap(([key, value]) => {
    if (key !== '_errors') return leaves(value, [...path, key]);
    return (value as { code: string }[]).map(({ code }) => [path.join('.'), code].filter(Boolean).join(' '));
  });
}

export function times<Value>(count: number, make: (index: number) => Value): Value[] {
  return Array.from({ length: count }, (_, index) => make(index));
}

export const button = (customId: string, more: Loose = {}): Loose => ({
  type: 2,
  style: 1,
  label: 'Helpful',
  custom_id: customId,
  ...more,
});
export const row = (...components: Loose[]): Loose => ({ type: 1, components });
export const text = (content: string): Loose => ({ type: 10, content });
export const select = (customId: string, more: Loose = {}): Loose => ({
  type: 3,
  custom_id: customId,
  options: [
    { label: 'One', value: '1' },
    { label: 'Two', value: '2' },
  ],
  ...more,
});
/** A message of components alone. */
export const made = (...components: Loose[]): Loose => ({ flags: 1 << 15, components });
