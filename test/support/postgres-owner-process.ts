/** A separate process that starts an embedded Postgres on request, so that tests can race and kill its owner. */
import { type EmbeddedPostgres, startEmbeddedPostgres } from '../../src/platform/embedded-postgres.js';
import type { OwnerAnswer, OwnerRequest } from './postgres-owner.js';

let running: EmbeddedPostgres | undefined;

// Ctrl-C reaches every process of a terminal; a bot that handles it finishes its work first.
process.on('SIGINT', () => undefined);

process.on('message', (request: OwnerRequest) => {
  void answer(request).then((reply) => process.send?.(reply));
});
process.send?.({ messages: [] } satisfies OwnerAnswer);

async function answer(request: OwnerRequest): Promise<OwnerAnswer> {
  const messages: string[] = [];
  try {
    if ('stop' in request) {
      await running?.stop();
      return { messages };
    }
    while (Date.now() < request.at);
    running = await startEmbeddedPostgres({
      dataDirectory: request.dataDirectory,
      database: 'nexus',
      settings: { fsync: 'off' },
      log: (_level, message) => messages.push(message),
    });
    return { url: running.url('nexus'), messages };
  } catch (error) {
    return { error: error instanceof Error ? error.message : String(error), messages };
  }
}
