/** Faults on demand: rules that delay, refuse, lose or swallow the requests that match them. */

export interface TroubleRule {
  id: string;
  /** What a page calls it, so that another window finds it again. */
  name?: string;
  /** Any by default. */
  method?: string;
  /** The path or Discord's template of it without `/api/v10`; `*` stands for anything. Any by default. */
  route?: string;
  /**
   * `delay`: answers `ms` later; `error`: answers `status` and does nothing; `rate-limit`: answers 429;
   * `lost`: does the work, and the answer never comes; `silent`: does nothing, and no answer comes;
   * `cut`: does the work, and closes the connection instead of answering.
   */
  kind: 'delay' | 'error' | 'rate-limit' | 'lost' | 'silent' | 'cut';
  ms?: number;
  status?: number;
  /** A body in place of Discord's own for that status. */
  body?: unknown;
  /** For 429: seconds, and whether it is the whole bot's. */
  retryAfter?: number;
  global?: boolean;
  /** How many requests it applies to; all by default. */
  times?: number;
}

export class Trouble {
  /** Called whenever a rule came or went. */
  onChange: () => void = () => {};
  private rules: TroubleRule[] = [];
  private count = 0;

  get any(): boolean {
    return this.rules.length > 0;
  }

  add(rule: Omit<TroubleRule, 'id'>): TroubleRule {
    this.count += 1;
    const added = { ...rule, id: String(this.count) };
    this.rules.push(added);
    this.onChange();
    return added;
  }

  list(): TroubleRule[] {
    return this.rules;
  }

  /** Ends one rule, or all. */
  end(id?: string): void {
    this.rules = id === undefined ? [] : this.rules.filter((rule) => rule.id !== id);
    this.onChange();
  }

  /** The rules that apply to a request, each counted once: every delay, and the first of the others. */
  matching(method: string, path: string, template: string): TroubleRule[] {
    const candidates = this.rules.filter(
      (rule) =>
        (rule.method === undefined || rule.method.toUpperCase() === method) &&
        (rule.route === undefined || matches(rule.route, path) || matches(rule.route, template)),
    );
    const first = candidates.find((rule) => rule.kind !== 'delay');
    const matched = candidates.filter((rule) => rule.kind === 'delay' || rule === first);
    for (const rule of matched) if (rule.times !== undefined) rule.times -= 1;
    const left = this.rules.filter((rule) => rule.times === undefined || rule.times > 0);
    const isLess = left.length < this.rules.length;
    this.rules = left;
    if (isLess) this.onChange();
    return matched;
  }
}

function matches(pattern: string, path: string): boolean {
  const source = pattern
    .split('*')
    .map((part) => part.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'))
    .join('.*');
  return new RegExp(`^${source}$`).test(path);
}
