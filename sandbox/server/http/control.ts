/** Answers requests to the control API and the clock. */

import type { IncomingMessage, ServerResponse } from 'node:http';
import Router from 'find-my-way';
import type { Refusal } from '../../client/refusals.js';
import { signedForPeople } from '../actions/file-addresses.js';
import { actingRoutes } from '../control/acting.js';
import type { ControlRoute } from '../control/call.js';
import { eventControlRoutes } from '../control/events.js';
import { peopleRoutes } from '../control/people.js';
import { runningRoutes } from '../control/running.js';
import { worldRoutes } from '../control/world.js';
import { writingRoutes } from '../control/writing.js';
import { ControlError } from '../control-error.js';
import { isObject } from '../json.js';
import type { WorldReset } from '../reset.js';
import type { Sandbox } from '../sandbox.js';
import { readBody } from './body.js';
import { ApiError } from './errors.js';
import { send, sendJson } from './send.js';

export class ControlApi {
  private readonly router = Router({ ignoreTrailingSlash: true, maxParamLength: 200 });

  constructor(
    private readonly sandbox: Sandbox,
    worldReset: WorldReset,
  ) {
    for (const route of [
      ...worldRoutes,
      ...actingRoutes,
      ...writingRoutes,
      ...peopleRoutes,
      ...eventControlRoutes,
      ...runningRoutes(worldReset),
    ])
      this.router.on(route.method, route.path, () => undefined, route);
  }

  async serve(
    request: IncomingMessage,
    response: ServerResponse,
    path: string,
    query: string,
  ): Promise<void> {
    try {
      const found = this.router.find((request.method ?? 'GET') as 'GET', path);
      if (!found) throw new ControlError('noRoute', [], 404);
      const { json } = await readBody(request);
      const gone = new AbortController();
      response.on('close', () => gone.abort());
      const answer = await (found.store as ControlRoute).handler({
        sandbox: this.sandbox,
        params: found.params,
        query: new URLSearchParams(query),
        body: isObject(json) ? json : {},
        gone: gone.signal,
        response,
      });
      if (answer === undefined) return;
      sendJson(response, 200, signedForPeople(this.sandbox, JSON.stringify(answer)), {});
    } catch (error) {
      send(response, failure(error));
    }
  }
}

function failure(error: unknown): { status: number; body: unknown } {
  if (error instanceof ControlError || error instanceof ApiError) {
    const { status, message } = error;
    return { status, body: { error: message, refusal: refusalOf(error) } };
  }
  console.error('The sandbox failed at a request to its control API:', error);
  return { status: 500, body: { error: error instanceof Error ? error.message : String(error) } };
}

function refusalOf(error: ControlError | ApiError): Refusal {
  if (error instanceof ControlError) return error.refusal;
  return { kind: 'discord', values: [error.kind, error.message] };
}
