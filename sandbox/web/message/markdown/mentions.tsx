/** Mentions of people, roles, channels and commands by the names they have now. */
import type { Lookup, MessageActions } from '../../model.js';
import './mention.css';

/** What a text's mentions and links lead to. */
export type Doors = Pick<MessageActions, 'openPerson' | 'openChannel'>;

export interface MentionProps {
  id: string;
  lookup: Lookup;
  /** Without them a mention is text alone. */
  doors?: Doors | undefined;
}

export function UserMention({ id, lookup, doors }: MentionProps) {
  const name = `@${lookup.person(id)?.name ?? 'unknown-user'}`;
  if (!doors) return <span class="mention">{name}</span>;
  return (
    <button type="button" class="mention" onClick={(event) => doors.openPerson(id, event.currentTarget)}>
      {name}
    </button>
  );
}

export function RoleMention({ id, lookup }: MentionProps) {
  const role = lookup.role(id);
  if (!role?.color) return <span class="mention">@{role?.name ?? 'unknown-role'}</span>;
  return (
    <span class="mention mention-colored" style={{ '--mention-color': role.color }}>
      @{role.name}
    </span>
  );
}

export function ChannelMention({ id, lookup, doors, messageId }: MentionProps & { messageId?: string }) {
  const channel = lookup.channel(id);
  if (!channel) return <span class="mention">#unknown</span>;
  const isThread = channel.type >= 10 && channel.type <= 12;
  const name = `${isThread ? '🧵 ' : '#'}${channel.name}${messageId ? ' › 💬' : ''}`;
  if (!doors) return <span class="mention">{name}</span>;
  return (
    <button type="button" class="mention" onClick={() => doors.openChannel(id, messageId)}>
      {name}
    </button>
  );
}

export function Mention({ text }: { text: string }) {
  return <span class="mention">{text}</span>;
}
