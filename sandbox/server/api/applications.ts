/** The gateway's address and what an application learns about itself. */
import { gatewayAddress } from '../gateway/gateway.js';
import { type Call, ok } from '../http/call.js';
import { applicationView } from '../views/people.js';
import type { Route } from './routes.js';

/** Discord's own bound on identifies a day. */
const IDENTIFIES = 1_000;
const CONCURRENCY = 16;

export const applicationRoutes: Route[] = [
  {
    method: 'GET',
    template: '/gateway',
    open: true,
    handler: ({ sandbox }) => ok({ url: gatewayAddress(sandbox.origin) }),
  },
  {
    method: 'GET',
    template: '/gateway/bot',
    handler: ({ sandbox }) =>
      ok({
        url: gatewayAddress(sandbox.origin),
        shards: 1,
        session_start_limit: {
          total: IDENTIFIES,
          remaining: IDENTIFIES,
          reset_after: 0,
          max_concurrency: CONCURRENCY,
        },
      }),
  },
  { method: 'GET', template: '/applications/@me', handler: ownApplication },
  { method: 'GET', template: '/oauth2/applications/@me', handler: ownApplication },
  { method: 'GET', template: '/applications/{application_id}/emojis', handler: () => ok({ items: [] }) },
  { method: 'GET', template: '/applications/{application_id}/entitlements', handler: () => ok([]) },
];

function ownApplication(call: Call) {
  return ok(applicationView(call.sandbox.state, call.application));
}
