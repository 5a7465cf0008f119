/** What is counted and timed, for Prometheus. docs/runbook.md says what to do when an alert built on it fires. */
import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client';
import { version } from './version.js';

/** Told of each interaction when it is over. */
export interface InteractionMetrics {
  /** `result` is `answered`, `failed`, `too late` or a user error's code. */
  observe(name: string, result: string, seconds: number): void;
  /** Time until Discord had taken the first response: an answer, a form or a deferral. */
  responded?(name: string, seconds: number): void;
}

export interface JobMetrics {
  observe(job: string, result: 'done' | 'failed', seconds: number): void;
}

export interface Metrics {
  registry: Registry;
  interactions: InteractionMetrics;
  jobs: JobMetrics;
  /** One answer of Discord's API; status 0: none came. */
  restAnswered(method: string, status: number, isRetry: boolean): void;
  queryDone(seconds: number): void;
}

/** Results that every command and component has a count of from the start, so that an increase from none is seen. */
const knownResults = ['answered', 'failed', 'too late'];
const knownStatuses = ['0', '200', '204', '400', '401', '403', '404', '429', '500', '502', '503'];

export interface MetricLabels {
  /** Names of commands and components. */
  interactions: readonly string[];
  jobs: readonly string[];
}

export function createMetrics(
  { interactions, jobs }: MetricLabels = { interactions: [], jobs: [] },
): Metrics {
  const registry = new Registry();
  // With nodejs_eventloop_lag_*: the delay of the event loop.
  collectDefaultMetrics({ register: registry });
  const registers = [registry];
  new Gauge({
    name: 'nexus_build_info',
    help: 'Always 1; the labels say what runs',
    labelNames: ['version', 'node'],
    registers,
  }).set({ version, node: process.versions.node }, 1);
  const results = new Counter({
    name: 'nexus_interactions_total',
    help: 'Interactions by what they asked for and how they ended',
    labelNames: ['name', 'result'],
    registers,
  });
  const duration = new Histogram({
    name: 'nexus_interaction_seconds',
    help: 'From an interaction arriving to its answer being taken by Discord',
    labelNames: ['name'],
    buckets: [0.01, 0.05, 0.1, 0.25, 0.5, 1, 2.5],
    registers,
  });
  const response = new Histogram({
    name: 'nexus_first_response_seconds',
    help: 'From an interaction arriving to Discord having the first response; it gives up after 3',
    labelNames: ['name'],
    buckets: [0.01, 0.05, 0.1, 0.25, 0.5, 1, 1.5, 2, 2.5, 3],
    registers,
  });
  for (const name of interactions) for (const result of knownResults) results.inc({ name, result }, 0);
  const runs = new Counter({
    name: 'nexus_job_runs_total',
    help: 'Runs of jobs by how they ended',
    labelNames: ['job', 'result'],
    registers,
  });
  const jobSeconds = new Histogram({
    name: 'nexus_job_seconds',
    help: 'How long runs of jobs take',
    labelNames: ['job'],
    buckets: [0.01, 0.1, 0.5, 1, 5, 15, 60],
    registers,
  });
  for (const job of jobs) for (const result of ['done', 'failed']) runs.inc({ job, result }, 0);
  const requests = new Counter({
    name: 'nexus_discord_requests_total',
    help: "Requests to Discord's API by status; 0: no answer came",
    labelNames: ['method', 'status'],
    registers,
  });
  for (const status of knownStatuses) requests.inc({ method: 'POST', status }, 0);
  const retries = new Counter({
    name: 'nexus_discord_retries_total',
    help: "Requests to Discord's API that were sent again",
    registers,
  });
  const queries = new Histogram({
    name: 'nexus_database_query_seconds',
    help: 'How long statements of the database take, waiting for a connection not included',
    buckets: [0.001, 0.005, 0.01, 0.05, 0.1, 0.5, 1, 5, 15],
    registers,
  });
  return {
    registry,
    interactions: {
      observe(name, result, seconds) {
        results.inc({ name, result });
        duration.observe({ name }, seconds);
      },
      responded: (name, seconds) => response.observe({ name }, seconds),
    },
    jobs: {
      observe(job, result, seconds) {
        runs.inc({ job, result });
        jobSeconds.observe({ job }, seconds);
      },
    },
    restAnswered(method, status, isRetry) {
      requests.inc({ method, status: String(status) });
      if (isRetry) retries.inc();
    },
    queryDone: (seconds) => queries.observe(seconds),
  };
}
