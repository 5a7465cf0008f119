/** Times every statement of a connection, for the metrics. */
import type { ClientBase } from 'pg';

/** Wraps the connection's `query`; its arguments and result don't change. */
export function timeQueries(client: ClientBase, done: (seconds: number) => void): void {
  const query = client.query.bind(client) as (...values: unknown[]) => unknown;
  const timed = (...values: unknown[]): unknown => {
    const begun = performance.now();
    const finish = () => done((performance.now() - begun) / 1_000);
    const callback = values.at(-1);
    if (typeof callback === 'function') {
      return query(...values.slice(0, -1), (...results: unknown[]) => {
        finish();
        callback(...results);
      });
    }
    const result = query(...values);
    if (result instanceof Promise) result.then(finish, finish);
    return result;
  };
  client.query = timed as ClientBase['query'];
}
