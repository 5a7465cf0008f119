/** The statements that a data source sends, as they are sent. */
import { Client } from 'pg';
import { afterAll, beforeAll } from 'vitest';

/** Notes the statements of every connection of this test file; call at the top level, before what connects. */
export function useStatements(): { during(work: () => Promise<unknown>): Promise<string[]> } {
  let sent: string[] = [];
  const { query } = Client.prototype;
  beforeAll(() => {
    Client.prototype.query = function (this: Client, ...values: never[]): never {
      const [config] = values as (string | { text?: string })[];
      sent.push((typeof config === 'string' ? config : (config?.text ?? '')).trim());
      return (query as (...values: unknown[]) => never).apply(this, values);
    };
  });
  afterAll(() => {
    Client.prototype.query = query;
  });
  return {
    async during(work) {
      sent = [];
      await work();
      return sent;
    },
  };
}
