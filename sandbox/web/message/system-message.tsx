/** Discord's own messages in a channel: threads, joins, pins. */
import type { ComponentChildren } from 'preact';
import { ThreadIcon } from '../parts/icons.js';
import { words } from '../words/words.js';
import { AuthorName, authorOf } from './author.js';
import { InfoIcon, JoinIcon, PinIcon } from './icons.js';
import { MEMBER_JOINED, MESSAGE_PINNED, THREAD_CREATED, THREAD_STARTER } from './rows.js';
import { inStyle, messageTime } from './time.js';
import { useWithin } from './within.js';
import './system-message.css';

export function SystemMessage() {
  const { message, lookup } = useWithin();
  const at = Date.parse(message.timestamp);
  const [icon, text] = told(message.type);
  return (
    <div class="system">
      <span class="system-icon">{icon}</span>
      <p class="system-text">
        <AuthorName author={authorOf(message, lookup)} /> {text}
        {message.type === THREAD_CREATED && <ThreadName name={message.content} />}
        {!(message.type in TOLD) && message.content}{' '}
        <time dateTime={message.timestamp} title={inStyle(at, 'F')}>
          {messageTime(at, lookup.now)}
        </time>
      </p>
    </div>
  );
}

type Told = 'pinned' | 'joined' | 'startedThread' | 'threadStarter';

const TOLD: { [type: number]: readonly [icon: ComponentChildren, told: Told] } = {
  [MESSAGE_PINNED]: [<PinIcon key="pin" />, 'pinned'],
  [MEMBER_JOINED]: [<JoinIcon key="join" />, 'joined'],
  [THREAD_CREATED]: [<ThreadIcon key="thread" />, 'startedThread'],
  [THREAD_STARTER]: [<ThreadIcon key="thread" />, 'threadStarter'],
};

function told(type: number): readonly [icon: ComponentChildren, text: string] {
  const [icon, told] = TOLD[type] ?? [<InfoIcon key="info" />];
  return [icon, told ? words().message[told] : ''];
}

function ThreadName({ name }: { name: string }) {
  const { message, actions } = useWithin();
  const threadId = message.message_reference?.channel_id;
  if (!threadId) return <strong>{name}</strong>;
  return (
    <button type="button" class="author-name" dir="auto" onClick={() => actions.openChannel(threadId)}>
      {name}
    </button>
  );
}
