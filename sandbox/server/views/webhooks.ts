/** Webhooks as Discord's API shows them. */
import type { JsonObject } from '../json.js';
import type { WebhookRecord } from '../state/records.js';
import type { State } from '../state/state.js';
import { userView } from './people.js';

const INCOMING = 1;

/** `isByToken` leaves out who created it: the token alone shows no more. */
export function webhookView(state: State, webhook: WebhookRecord, isByToken = false): JsonObject {
  return {
    id: webhook.id,
    type: INCOMING,
    guild_id: webhook.guildId,
    channel_id: webhook.channelId,
    name: webhook.name,
    avatar: null,
    token: webhook.token,
    application_id: webhook.applicationId,
    ...(!isByToken && { user: userView(state, webhook.applicationId) }),
  };
}
