/**
 * Owns the fields for which Discord's documentation differs from its API description: the documentation wins.
 * The key is a schema's name and a field's; the value makes the field as documented.
 */
import * as z from 'zod/mini';

type Schema = z.core.$ZodType;

/** Bit fields of permissions travel as decimal strings: https://docs.discord.com/developers/topics/permissions */
const permissionBits = z.nullish(
  z.union([z.string().check(z.regex(/^[0-9]+$/)), z.number().check(z.minimum(0))]),
);

/** https://docs.discord.com/developers/resources/message#create-message: 2,000 characters for a bot's message. */
const messageContent = z.nullish(z.string().check(z.maxLength(2000)));

export const amendments: Readonly<Record<string, Readonly<Record<string, (original: Schema) => Schema>>>> = {
  MessageCreateRequest: { content: () => messageContent },
  MessageEditRequestPartial: { content: () => messageContent },
  BaseCreateMessageCreateRequest: { content: () => messageContent },
  // A reference of type 1 forwards a message: resources/message#message-reference-types.
  MessageReferenceRequest: { type: () => z.nullish(z.literal([0, 1])) },
  // The documentation's own example of an upload numbers its files: reference#uploading-files.
  MessageAttachmentRequest: {
    id: (original) => z.union([original, z.number().check(z.minimum(0))]),
  },
  // A custom emoji may be given by its id alone: resources/emoji#emoji-object. `emoji.ts` asks for one of the two.
  ComponentEmojiForRequest: { name: () => z.nullish(z.string().check(z.maxLength(32))) },
  // resources/poll#poll-media-object: 300 characters for the question, 55 for an answer.
  PollMediaCreateRequest: { text: () => z.nullish(z.string().check(z.minLength(1), z.maxLength(55))) },
  // interactions/application-commands#application-command-object-application-command-option-choice-structure
  ApplicationCommandOptionStringChoice: { value: () => z.string().check(z.maxLength(100)) },
  ApplicationCommandCreateRequest: { default_member_permissions: () => permissionBits },
  ApplicationCommandUpdateRequest: { default_member_permissions: () => permissionBits },
  ApplicationCommandPatchRequestPartial: { default_member_permissions: () => permissionBits },
  CreateRoleRequest: { permissions: () => permissionBits },
  UpdateRoleRequestPartial: { permissions: () => permissionBits },
  ChannelPermissionOverwriteRequest: { allow: () => permissionBits, deny: () => permissionBits },
  // interactions/receiving-and-responding#interaction-response-object-modal: one to five components.
  ModalInteractionCallbackRequestData: {
    components: (original) => amendedLength(original, 1, 5),
  },
  // Every field of a change of oneself may be left out: resources/user#modify-current-user.
  BotAccountPatchRequest: { username: (original) => z.optional(original) },
};

function amendedLength(list: Schema, minimum: number, maximum: number): Schema {
  const { element } = list._zod.def as unknown as { element: Schema };
  return z.array(element).check(z.minLength(minimum), z.maxLength(maximum));
}
