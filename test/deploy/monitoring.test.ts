/** Alert rules and dashboard ask for metrics that exist, and every alert has its paragraph in the runbook. */
import { readFileSync } from 'node:fs';
import { beforeAll, describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { features } from '../../src/features.js';
import { Observability } from '../../src/observability.js';

const read = (path: string) => readFileSync(new URL(`../../${path}`, import.meta.url), 'utf8');

interface Alert {
  alert: string;
  expr: string;
  for?: string;
  labels: { severity: string };
  annotations: { summary: string; runbook: string };
}
const rules: Alert[] = parse(read('deploy/prometheus/alerts.yaml')).groups.flatMap(
  (group: { rules: Alert[] }) => group.rules,
);
const dashboard = JSON.parse(read('deploy/grafana/nexus.json')) as {
  panels: { title: string; id: number; targets?: { expr: string }[] }[];
};

/** Names of metrics as they are scraped, with the labels of each. */
const metrics = new Map<string, Set<string>>();
beforeAll(() => {
  const { registry } = new Observability(features).metrics;
  for (const { name, type, labelNames } of registry.getMetricsAsArray() as unknown as {
    name: string;
    type: string;
    labelNames?: string[];
  }[]) {
    const labels = new Set([...(labelNames ?? []), 'le', 'instance', 'job']);
    for (const suffix of type === 'histogram' ? ['_bucket', '_sum', '_count'] : [''])
      metrics.set(name + suffix, labels);
  }
  metrics.set('up', new Set(['job', 'instance']));
});

/** What an expression of Prometheus asks for: metrics and the labels they are chosen by. */
function asked(expr: string): { name: string; labels: string[] }[] {
  return [...expr.matchAll(/\b([a-z_]+(?:_[a-z0-9]+)+|up)\b(?!\s*\()(?:\{([^}]*)\})?/g)]
    .map(([, name = '', chosen = '']) => ({
      name,
      labels: [...chosen.matchAll(/(\w+)\s*[=!]/g)].map((match) => match[1] ?? ''),
    }))
    .filter(({ name }) => /^(nexus_|nodejs_|process_|up$)/.test(name));
}

const expressions = [
  ...rules.map(({ alert, expr }) => [alert, expr] as const),
  ...dashboard.panels.flatMap(({ title, targets = [] }) => targets.map(({ expr }) => [title, expr] as const)),
];

describe('what is asked of Prometheus', () => {
  it.each(expressions)('%s', (_, expr) => {
    const found = asked(expr);
    expect(found.length).toBeGreaterThan(0);
    for (const { name, labels } of found) {
      expect([...metrics.keys()]).toContain(name);
      for (const label of labels)
        expect([...(metrics.get(name) ?? [])], `${name} has no ${label}`).toContain(label);
    }
    expect((expr.match(/\(/g) ?? []).length).toBe((expr.match(/\)/g) ?? []).length);
  });

  it('would be noticed if it did not exist', () => {
    expect(asked('rate(nexus_interaction_total{nome="x"}[5m]) > 1')).toEqual([
      { name: 'nexus_interaction_total', labels: ['nome'] },
    ]);
    expect(metrics.has('nexus_interaction_total')).toBe(false);
  });
});

describe('every alert', () => {
  const headings = [...read('docs/runbook.md').matchAll(/^## (\w+)$/gm)].map((match) => match[1]);

  it('has its paragraph in the runbook, and no other has one', () => {
    expect(new Set(headings)).toEqual(new Set(rules.map(({ alert }) => alert)));
    expect(headings).toHaveLength(rules.length);
  });

  it('says how urgent it is, and where to read on', () => {
    for (const { alert, labels, annotations } of rules) {
      expect(['page', 'ticket']).toContain(labels.severity);
      expect(annotations.runbook).toBe(`docs/runbook.md#${alert.toLowerCase()}`);
      expect(annotations.summary).toMatch(/\S/);
    }
  });
});

it('the dashboard shows every metric of ours', () => {
  const shown = new Set(
    expressions.flatMap(([, expr]) =>
      asked(expr).map(({ name }) => name.replace(/_(bucket|sum|count)$/, '')),
    ),
  );
  const ours = [...metrics.keys()]
    .filter((name) => name.startsWith('nexus_'))
    .map((name) => name.replace(/_(bucket|sum|count)$/, ''));
  expect([...new Set(ours)].filter((name) => !shown.has(name))).toEqual([]);
  expect(new Set(dashboard.panels.map(({ id }) => id)).size).toBe(dashboard.panels.length);
});
