/** The gateway's address and what an application learns about itself. */
import { gatewayAddress } from '../gateway/gateway.js';
import { type Call, ok } from '../http/call.js';
import type { Route } from '../http/route.js';
import { applicationView } from '../views/people.js';

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
    handler: ({ sandbox, application }) =>
      ok({
        url: gatewayAddress(sandbox.origin),
        shards: 1,
        session_start_limit: sandbox.gateway.sessionStartLimit(application.id),
      }),
  },
  { method: 'GET', template: '/applications/@me', handler: ownApplication },
  { method: 'GET', template: '/oauth2/applications/@me', handler: ownApplication },
  {
    method: 'GET',
    template: '/applications/{application_id}/entitlements',
    query: ['user_id', 'sku_ids', 'guild_id', 'before', 'after', 'limit', 'exclude_ended', 'exclude_deleted'],
    lacks: 'nothing is for sale, so the list is empty',
    handler: () => ok([]),
  },
];

function ownApplication(call: Call) {
  return ok(applicationView(call.sandbox.state, call.application));
}
