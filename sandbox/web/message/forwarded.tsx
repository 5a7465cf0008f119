/** The messages that a message forwards, as they were then. */
import type { APIMessageSnapshot } from 'discord-api-types/v10';
import { words } from '../words/words.js';
import { Embed } from './embed/embed.js';
import { Attachments } from './media/attachments.js';
import { MessageText } from './message-text.js';

export function Forwarded({ snapshots }: { snapshots: readonly APIMessageSnapshot[] }) {
  return (
    <>
      {snapshots.map(({ message }, index) => (
        <blockquote key={index} class="forwarded" aria-label={words().message.forwardedMessage}>
          <p class="forwarded-title">{words().message.forwarded}</p>
          {message.content !== '' && <MessageText text={message.content} />}
          {message.attachments.length > 0 && <Attachments attachments={message.attachments} />}
          {message.embeds.map((embed, at) => (
            <Embed key={at} embed={embed} />
          ))}
        </blockquote>
      ))}
    </>
  );
}
