/** Autocomplete: what is found in time is offered; nothing, when it takes longer or fails. */
import type { AutocompleteInteraction, Client } from 'discord.js';
import { type Logger, plainError } from '../platform/logging.js';
import type { InteractionMetrics } from '../platform/metrics.js';
import { UserError } from '../platform/user-error.js';
import { within } from '../platform/waiting.js';
import type { Calls } from './calls.js';
import { type ContextParts, contextOf } from './context.js';
import { choicesAtMost } from './limits.js';
import { Reply } from './reply.js';

/** Autocomplete answers with nothing after this (ms). */
const choicesTimeoutMs = 2_000;

interface CompletionParts extends ContextParts {
  client: Client;
  log: Logger;
  metrics: InteractionMetrics;
}

/** Answers with the choices of the option that is being typed. Never rejects. */
export async function complete(
  parts: CompletionParts,
  calls: Pick<Calls, 'handlerOf'>,
  interaction: AutocompleteInteraction,
): Promise<void> {
  const { client, log, metrics } = parts;
  const begun = performance.now();
  const reply = new Reply(client.rest, interaction);
  const work = (async () => {
    const handler = calls.handlerOf(interaction);
    const context = await contextOf(interaction, parts);
    if (handler.moderatorsOnly && !context.actor.isModerator) return [];
    return (await handler.autocomplete?.(interaction, context)) ?? [];
  })().catch((error: unknown) => {
    if (!(error instanceof UserError)) log.warn({ error: plainError(error) }, 'autocomplete failed');
    return [];
  });
  const choices = await within(choicesTimeoutMs, work, () => []);
  await reply
    .choices(choices.slice(0, choicesAtMost))
    .catch((error: unknown) => log.warn({ error: plainError(error) }, 'choices came too late'));
  metrics.observe('autocomplete', 'answered', (performance.now() - begun) / 1000);
}
