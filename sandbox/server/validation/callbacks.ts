/** Owns the answers to interactions: which types each kind of interaction allows, and what each carries. */
import type { UploadedFile } from './attachments.js';
import { checkAgainst } from './issues.js';
import { checkMessage, emptyMessageRefusal, type Message, type MessageContext } from './messages.js';
import { checkModal, type Modal } from './modals.js';
import { notAmong, Problems, required } from './problems.js';
import { invalidForm, type Refusal } from './refusals.js';
import { schemaNamed } from './schemas.js';

export const Interaction = { ping: 1, command: 2, component: 3, autocomplete: 4, modalSubmit: 5 } as const;
export const Callback = {
  pong: 1,
  message: 4,
  deferredMessage: 5,
  deferredUpdate: 6,
  update: 7,
  autocomplete: 8,
  modal: 9,
  launchActivity: 12,
} as const;

export interface CallbackRequest {
  body: unknown;
  interactionType: number;
  fromComponent: boolean;
  files: readonly UploadedFile[];
  currentFlags?: number | undefined;
}

const EPHEMERAL = 1 << 6;
const at = ['data'];
/** What a callback may be, by its type. */
export const schemaOf = new Map<number, string>([
  [Callback.pong, 'PongInteractionCallbackRequest'],
  [Callback.message, 'CreateMessageInteractionCallbackRequest'],
  [Callback.deferredMessage, 'CreateMessageInteractionCallbackRequest'],
  [Callback.deferredUpdate, 'UpdateMessageInteractionCallbackRequest'],
  [Callback.update, 'UpdateMessageInteractionCallbackRequest'],
  [Callback.modal, 'ModalInteractionCallbackRequest'],
  [Callback.launchActivity, 'LaunchActivityInteractionCallbackRequest'],
]);

/**
 * https://docs.discord.com/developers/interactions/receiving-and-responding#interaction-response-object
 * @returns why Discord would refuse this first answer to an interaction, or undefined
 */
export function callbackRefusal(request: CallbackRequest): Refusal | undefined {
  const problems = new Problems();
  const { type, data } = (request.body ?? {}) as { type?: number; data?: unknown };
  const allowed = allowedTypes(request.interactionType, request.fromComponent);
  if (type === undefined || type === null) problems.add(['type'], required);
  else if (!allowed.includes(type)) problems.add(['type'], notAmong(allowed));
  else if (type === Callback.autocomplete) checkChoices(data, problems);
  else checkAgainst(schemaNamed(schemaOf.get(type) as string), request.body, problems);
  if (problems.any || type === undefined) return problems.any ? invalidForm(problems) : undefined;
  return dataRefusal(type, data, request);
}

/** The callback types an interaction may be answered with (#interaction-response-object-interaction-callback-type). */
function allowedTypes(interactionType: number, fromComponent: boolean): number[] {
  const { message, deferredMessage, deferredUpdate, update, modal, launchActivity } = Callback;
  switch (interactionType) {
    case Interaction.ping:
      return [Callback.pong];
    case Interaction.autocomplete:
      return [Callback.autocomplete];
    case Interaction.component:
      return [message, deferredMessage, deferredUpdate, update, modal, launchActivity];
    case Interaction.modalSubmit:
      return fromComponent
        ? [message, deferredMessage, deferredUpdate, update, launchActivity]
        : [message, deferredMessage, launchActivity];
    default:
      return [message, deferredMessage, modal, launchActivity];
  }
}

/** All choices have the type of the option; the first one shows which. */
function checkChoices(data: unknown, problems: Problems): void {
  const choices = (data as { choices?: { value?: unknown }[] } | null | undefined)?.choices;
  if (choices === null || choices === undefined) return problems.add([...at, 'choices'], required);
  const kind = typeof choices[0]?.value === 'number' ? 'Number' : 'String';
  checkAgainst(
    schemaNamed(`InteractionApplicationCommandAutocompleteCallback${kind}Data`),
    data,
    problems,
    at,
  );
}

function dataRefusal(type: number, data: unknown, request: CallbackRequest): Refusal | undefined {
  const problems = new Problems();
  let refusal: Refusal | undefined;
  if (type === Callback.deferredMessage) checkDeferral(data as Message | null | undefined, problems);
  else if (type === Callback.modal) checkModal(data as Modal, at, problems);
  else if (type === Callback.message || type === Callback.update) {
    const context = contextOf(type, request);
    const message = (data ?? {}) as Message;
    refusal = emptyMessageRefusal(message, context);
    checkMessage(message, context, problems);
  }
  return problems.any ? invalidForm(problems) : refusal;
}

function contextOf(type: number, { files, currentFlags }: CallbackRequest): MessageContext {
  return { isEdit: type === Callback.update, files, currentFlags, at };
}

/** A deferral is a placeholder: it only says whether the answer will be for one member alone. */
function checkDeferral(data: Message | null | undefined, problems: Problems): void {
  if ((data?.flags ?? 0) & ~EPHEMERAL) problems.add([...at, 'flags'], notAmong([0, EPHEMERAL]));
}
