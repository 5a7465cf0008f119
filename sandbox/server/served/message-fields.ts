/** The fields of messages that the sandbox takes into account, for the routes that take messages. */
import type { FieldPath } from './fields.js';

const POLL: FieldPath[] = [
  'poll.question.text',
  'poll.answers.poll_media.text',
  'poll.answers.poll_media.emoji',
  'poll.duration',
  'poll.allow_multiselect',
  'poll.layout_type',
];

/** The fields of every message, from any sender. */
export const MESSAGE_PARTS: readonly FieldPath[] = [
  'content',
  'embeds',
  'components',
  'flags',
  'allowed_mentions.parse',
  'allowed_mentions.users',
  'allowed_mentions.roles',
  'allowed_mentions.replied_user',
  'attachments.id',
  'attachments.filename',
  'attachments.description',
  'attachments.title',
];

/** A message that is edited: what an attachment had comes back with it. */
export const EDITED_MESSAGE: readonly FieldPath[] = [...MESSAGE_PARTS, 'attachments'];

export const NEW_MESSAGE: readonly FieldPath[] = [...MESSAGE_PARTS, ...POLL, 'tts'];

/** A message that a bot posts in a channel. */
export const CHANNEL_MESSAGE: readonly FieldPath[] = [
  ...NEW_MESSAGE,
  'sticker_ids',
  'nonce',
  'enforce_nonce',
  'message_reference',
];
