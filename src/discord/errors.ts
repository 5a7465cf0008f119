/** Discord's errors by name, and which of them mean what for an answer. */
import { DiscordAPIError, RESTJSONErrorCodes } from 'discord.js';

/** Whether the error is Discord's refusal with one of these codes. */
export function isRefusal(error: unknown, ...codes: readonly number[]): error is DiscordAPIError {
  return error instanceof DiscordAPIError && codes.includes(Number(error.code));
}

/** Discord's word that it did not do it, and would not if it were asked again at once. */
export const isRefused = (error: unknown): error is DiscordAPIError =>
  error instanceof DiscordAPIError && error.status < 500;

/** The channel cannot be written to until a moderator mends it. */
export const isChannelTrouble = (error: unknown): error is DiscordAPIError =>
  isRefusal(
    error,
    RESTJSONErrorCodes.UnknownChannel,
    RESTJSONErrorCodes.MissingAccess,
    RESTJSONErrorCodes.MissingPermissions,
    RESTJSONErrorCodes.ThreadLocked,
    RESTJSONErrorCodes.CannotExecuteActionOnThisChannelType,
  );

/** The interaction can no longer be answered: its 3 seconds or 15 minutes are over. */
export const isTooLate = (error: unknown): boolean =>
  isRefusal(
    error,
    RESTJSONErrorCodes.UnknownInteraction,
    RESTJSONErrorCodes.UnknownWebhook,
    RESTJSONErrorCodes.InvalidWebhookToken,
  );

/** An earlier attempt got through although its answer was lost. */
export const isAnsweredAlready = (error: unknown): boolean =>
  isRefusal(error, RESTJSONErrorCodes.InteractionHasAlreadyBeenAcknowledged);
