/** What can be done with a message, at its corner while it is pointed at or holds the focus. */
import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import { AppsIcon, CheckIcon, DeleteIcon, EditIcon, IdIcon, ReplyIcon } from '../parts/icons.js';
import { words } from '../words/words.js';
import { DeleteDialog } from './delete-dialog.js';
import { EmojiPicker } from './emoji-picker.js';
import { AddReactionIcon } from './icons.js';
import { isEphemeral } from './rows.js';
import { useWithin } from './within.js';
import './toolbar.css';

export interface ToolbarProps {
  onEdit(): void;
  /** It must stay while something that it opened is open. */
  onHold(isHeld: boolean): void;
}

export function Toolbar({ onEdit, onHold }: ToolbarProps) {
  const { message, lookup, actions } = useWithin();
  const [anchor, setAnchor] = useState<HTMLElement>();
  const [isAsking, setAsking] = useState(false);
  const isMine = message.author.id === lookup.viewer.id;
  const isOpenToAll = !isEphemeral(message);
  const can = lookup.channel(message.channel_id)?.can;
  const { actions: told } = words();
  const pick = (element: HTMLElement | undefined) => {
    setAnchor(element);
    onHold(element !== undefined);
  };
  const ask = (isAsked: boolean) => {
    setAsking(isAsked);
    onHold(isAsked);
  };
  return (
    <div class="toolbar-place">
      <div class="toolbar" role="group" aria-label={told.title}>
        {isOpenToAll && can?.addReactions && (
          <Tool name={told.addReaction} onUse={pick}>
            <AddReactionIcon />
          </Tool>
        )}
        {isOpenToAll && can?.send && (
          <Tool name={told.reply} onUse={() => actions.reply(message)}>
            <ReplyIcon />
          </Tool>
        )}
        {isMine && isOpenToAll && (
          <Tool name={told.edit} onUse={onEdit}>
            <EditIcon />
          </Tool>
        )}
        <Tool name={told.apps} onUse={(element) => actions.openMessageMenu(message, element)}>
          <AppsIcon />
        </Tool>
        <CopyId id={message.id} />
        {isOpenToAll && (isMine || can?.manageMessages) && (
          <Tool name={told.delete} isDanger onUse={() => ask(true)}>
            <DeleteIcon />
          </Tool>
        )}
        {anchor && <EmojiPicker anchor={anchor} onClose={() => pick(undefined)} />}
        {isAsking && (
          <DeleteDialog message={message} lookup={lookup} actions={actions} onClose={() => ask(false)} />
        )}
      </div>
    </div>
  );
}

interface ToolProps {
  name: string;
  isDanger?: boolean;
  onUse(element: HTMLElement): void;
  children: ComponentChildren;
}

function Tool({ name, isDanger = false, onUse, children }: ToolProps) {
  return (
    <button
      type="button"
      class={`icon-button ${isDanger ? 'tool-danger' : ''}`}
      aria-label={name}
      title={name}
      onClick={(event) => onUse(event.currentTarget)}
    >
      {children}
    </button>
  );
}

function CopyId({ id }: { id: string }) {
  const [isCopied, setCopied] = useState(false);
  const copy = () =>
    navigator.clipboard.writeText(id).then(
      () => setCopied(true),
      () => setCopied(false),
    );
  return (
    <Tool name={isCopied ? words().copied : words().actions.copyMessageId} onUse={() => void copy()}>
      {isCopied ? <CheckIcon /> : <IdIcon />}
    </Tool>
  );
}
