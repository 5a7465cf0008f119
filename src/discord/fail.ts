/** Error handling: the member gets one plain sentence with what they typed; everything else goes to the log. */

import { randomUUID } from 'node:crypto';
import { ComponentType, type Interaction } from 'discord.js';
import type { Catalogue } from '../locales/catalogue.js';
import { isDatabaseAway, mayHaveHappened } from '../platform/database.js';
import { type Logger, plainError } from '../platform/logging.js';
import { levelOf } from '../platform/outside-cause.js';
import { UserError, type UserErrorCode, type UserErrorFacts } from '../platform/user-error.js';
import type { Call } from './calls.js';
import type { Checked } from './context.js';
import type { Typed } from './define.js';
import { isTooLate } from './errors.js';
import type { Hooks } from './feature.js';
import { accents, container, text } from './message/blocks.js';
import type { Reply } from './reply.js';

interface FailureParts {
  services: object;
  /** Gives back what was typed; see `Hooks`. */
  giveBack: Hooks<Checked>['giveBack'];
  log: Logger;
}

/** Tells the member what went wrong and returns what they typed. Gives the result's name for the metrics. */
export async function fail(
  { services, giveBack, log }: FailureParts,
  interaction: Interaction,
  reply: Reply,
  call: Pick<Call, 'name' | 'typed'> | undefined,
  words: Catalogue,
  error: unknown,
): Promise<string> {
  const incident = randomUUID().slice(0, 8);
  const isUserError = error instanceof UserError;
  if (!isUserError) {
    log[levelOf(error)]({ incident, name: call?.name, error: plainError(error) }, 'an interaction failed');
    if (isTooLate(error)) return 'too late';
  }
  const sentence = isUserError
    ? sentenceOf(words, error)
    : isDatabaseAway(error)
      ? // That nothing was saved is said only when it is known.
        mayHaveHappened(error)
        ? words.general.databaseLost(incident)
        : words.general.databaseDown(incident)
      : words.general.apology(incident);
  try {
    const typed = call ? call.typed() : typedInUnknown(interaction);
    const { guildId, user } = interaction;
    const view =
      typed && giveBack && !storesNothing(error)
        ? await giveBack({ guildId, memberId: user.id, words, sentence, typed }, services)
        : { components: [container(accents.trouble, text(sentence))] };
    await reply.send(view, 'ephemeral');
  } catch (unanswered) {
    log.warn({ incident, error: plainError(unanswered) }, 'the member could not be told');
  }
  return isUserError ? error.code : 'failed';
}

/** In guilds that the bot isn't in or doesn't serve it stores nothing, not even drafts. */
function storesNothing(error: unknown): boolean {
  return error instanceof UserError && ['not-in-guild', 'guild-not-served'].includes(error.code);
}

/** What was written into a form that this version does not know. */
function typedInUnknown(interaction: Interaction): Typed | undefined {
  if (!interaction.isModalSubmit()) return undefined;
  const texts = [...interaction.fields.fields].flatMap(([name, field]) =>
    field.type === ComponentType.TextInput ? [[name, field.value] as const] : [],
  );
  return { fields: Object.fromEntries(texts) };
}

/** What is wrong, in the reader's words. */
export function sentenceOf<Code extends UserErrorCode>(words: Catalogue, error: UserError<Code>): string {
  const sentence = words.errors[error.code] as (facts: UserErrorFacts[Code]) => string;
  return sentence(error.facts);
}
