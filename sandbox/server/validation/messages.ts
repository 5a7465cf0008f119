/** Owns the rules of one message, however it is sent: to a channel, by a webhook, as an interaction's answer. */
import { type AttachmentEntry, checkReferences, MAXIMUM_FILES, type UploadedFile } from './attachments.js';
import { type Component, type ComponentsOnly, checkMessageComponents } from './components.js';
import { checkEmbeds, type Embed } from './embeds.js';
import { type Path, type Problem, type Problems, tooLong } from './problems.js';
import { emptyMessage, type Refusal } from './refusals.js';
import { isBlank } from './text.js';

/** The flag of a message that is made of components alone (resources/message#message-object-message-flags). */
export const COMPONENTS_V2 = 1 << 15;
const FORWARD = 1;

/** A message as it stands after its schema was checked. */
export interface Message {
  content?: string | null;
  embeds?: readonly Embed[] | null;
  components?: readonly Component[] | null;
  attachments?: readonly AttachmentEntry[] | null;
  sticker_ids?: readonly string[] | null;
  poll?: unknown;
  flags?: number | null;
  message_reference?: { type?: number | null; channel_id?: string | null } | null;
  allowed_mentions?: AllowedMentions | null;
}

interface AllowedMentions {
  parse?: readonly (string | null)[] | null;
  users?: readonly unknown[] | null;
  roles?: readonly unknown[] | null;
}

/** What is known of a message besides its body. */
export interface MessageContext {
  isEdit: boolean;
  files: readonly UploadedFile[];
  /** The flags of the message that is edited, when the caller knows them. */
  currentFlags?: number | undefined;
  /** Where in the body the message stands, such as `data` of a callback. */
  at?: Path;
}

/** https://docs.discord.com/developers/resources/message#create-message: the rules its schema does not hold. */
export function checkMessage(message: Message, context: MessageContext, problems: Problems): void {
  const { at = [], files, isEdit } = context;
  const componentsOnly = isComponentsOnly(message, context);
  if (componentsOnly === true) checkNothingBeside(message, at, problems);
  const references = [
    ...checkMessageComponents(message.components ?? [], componentsOnly, at, problems),
    ...(message.embeds?.length ? checkEmbeds(message.embeds, at, problems) : []),
  ];
  checkReferences(references, { files, attachments: message.attachments, isEdit }, problems);
  if (files.length > MAXIMUM_FILES) problems.add([...at, 'attachments'], tooLong(MAXIMUM_FILES));
  if (message.allowed_mentions) checkMentions(message.allowed_mentions, at, problems);
}

/** Refuses a new message with nothing to show, and an edit that takes away all there is. */
export function emptyMessageRefusal(message: Message, context: MessageContext): Refusal | undefined {
  const { content, embeds, components, attachments } = message;
  if (context.files.length > 0 || !isBlank(content)) return undefined;
  if (embeds?.length || components?.length || attachments?.length) return undefined;
  if (context.isEdit) {
    const takesAll = [content, embeds, components, attachments].every((part) => part !== undefined);
    return takesAll ? emptyMessage : undefined;
  }
  const forwards = message.message_reference?.type === FORWARD;
  return message.sticker_ids?.length || message.poll || forwards ? undefined : emptyMessage;
}

/** The flag stays once it is set; an edit that does not name it says nothing of the message it changes. */
function isComponentsOnly({ flags }: Message, { isEdit, currentFlags }: MessageContext): ComponentsOnly {
  if (((flags ?? 0) | (currentFlags ?? 0)) & COMPONENTS_V2) return true;
  return isEdit && currentFlags === undefined ? 'unknown' : false;
}

/** Components V2 stand alone: no content, embeds, poll or stickers (components/reference#component-reference). */
function checkNothingBeside(message: Message, at: Path, problems: Problems): void {
  const beside: [string, boolean][] = [
    ['content', !isBlank(message.content)],
    ['embeds', Boolean(message.embeds?.length)],
    ['poll', Boolean(message.poll)],
    ['sticker_ids', Boolean(message.sticker_ids?.length)],
  ];
  for (const [field, given] of beside) if (given) problems.add([...at, field], legacyField(field));
}

function legacyField(field: string): Problem {
  return {
    code: 'MESSAGE_CANNOT_USE_LEGACY_FIELDS_WITH_COMPONENTS_V2',
    message: `The '${field}' field cannot be used when using MessageFlags.IS_COMPONENTS_V2`,
  };
}

/** Either all of a kind may be mentioned or those of a list, not both (resources/message#allowed-mentions-object). */
function checkMentions(mentions: AllowedMentions, at: Path, problems: Problems): void {
  for (const kind of ['users', 'roles'] as const) {
    if (!mentions.parse?.includes(kind) || !mentions[kind]?.length) continue;
    problems.add([...at, 'allowed_mentions'], {
      code: 'MESSAGE_ALLOWED_MENTIONS_PARSE_EXCLUSIVE',
      message: `parse:["${kind}"] and ${kind}: [ids...] are mutually exclusive.`,
    });
  }
}
