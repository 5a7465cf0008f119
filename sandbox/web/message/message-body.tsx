/** What a message holds, from its text to its reactions. */

import { words } from '../words/words.js';
import { Dots } from './component/button.js';
import { Components } from './component/components.js';
import { Embed } from './embed/embed.js';
import { FailureLine } from './failure-line.js';
import { Forwarded } from './forwarded.js';
import { EyeIcon } from './icons.js';
import { Attachments } from './media/attachments.js';
import { MessageEditor } from './message-editor.js';
import { MessageText } from './message-text.js';
import type { Failure } from './pending.js';
import { Poll } from './poll.js';
import { Reactions } from './reactions.js';
import { isEphemeral } from './rows.js';
import { ThreadPill } from './thread-pill.js';
import { inStyle } from './time.js';
import { useWithin } from './within.js';

const IS_LOADING = 1 << 7;
const IS_COMPONENTS_V2 = 1 << 15;

export interface MessageBodyProps {
  failure?: Failure | undefined;
  isEdited: boolean;
  onEdited(): void;
}

export function MessageBody({ failure, isEdited, onEdited }: MessageBodyProps) {
  const { message } = useWithin();
  const { content, embeds, attachments, components = [], flags = 0, reactions, thread, poll } = message;
  const { message_snapshots: snapshots } = message;
  if ((flags & IS_LOADING) !== 0) return <Thinking />;
  const mark = message.edited_timestamp ? <EditedMark at={message.edited_timestamp} /> : undefined;
  const isV2 = (flags & IS_COMPONENTS_V2) !== 0;
  return (
    <div class="message-parts">
      {isEdited ? (
        <MessageEditor onDone={onEdited} />
      ) : (
        content !== '' && <MessageText text={content} hasJumbo after={mark} />
      )}
      {/* Components V2 name the files that they show. */}
      {!isV2 && attachments.length > 0 && <Attachments attachments={attachments} />}
      {embeds.map((embed, index) => (
        <Embed key={index} embed={embed} />
      ))}
      {poll && <Poll poll={poll} />}
      {snapshots && <Forwarded snapshots={snapshots} />}
      <Components of={components} />
      {content === '' && mark}
      {isEphemeral(message) && <OnlyYou />}
      {failure && <FailureLine failure={failure} />}
      {reactions && reactions.length > 0 && <Reactions reactions={reactions} />}
      {thread && <ThreadPill thread={thread} />}
    </div>
  );
}

function EditedMark({ at }: { at: string }) {
  return (
    <time class="edited-mark" dateTime={at} title={inStyle(Date.parse(at), 'F')}>
      {words().message.edited}
    </time>
  );
}

function Thinking() {
  const { message, lookup } = useWithin();
  const name = lookup.person(message.author.id)?.name ?? message.author.username;
  return (
    <div class="message-parts">
      <p class="thinking">
        <Dots />
        {words().message.thinking(name)}
      </p>
      {isEphemeral(message) && <OnlyYou />}
    </div>
  );
}

function OnlyYou() {
  const { message, actions } = useWithin();
  return (
    <p class="only-you">
      <EyeIcon size={16} />
      <span>
        {words().message.onlyYou} ·{' '}
        <button type="button" class="text-button" onClick={() => void actions.dismiss(message)}>
          {words().message.dismiss}
        </button>
      </span>
    </p>
  );
}
