/** Polls: who voted for an answer, and ending one early. */
import { requireChannel, requireMessage } from '../actions/access.js';
import { endPoll, votersOf } from '../actions/polls.js';
import { type Call, ok } from '../http/call.js';
import { refuse } from '../http/errors.js';
import type { Route } from '../http/route.js';
import { compareIds } from '../snowflake.js';
import { messageView, viewerOf } from '../views/messages.js';
import { userView } from '../views/people.js';

const DEFAULT_PAGE = 25;
const MAX_PAGE = 100;

export const pollRoutes: Route[] = [
  {
    method: 'GET',
    template: '/channels/{channel_id}/polls/{message_id}/answers/{answer_id}',
    query: ['after', 'limit'],
    handler: (call) => {
      const { poll } = target(call).message;
      const id = Number(call.param('answer_id'));
      if (!poll?.answers.some((one) => one.id === id)) throw refuse('notFound');
      const after = call.query.get('after') ?? '0';
      const limit = Math.min(Number(call.query.get('limit') ?? DEFAULT_PAGE), MAX_PAGE);
      const voters = votersOf(poll, id).filter((one) => compareIds(one, after) > 0);
      return ok({
        users: voters
          .sort(compareIds)
          .slice(0, limit)
          .map((one) => userView(call.sandbox.state, one)),
      });
    },
  },
  {
    method: 'POST',
    template: '/channels/{channel_id}/polls/{message_id}/expire',
    handler: (call) => {
      const { channel, message } = target(call);
      if (!message.poll) throw refuse('notAPoll');
      if (message.authorId !== call.application.id) throw refuse('notYours');
      if (message.poll.isFinal) throw refuse('pollExpired');
      endPoll(call.sandbox, channel, message);
      return ok(messageView(call.sandbox.state, message, viewerOf(call.application)));
    },
  },
];

function target(call: Call) {
  const channel = requireChannel(call.sandbox, call.application.id, call.param('channel_id'));
  return { channel, message: requireMessage(call.sandbox, channel, call.param('message_id')) };
}
