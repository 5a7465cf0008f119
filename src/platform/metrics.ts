/** What is counted and timed, for Prometheus. */
import { Counter, collectDefaultMetrics, Histogram, Registry } from 'prom-client';

/** Told of each interaction when it is over. */
export interface InteractionMetrics {
  /** `result` is `answered`, `failed`, `too late` or a user error's code. */
  observe(name: string, result: string, seconds: number): void;
}

export interface Metrics {
  registry: Registry;
  interactions: InteractionMetrics;
}

export function createMetrics(): Metrics {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry });
  const results = new Counter({
    name: 'nexus_interactions_total',
    help: 'Interactions by what they asked for and how they ended',
    labelNames: ['name', 'result'],
    registers: [registry],
  });
  const duration = new Histogram({
    name: 'nexus_interaction_seconds',
    help: 'From an interaction arriving to its answer being taken by Discord',
    labelNames: ['name'],
    buckets: [0.01, 0.05, 0.1, 0.25, 0.5, 1, 2.5],
    registers: [registry],
  });
  return {
    registry,
    interactions: {
      observe(name, result, seconds) {
        results.inc({ name, result });
        duration.observe({ name }, seconds);
      },
    },
  };
}
