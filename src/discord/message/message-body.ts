/** A view as the body of a request to Discord: Components V2, and nobody pinged but those the view names. */
import {
  type APIAllowedMentions,
  MessageFlags,
  type RawFile,
  type RESTPostAPIChannelMessageJSONBody,
} from 'discord.js';
import { formerMember } from '../../entities/member.js';
import type { MessageView } from './message-view.js';

export interface MessageBody {
  body: Pick<RESTPostAPIChannelMessageJSONBody, 'components' | 'flags' | 'attachments'> & {
    allowed_mentions: APIAllowedMentions;
  };
  files?: RawFile[];
}

export function messageBody(view: MessageView, ephemeral = false): MessageBody {
  return {
    body: {
      components: view.components,
      flags: MessageFlags.IsComponentsV2 | (ephemeral ? MessageFlags.Ephemeral : 0),
      allowed_mentions: {
        parse: [],
        users: (view.mentions ?? []).filter((id) => id !== formerMember),
        ...(view.mentionedRoles?.length && { roles: [...view.mentionedRoles] }),
      },
      // An edit leaves out the files of before unless it names them.
      attachments: [
        ...(view.kept ?? []).map(({ id, name }) => ({ id, filename: name })),
        ...(view.files ?? []).map(({ name, description }, id) => ({
          id: String(id),
          filename: name,
          ...(description && { description }),
        })),
      ],
    },
    ...(view.files && {
      files: view.files.map(({ name, content }) => ({
        name,
        data: typeof content === 'string' ? Buffer.from(content) : content,
      })),
    }),
  };
}
