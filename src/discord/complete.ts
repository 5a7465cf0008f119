/** Autocomplete: what is found in time is offered; nothing, when it takes longer or fails. */
import type { AutocompleteInteraction, Client } from 'discord.js';
import { type Logger, plainError } from '../platform/logging.js';
import type { InteractionMetrics } from '../platform/metrics.js';
import type { Services } from '../services/services.js';
import { UserError } from '../services/user-error.js';
import type { Calls } from './calls.js';
import { contextOf } from './context.js';
import { Reply } from './reply.js';

/** Autocomplete answers with nothing after this (ms). */
const choicePatience = 2_000;

interface CompletionParts {
  client: Client;
  services: Services;
  log: Logger;
  metrics: InteractionMetrics;
  allowedGuilds?: ReadonlySet<string>;
}

/** Answers with the choices of the option that is being typed. Never rejects. */
export async function complete(
  { client, services, allowedGuilds, log, metrics }: CompletionParts,
  calls: Pick<Calls, 'handlerOf'>,
  interaction: AutocompleteInteraction,
): Promise<void> {
  const begun = performance.now();
  const reply = new Reply(client.rest, interaction);
  let timer: NodeJS.Timeout | undefined;
  const patience = new Promise<[]>((resolve) => {
    timer = setTimeout(() => resolve([]), choicePatience);
  });
  const work = (async () => {
    const handler = calls.handlerOf(interaction);
    const context = await contextOf(interaction, services, allowedGuilds);
    if (handler.moderatorsOnly && !context.actor.isModerator) return [];
    return (await handler.autocomplete?.(interaction, context)) ?? [];
  })().catch((error: unknown) => {
    if (!(error instanceof UserError)) log.warn({ error: plainError(error) }, 'autocomplete failed');
    return [];
  });
  const choices = await Promise.race([work, patience]);
  clearTimeout(timer);
  await reply
    .choices(choices.slice(0, 25))
    .catch((error: unknown) => log.warn({ error: plainError(error) }, 'choices came too late'));
  metrics.observe('autocomplete', 'answered', (performance.now() - begun) / 1000);
}
