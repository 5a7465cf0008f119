/** The poll of a message's body, as it is stored. */
import { invalidField } from '../http/errors.js';
import { isObject, objects } from '../json.js';
import type { PollRecord } from '../state/records.js';

const HOUR = 60 * 60_000;
const DEFAULT_HOURS = 24;
const MAX_HOURS = 32 * 24;

/** The poll that a body asks for, as it is stored. */
export function pollIn(body: unknown, nowMs: number): PollRecord | undefined {
  if (!isObject(body)) return undefined;
  const hours = Number(body.duration ?? DEFAULT_HOURS);
  if (!(hours >= 1 && hours <= MAX_HOURS))
    throw invalidField('poll.duration', 'NUMBER_TYPE_MAX', `int value should be between 1 and ${MAX_HOURS}.`);
  return {
    question: isObject(body.question) ? { text: body.question.text } : {},
    answers: objects(body.answers).map((answer, index) => ({
      id: index + 1,
      media: isObject(answer.poll_media) ? answer.poll_media : {},
    })),
    allowsSeveral: body.allow_multiselect === true,
    layout: Number(body.layout_type ?? 1),
    expiresAt: new Date(nowMs + hours * HOUR).toISOString(),
    votes: {},
    isFinal: false,
  };
}
