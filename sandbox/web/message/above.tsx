/** The line above a message: what it replies to, or the command that it answers. */
import { AppTag } from '../parts/app-tag.js';
import { Avatar } from '../parts/avatar.js';
import { ReplyIcon } from '../parts/icons.js';
import { words } from '../words/words.js';
import { authorOf } from './author.js';
import { plainText } from './plain-text.js';
import { commandOf, THREAD_STARTER } from './rows.js';
import { useWithin } from './within.js';
import './above.css';

export function Above({ onJump }: { onJump(messageId: string): void }) {
  const { message } = useWithin();
  const command = commandOf(message);
  if (command) return <CommandLine name={command.name} userId={command.userId} />;
  if (message.referenced_message !== undefined && message.type !== THREAD_STARTER)
    return <ReplyLine onJump={onJump} />;
  return null;
}

function CommandLine({ name, userId }: { name: string; userId: string }) {
  const { lookup, message, actions } = useWithin();
  const user = message.interaction_metadata?.user;
  const person = lookup.person(userId);
  const shown = person?.name ?? user?.global_name ?? user?.username ?? words().somebody;
  return (
    <div class="above">
      <Avatar id={userId} name={shown} size={18} />
      <button
        type="button"
        class={`above-name ${person?.color ? 'author-colored' : ''}`}
        style={person?.color ? { '--person-color': person.color } : {}}
        onClick={(event) => actions.openPerson(userId, event.currentTarget)}
      >
        {shown}
      </button>
      <span class="above-text">
        {words().message.used} <span class="above-command">{name}</span>
      </span>
    </div>
  );
}

function ReplyLine({ onJump }: { onJump(messageId: string): void }) {
  const { lookup, message } = useWithin();
  const original = message.referenced_message;
  if (!original) {
    return (
      <div class="above">
        <ReplyIcon size={16} />
        <em class="above-text">{words().message.originalDeleted}</em>
      </div>
    );
  }
  const author = authorOf(original, lookup);
  return (
    <button
      type="button"
      class="above above-reply"
      title={words().message.goTo}
      onClick={() => onJump(original.id)}
    >
      <span class="visually-hidden">{words().message.replyTo}</span>
      <Avatar id={author.id} name={author.name} size={18} isBot={author.isBot} />
      {author.isBot && <AppTag />}
      <span
        class={`above-name ${author.color ? 'author-colored' : ''}`}
        style={author.color ? { '--person-color': author.color } : {}}
      >
        {author.name}
      </span>
      <span class="above-text" dir="auto">
        {plainText(original, lookup) || words().message.open}
      </span>
    </button>
  );
}
