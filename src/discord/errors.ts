/** Discord's error codes by what they mean for the bot: one table, with Discord's names. */
import { RESTJSONErrorCodes as Code, DiscordAPIError } from 'discord.js';

export type DiscordErrorKind =
  /** The channel or its server was deleted. */
  | 'channel-gone'
  /** The bot may not see the channel. */
  | 'no-access'
  /** The bot may not do this there. */
  | 'no-permission'
  /** Nothing can be written in a thread that was archived or locked. */
  | 'thread-closed'
  /** The server has as many active threads as it may. */
  | 'threads-full'
  | 'thread-exists'
  | 'message-gone'
  /** An old message was edited too often within the hour. */
  | 'edits-limited'
  /** The member takes no direct messages of the bot. */
  | 'messages-closed'
  | 'member-gone'
  /** The 3 seconds or 15 minutes of an interaction are over. */
  | 'too-late'
  /** An earlier attempt got through although its answer was lost. */
  | 'answered-already';

const kinds: Readonly<Partial<Record<number, DiscordErrorKind>>> = {
  [Code.UnknownChannel]: 'channel-gone',
  [Code.UnknownGuild]: 'channel-gone',
  [Code.CannotExecuteActionOnThisChannelType]: 'channel-gone',
  [Code.MissingAccess]: 'no-access',
  [Code.MissingPermissions]: 'no-permission',
  [Code.ThreadLocked]: 'thread-closed',
  [Code.InvalidActionOnArchivedThread]: 'thread-closed',
  [Code.MaximumActiveThreads]: 'threads-full',
  [Code.MaximumActiveAnnouncementThreads]: 'threads-full',
  [Code.ThreadAlreadyCreatedForMessage]: 'thread-exists',
  [Code.UnknownMessage]: 'message-gone',
  [Code.MaximumNumberOfEditsToMessagesOlderThanOneHourReached]: 'edits-limited',
  [Code.CannotSendMessagesToThisUser]: 'messages-closed',
  [Code.CannotSendMessagesToThisUserDueToHavingNoMutualGuilds]: 'messages-closed',
  [Code.UnknownUser]: 'member-gone',
  [Code.UnknownMember]: 'member-gone',
  [Code.UnknownInteraction]: 'too-late',
  [Code.UnknownWebhook]: 'too-late',
  [Code.InvalidWebhookToken]: 'too-late',
  [Code.InteractionHasAlreadyBeenAcknowledged]: 'answered-already',
};

/** What a code of Discord's means; undefined for one that means nothing particular. */
export const kindOfCode = (code: number): DiscordErrorKind | undefined => kinds[code];

/** What Discord's refusal means; undefined for other errors and for codes that mean nothing particular. */
export function kindOf(error: unknown): DiscordErrorKind | undefined {
  return error instanceof DiscordAPIError ? kinds[Number(error.code)] : undefined;
}

/** Whether the error is Discord's refusal of one of these kinds. */
export function isKind(error: unknown, ...wanted: readonly DiscordErrorKind[]): error is DiscordAPIError {
  const kind = kindOf(error);
  return kind !== undefined && wanted.includes(kind);
}

/** Whether the error is Discord's refusal with one of these codes. */
export function isRefusal(error: unknown, ...codes: readonly number[]): error is DiscordAPIError {
  return error instanceof DiscordAPIError && codes.includes(Number(error.code));
}

/** Discord says that it did nothing, and a retry right away would fail too. */
export const isRefused = (error: unknown): error is DiscordAPIError =>
  error instanceof DiscordAPIError && error.status < 500;

/** The channel can't be written to until a moderator changes something. */
export const isChannelTrouble = (error: unknown): error is DiscordAPIError =>
  isKind(error, 'channel-gone', 'no-access', 'no-permission', 'thread-closed');

/** The interaction can no longer be answered; the same codes on another call say nothing of it. */
export const isTooLate = (error: unknown): boolean =>
  isKind(error, 'too-late') && /\/(interactions|webhooks)\//.test(error.url);

/** An earlier attempt got through although its answer was lost. */
export const isAnsweredAlready = (error: unknown): boolean => isKind(error, 'answered-already');
