/** One message of the list; drawn again only when something about it changed. */
import { memo } from 'preact/compat';
import { useMemo, useState } from 'preact/hooks';
import { useMenuPress } from '../menu/use-menu-press.js';
import type { Lookup, Message, MessageActions } from '../model.js';
import { Avatar } from '../parts/avatar.js';
import { Above } from './above.js';
import { AuthorName, authorOf } from './author.js';
import { MessageBody } from './message-body.js';
import type { Failure } from './pending.js';
import { isEphemeral, isWritten } from './rows.js';
import { SystemMessage } from './system-message.js';
import { inStyle, messageTime } from './time.js';
import { Toolbar } from './toolbar.js';
import { useWithin, WithinMessage } from './within.js';

export interface MessageItemProps {
  message: Message;
  isContinued: boolean;
  lookup: Lookup;
  actions: MessageActions;
  failure: Failure | undefined;
  /** Whether Tab reaches this message; the arrow keys go on from it. */
  isActive: boolean;
  /** Shown for a moment, after somebody asked to see this message. */
  isFound: boolean;
  onJump(messageId: string): void;
}

export const MessageItem = memo(function MessageItem(props: MessageItemProps) {
  const { message, lookup, actions, isContinued, failure, isActive, isFound, onJump } = props;
  const [isPointedAt, setPointedAt] = useState(false);
  const [hasFocus, setFocus] = useState(false);
  const [isHeld, setHeld] = useState(false);
  const [isEdited, setEdited] = useState(false);
  const within = useMemo(() => ({ message, lookup, actions }), [message, lookup, actions]);
  const menuPress = useMenuPress((anchor) => actions.openMessageMenu(message, anchor));
  const hasToolbar = (isPointedAt || hasFocus || isHeld) && !isEdited;
  const looks = [
    'message',
    isContinued && 'message-continued',
    isEphemeral(message) && 'message-ephemeral',
    mentionsViewer(message, lookup) && 'message-mentioned',
    isFound && 'message-found',
    isLarge(message) && 'message-large',
    hasToolbar && 'message-active',
  ];
  return (
    <WithinMessage.Provider value={within}>
      <article
        class={looks.filter(Boolean).join(' ')}
        {...menuPress}
        data-message-id={message.id}
        tabIndex={isActive ? 0 : -1}
        aria-label={`${authorOf(message, lookup).name}, ${inStyle(Date.parse(message.timestamp), 'f')}`}
        onPointerEnter={() => setPointedAt(true)}
        onPointerLeave={() => setPointedAt(false)}
        onFocusIn={() => setFocus(true)}
        onFocusOut={({ currentTarget, relatedTarget }) => {
          // From one tool to the next, the toolbar stays.
          if (!(relatedTarget instanceof Node && currentTarget.contains(relatedTarget))) setFocus(false);
        }}
      >
        {isWritten(message) ? (
          <Written
            isContinued={isContinued}
            onJump={onJump}
            failure={failure}
            isEdited={isEdited}
            onEdited={() => setEdited(false)}
          />
        ) : (
          <SystemMessage />
        )}
        {hasToolbar && <Toolbar onEdit={() => setEdited(true)} onHold={setHeld} />}
      </article>
    </WithinMessage.Provider>
  );
});

interface WrittenProps extends Pick<MessageItemProps, 'isContinued' | 'onJump' | 'failure'> {
  isEdited: boolean;
  onEdited(): void;
}

function Written({ isContinued, onJump, failure, isEdited, onEdited }: WrittenProps) {
  const { message, lookup, actions } = useWithin();
  const author = authorOf(message, lookup);
  return (
    <>
      {!isContinued && <Above onJump={onJump} />}
      <div class="message-gutter">
        {isContinued ? (
          <MessageTime isShort />
        ) : (
          <button
            type="button"
            class="message-avatar"
            tabIndex={-1}
            aria-hidden="true"
            onClick={(event) => actions.openPerson(author.id, event.currentTarget)}
          >
            <Avatar id={author.id} name={author.name} isBot={author.isBot} />
          </button>
        )}
      </div>
      <div class="message-main">
        {!isContinued && (
          <div class="message-head">
            <AuthorName author={author} />
            <MessageTime />
          </div>
        )}
        <MessageBody failure={failure} isEdited={isEdited} onEdited={onEdited} />
      </div>
    </>
  );
}

/** Whether it is taller than some lines, for guessing the height of what is out of view. */
function isLarge(message: Message): boolean {
  const { components = [], embeds, attachments } = message;
  return components.length > 0 || embeds.length > 0 || attachments.length > 0;
}

/** A component of its own, so that a new minute draws the times again and nothing else. */
function MessageTime({ isShort = false }: { isShort?: boolean }) {
  const { message, lookup } = useWithin();
  const at = Date.parse(message.timestamp);
  return (
    <time class="message-time" dateTime={message.timestamp} title={inStyle(at, 'F')}>
      {isShort ? inStyle(at, 't') : messageTime(at, lookup.now)}
    </time>
  );
}

function mentionsViewer(message: Message, { viewer }: Lookup): boolean {
  return (
    message.mention_everyone ||
    message.mentions.some(({ id }) => id === viewer.id) ||
    message.mention_roles.some((id) => viewer.roleIds.includes(id))
  );
}
