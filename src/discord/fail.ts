/** What becomes of errors: one plain sentence for the member alone with what they typed, and the log for the rest. */
import { randomUUID } from 'node:crypto';
import { ComponentType, type Interaction } from 'discord.js';
import type { Catalogue } from '../locales/catalogue.js';
import { isDatabaseAway } from '../platform/database.js';
import { type Logger, plainError } from '../platform/logging.js';
import { withoutSecrets } from '../services/guard/secrets.js';
import type { Services } from '../services/services.js';
import { UserError, type UserErrorCode, type UserErrorFacts } from '../services/user-error.js';
import { errorView } from '../views/error-view.js';
import type { Call } from './calls.js';
import type { Typed } from './define.js';
import { isTooLate } from './errors.js';
import type { Reply } from './reply.js';

interface FailureParts {
  services: Pick<Services, 'drafts'>;
  log: Logger;
}

/** Tells the member what went wrong, giving back what they typed. Gives the result's name for the metrics. */
export async function fail(
  { services, log }: FailureParts,
  interaction: Interaction,
  reply: Reply,
  call: Pick<Call, 'name' | 'typed'> | undefined,
  words: Catalogue,
  error: unknown,
): Promise<string> {
  const incident = randomUUID().slice(0, 8);
  const isUserError = error instanceof UserError;
  if (!isUserError) {
    log.error({ incident, name: call?.name, error: plainError(error) }, 'an interaction failed');
    if (isTooLate(error)) return 'too late';
  }
  const sentence = isUserError
    ? sentenceOf(words, error)
    : isDatabaseAway(error)
      ? words.general.databaseDown(incident)
      : words.general.apology(incident);
  try {
    const typed = call ? call.typed() : typedInUnknown(interaction);
    const { guildId, user } = interaction;
    const id =
      typed?.form && guildId
        ? await services.drafts.keep(guildId, user.id, typed.form, typed.fields)
        : undefined;
    await reply.send(errorView(words, sentence, typed && { id, fields: shown(typed) }), 'ephemeral');
  } catch (unanswered) {
    log.warn({ incident, error: plainError(unanswered) }, 'the member could not be told');
  }
  return isUserError ? error.code : 'failed';
}

/** What is given back in the open; the form shows it whole. */
function shown({ fields }: Typed): Record<string, string> {
  return Object.fromEntries(Object.entries(fields).map(([name, text]) => [name, withoutSecrets(text)]));
}

/** What was written into a form that this version does not know. */
function typedInUnknown(interaction: Interaction): Typed | undefined {
  if (!interaction.isModalSubmit()) return undefined;
  const texts = [...interaction.fields.fields].flatMap(([name, field]) =>
    field.type === ComponentType.TextInput ? [[name, field.value] as const] : [],
  );
  return { fields: Object.fromEntries(texts) };
}

function sentenceOf<Code extends UserErrorCode>(words: Catalogue, error: UserError<Code>): string {
  const sentence = words.errors[error.code] as (facts: UserErrorFacts[Code]) => string;
  return sentence(error.facts);
}
