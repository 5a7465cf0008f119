/** Posts of a forum: a thread with its first message, under tags that the forum has. */
import { invalidField, refuse } from '../http/errors.js';
import type { JsonObject } from '../json.js';
import type { Sandbox } from '../sandbox.js';
import type { ChannelRecord, ForumRecord, MessageRecord, UploadedFile } from '../state/records.js';
import { createMessage } from './messages.js';
import { openThread } from './threads.js';

const MAX_TAGS = 5;

export interface NewPost {
  forum: ChannelRecord;
  ownerId: string;
  name: string;
  tags: string[];
  /** The first message, as Discord takes it. */
  message: JsonObject;
  files?: UploadedFile[];
  autoArchiveDuration?: number;
  rateLimitPerUser?: number;
  /** Whether its author may use the tags of moderators. */
  mayModerate: boolean;
  /** What else its first message has: who sent it, and by which webhook. */
  author?: Pick<MessageRecord, 'applicationId' | 'webhookId' | 'webhookName'>;
}

/** Opens a post; its first message has the post's own id, as on Discord. */
export function openPost(
  sandbox: Sandbox,
  wanted: NewPost,
): { thread: ChannelRecord; message: MessageRecord } {
  const { forum: parent, ownerId, name, author } = wanted;
  if (!parent.forum) throw refuse('invalidChannelType');
  const appliedTags = checkedTags(parent.forum, wanted.tags, wanted.mayModerate);
  const thread = openThread(sandbox, {
    parent,
    ownerId,
    name,
    appliedTags,
    ...(wanted.autoArchiveDuration !== undefined && { autoArchiveDuration: wanted.autoArchiveDuration }),
    ...(wanted.rateLimitPerUser !== undefined && { rateLimitPerUser: wanted.rateLimitPerUser }),
  });
  const message = createMessage(sandbox, {
    channel: thread,
    id: thread.id,
    authorId: author?.webhookId ?? ownerId,
    ...author,
    body: wanted.message,
    files: wanted.files ?? [],
  });
  parent.lastMessageId = thread.id;
  return { thread, message };
}

/** Tags as they may be put on a post: those of the forum, at most five, and one where one is needed. */
export function checkedTags(forum: ForumRecord, tags: string[], mayModerate: boolean): string[] {
  const wanted = [...new Set(tags)];
  if (wanted.length > MAX_TAGS)
    throw invalidField('applied_tags', 'BASE_TYPE_MAX_LENGTH', 'Must be 5 or fewer in length.');
  for (const id of wanted) {
    const tag = forum.tags.find((one) => one.id === id);
    if (!tag) throw refuse('unknownTag');
    if (tag.moderated && !mayModerate) throw refuse('missingPermissions');
  }
  if (forum.requiresTag && wanted.length === 0) throw refuse('tagRequired');
  return wanted;
}
