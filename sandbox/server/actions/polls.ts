/** Polls: made with a message, voted in by people, and ended by their author or by time. */
import { GatewayIntentBits } from 'discord-api-types/v10';
import { refuse } from '../http/errors.js';
import { type JsonObject, text } from '../json.js';
import { publishMessage } from '../publish.js';
import type { Sandbox } from '../sandbox.js';
import type { EventName } from '../served/events.js';
import type { ChannelRecord, MessageRecord, PollRecord } from '../state/records.js';
import { createMessage, dispatchToReaders, messageChanged } from './messages.js';

const POLL_RESULT = 46;
const INTENTS = { guild: GatewayIntentBits.GuildMessagePolls, direct: GatewayIntentBits.DirectMessagePolls };

/** The answer a person names by its number or text; an answer there is not is refused. */
export function answerNamed(poll: PollRecord, wanted: string): number {
  const found = poll.answers.find(
    (one) => String(one.id) === wanted || text(one.media.text)?.toLowerCase() === wanted.toLowerCase(),
  );
  if (!found) throw refuse('notFound');
  return found.id;
}

/** Sets the answers a person votes for; none takes the vote back. */
export function vote(
  sandbox: Sandbox,
  channel: ChannelRecord,
  message: MessageRecord,
  userId: string,
  answers: number[],
): void {
  const { poll } = message;
  if (!poll || isOver(sandbox, poll)) throw refuse('pollExpired');
  const before = poll.votes[userId] ?? [];
  const after = poll.allowsSeveral ? [...new Set(answers)] : answers.slice(0, 1);
  if (after.length > 0) poll.votes[userId] = after;
  else delete poll.votes[userId];
  const change = (name: EventName, answerId: number) =>
    dispatchToReaders(
      sandbox,
      name,
      channel,
      () => ({
        user_id: userId,
        channel_id: channel.id,
        message_id: message.id,
        ...(channel.guildId && { guild_id: channel.guildId }),
        answer_id: answerId,
      }),
      INTENTS,
    );
  for (const id of before) if (!after.includes(id)) change('MESSAGE_POLL_VOTE_REMOVE', id);
  for (const id of after) if (!before.includes(id)) change('MESSAGE_POLL_VOTE_ADD', id);
  sandbox.state.changed();
  publishMessage(sandbox, 'message-update', channel, message);
}

/** Ends a poll: its numbers are final, and a message with the result follows. */
export function endPoll(sandbox: Sandbox, channel: ChannelRecord, message: MessageRecord): void {
  const { poll } = message;
  if (!poll || poll.isFinal) return;
  poll.isFinal = true;
  const now = sandbox.clock.now();
  if (Date.parse(poll.expiresAt) > now) poll.expiresAt = new Date(now).toISOString();
  messageChanged(sandbox, channel, message);
  createMessage(sandbox, {
    channel,
    authorId: message.authorId,
    ...(message.applicationId && { applicationId: message.applicationId }),
    body: { embeds: [resultOf(poll)] },
    type: POLL_RESULT,
    referenceId: message.id,
  });
}

/** Ends the polls whose time is over. */
export function endDuePolls(sandbox: Sandbox): void {
  for (const message of [...sandbox.state.messages.values()]) {
    const channel = sandbox.state.channels.get(message.channelId);
    if (channel && message.poll && isOver(sandbox, message.poll)) endPoll(sandbox, channel, message);
  }
}

/** Who voted for an answer, in the order of their votes. */
export function votersOf(poll: PollRecord, answerId: number): string[] {
  return Object.entries(poll.votes).flatMap(([id, answers]) => (answers.includes(answerId) ? [id] : []));
}

function isOver(sandbox: Sandbox, poll: PollRecord): boolean {
  return poll.isFinal || Date.parse(poll.expiresAt) <= sandbox.clock.now();
}

function resultOf(poll: PollRecord): JsonObject {
  const counts = poll.answers.map((one) => ({ ...one, count: votersOf(poll, one.id).length }));
  const most = Math.max(...counts.map((one) => one.count));
  const winners = counts.filter((one) => one.count === most);
  const [winner] = winners.length === 1 ? winners : [];
  const total = counts.reduce((sum, one) => sum + one.count, 0);
  const facts: [string, unknown][] = [
    ['poll_question_text', poll.question.text],
    ['victor_answer_votes', most],
    ['total_votes', total],
    ...(winner && most > 0
      ? ([
          ['victor_answer_id', winner.id],
          ['victor_answer_text', winner.media.text],
        ] as [string, unknown][])
      : []),
  ];
  return {
    type: 'poll_result',
    fields: facts.map(([name, value]) => ({ name, value: String(value ?? ''), inline: false })),
  };
}
