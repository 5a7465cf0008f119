/** The refusals of Discord's API, by name: status, code and message as Discord words them. */

export class ApiError extends Error {
  constructor(
    readonly status: number,
    readonly code: number,
    message: string,
    readonly errors?: unknown,
    /** Its name here, for who words it in another language. */
    readonly kind = '',
  ) {
    super(message);
    this.name = 'ApiError';
  }

  get body(): { message: string; code: number; errors?: unknown } {
    return {
      message: this.message,
      code: this.code,
      ...(this.errors !== undefined && { errors: this.errors }),
    };
  }
}

const kinds = {
  unauthorized: [401, 0, '401: Unauthorized'],
  notFound: [404, 0, '404: Not Found'],
  methodNotAllowed: [405, 0, '405: Method Not Allowed'],
  unknownApplication: [404, 10002, 'Unknown Application'],
  unknownChannel: [404, 10003, 'Unknown Channel'],
  unknownGuild: [404, 10004, 'Unknown Guild'],
  unknownMember: [404, 10007, 'Unknown Member'],
  unknownMessage: [404, 10008, 'Unknown Message'],
  unknownOverwrite: [404, 10009, 'Unknown Overwrite'],
  unknownRole: [404, 10011, 'Unknown Role'],
  unknownUser: [404, 10013, 'Unknown User'],
  unknownInvite: [404, 10006, 'Unknown Invite'],
  unknownBan: [404, 10026, 'Unknown Ban'],
  unknownEvent: [404, 10070, 'Unknown Guild Scheduled Event'],
  unknownTag: [404, 10087, 'Unknown Tag'],
  unknownEmoji: [400, 10014, 'Unknown Emoji'],
  unknownWebhook: [404, 10015, 'Unknown Webhook'],
  unknownInteraction: [404, 10062, 'Unknown interaction'],
  unknownCommand: [404, 10063, 'Unknown application command'],
  unknownCommandPermissions: [404, 10066, 'Unknown application command permissions'],
  notThreadMember: [404, 10007, 'Unknown Member'],
  tooManyPins: [400, 30003, 'Maximum number of pins reached (50)'],
  tooManyWebhooks: [400, 30007, 'Maximum number of webhooks reached (15)'],
  tooManyEmojis: [400, 30008, 'Maximum number of emojis reached (50)'],
  tooManyRoles: [400, 30005, 'Maximum number of server roles reached (250)'],
  tooManyChannels: [400, 30013, 'Maximum number of server channels reached (500)'],
  tooManyEvents: [400, 30038, 'Maximum number of guild scheduled events reached (100)'],
  tagRequired: [400, 40067, 'A tag is required to create a forum post in this channel'],
  bannedUser: [403, 40007, 'The user is banned from this guild.'],
  eventFinished: [400, 180_000, 'Cannot update a finished event'],
  webhookNeedsThread: [
    400,
    220_001,
    'Webhooks posted to forum channels must have a thread_name or thread_id',
  ],
  webhookHasBoth: [
    400,
    220_002,
    'Webhooks posted to forum channels cannot have both a thread_name and thread_id',
  ],
  webhookNotForum: [400, 220_003, 'Webhooks can only create threads in forum channels'],
  pollExpired: [400, 520_001, 'Poll expired'],
  cannotEditPoll: [400, 520_003, 'Cannot edit a poll message'],
  notAPoll: [400, 520_006, 'Cannot expire a non-poll message'],
  forumTakesPosts: [400, 40058, 'Cannot send a message in a forum channel'],
  failedToBan: [400, 500_000, 'Failed to ban users'],
  alreadyCrossposted: [400, 40033, 'This message has already been crossposted.'],
  alreadyAcknowledged: [400, 40060, 'Interaction has already been acknowledged.'],
  missingAccess: [403, 50001, 'Missing Access'],
  notInDirectChannel: [403, 50003, 'Cannot execute action on a DM channel'],
  notYours: [403, 50005, 'Cannot edit a message authored by another user'],
  emptyMessage: [400, 50006, 'Cannot send an empty message'],
  cannotDm: [403, 50007, 'Cannot send messages to this user'],
  notTextChannel: [400, 50008, 'Cannot send messages in a non-text channel'],
  missingPermissions: [403, 50013, 'Missing Permissions'],
  bulkDeleteCount: [
    400,
    50016,
    'Provided too few or too many messages to delete. Must provide at least 2 and fewer than 100 messages to delete.',
  ],
  systemMessage: [403, 50021, 'Cannot execute action on a system message'],
  invalidChannelType: [400, 50024, 'Cannot execute action on this channel type'],
  invalidWebhookToken: [401, 50027, 'Invalid Webhook Token'],
  tooOldToDelete: [400, 50034, 'A message provided was too old to bulk delete'],
  invalidRole: [400, 50028, 'Invalid Role'],
  invalidSticker: [400, 50081, 'Invalid sticker sent'],
  cannotForward: [400, 160014, 'Cannot forward message with unreadable content'],
  invalidForm: [400, 50035, 'Invalid Form Body'],
  invalidVersion: [400, 50041, 'Invalid API version'],
  threadArchived: [400, 50083, 'Thread is archived'],
  invalidJson: [400, 50109, 'The request body contains invalid JSON.'],
  threadExists: [400, 160004, 'A thread has already been created for this message'],
  tooLarge: [413, 40005, 'Request entity too large'],
} as const satisfies Record<string, readonly [number, number, string]>;

/** An error of Discord's, ready to be thrown. */
export function refuse(kind: keyof typeof kinds, errors?: unknown): ApiError {
  const [status, code, message] = kinds[kind];
  return new ApiError(status, code, message, errors, kind);
}

/** 50035 for one field, in Discord's tree of errors. */
export function invalidField(path: string, code: string, message: string): ApiError {
  let errors: unknown = { _errors: [{ code, message }] };
  for (const part of path.split('.').reverse()) errors = { [part]: errors };
  return refuse('invalidForm', errors);
}
