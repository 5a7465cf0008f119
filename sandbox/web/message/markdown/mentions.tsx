/** Mentions of people, roles, channels and commands by the names they have now. */
import type { Lookup, MessageActions } from '../../model.js';
import { channelName, roleName, userName } from './names.js';
import './mention.css';

/** What a text's mentions and links lead to. */
export type Doors = Pick<MessageActions, 'openPerson' | 'openChannel'>;

export interface MentionProps {
  id: string;
  lookup: Lookup;
  /** Without them a mention is plain text. */
  doors?: Doors | undefined;
}

export function UserMention({ id, lookup, doors }: MentionProps) {
  const name = userName(id, lookup);
  if (!doors) return <Mention text={name} />;
  return (
    <button
      type="button"
      class="mention"
      dir="auto"
      onClick={(event) => doors.openPerson(id, event.currentTarget)}
    >
      {name}
    </button>
  );
}

export function RoleMention({ id, lookup }: MentionProps) {
  const role = lookup.role(id);
  if (!role?.color) return <Mention text={roleName(id, lookup)} />;
  return (
    <span class="mention mention-colored" dir="auto" style={{ '--mention-color': role.color }}>
      {roleName(id, lookup)}
    </span>
  );
}

export function ChannelMention({ id, lookup, doors, messageId }: MentionProps & { messageId?: string }) {
  const channel = lookup.channel(id);
  if (!channel) return <Mention text={channelName(id, lookup)} />;
  const isThread = channel.type >= 10 && channel.type <= 12;
  const name = `${isThread ? '🧵 ' : '#'}${channel.name}${messageId ? ' › 💬' : ''}`;
  if (!doors) return <Mention text={name} />;
  return (
    <button type="button" class="mention" dir="auto" onClick={() => doors.openChannel(id, messageId)}>
      {name}
    </button>
  );
}

export function Mention({ text }: { text: string }) {
  return (
    <span class="mention" dir="auto">
      {text}
    </span>
  );
}
