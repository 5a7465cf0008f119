/** The first answer to an interaction. */

import { type Answer, type Call, NO_CONTENT, ok } from '../http/call.js';
import { ApiError } from '../http/errors.js';
import type { Route } from '../http/route.js';
import { applyCallback, originalOf } from '../interactions/callback.js';
import { CallbackKind, type InteractionRecord } from '../interactions/record.js';
import { isObject, type JsonObject } from '../json.js';
import { under } from '../served/fields.js';
import { NEW_MESSAGE } from '../served/message-fields.js';
import { MessageFlag, type MessageRecord } from '../state/records.js';
import { callbackRefusalOf } from '../validation/index.js';
import { messageView } from '../views/messages.js';

export const interactionRoutes: Route[] = [
  {
    method: 'POST',
    template: '/interactions/{interaction_id}/{interaction_token}/callback',
    open: true,
    unlimited: true,
    takes: [
      'type',
      ...under('data', [...NEW_MESSAGE, 'choices', 'custom_id', 'title']),
      // An attachment that an update keeps comes back with all it has.
      'data.attachments',
    ],
    query: ['with_response'],
    lacks: 'activities are not launched (type 12)',
    handler: callback,
  },
];

function callback(call: Call): Answer {
  const { sandbox } = call;
  const record = sandbox.interactions.answerable(
    call.param('interaction_id'),
    call.param('interaction_token'),
  );
  const body = isObject(call.raw) ? call.raw : {};
  if (sandbox.settings.validation) {
    const source = record.sourceMessageId ? sandbox.state.messages.get(record.sourceMessageId) : undefined;
    const refusal = callbackRefusalOf({
      body,
      interactionType: record.type,
      fromComponent: record.sourceMessageId !== undefined,
      files: call.uploads,
      currentFlags: source?.flags,
    });
    if (refusal)
      throw new ApiError(refusal.status, refusal.body.code, refusal.body.message, refusal.body.errors);
  }
  if (body.type === CallbackKind.launchActivity) call.gaps.push('type 12 (launch activity)');
  const message = applyCallback(sandbox, record, body, call.files);
  if (call.query.get('with_response') !== 'true') return NO_CONTENT;
  return ok(response(call, record, Number(body.type), message ?? originalOf(sandbox, record)));
}

function response(
  call: Call,
  record: InteractionRecord,
  kind: number,
  message: MessageRecord | undefined,
): JsonObject {
  const view =
    message && messageView(call.sandbox.state, message, { userId: record.applicationId, content: true });
  return {
    interaction: {
      id: record.id,
      type: record.type,
      ...(message && {
        response_message_id: message.id,
        response_message_loading: (message.flags & MessageFlag.loading) !== 0,
        response_message_ephemeral: (message.flags & MessageFlag.ephemeral) !== 0,
      }),
    },
    ...(view && kind !== CallbackKind.deferredUpdate && { resource: { type: kind, message: view } }),
  };
}
