/** A message's text while its author changes it. */
import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import { words } from '../words/words.js';
import { useWithin } from './within.js';
import './message-editor.css';

export function MessageEditor({ onDone }: { onDone(): void }) {
  const { message, actions } = useWithin();
  const [text, setText] = useState(message.content);
  const field = useRef<HTMLTextAreaElement>(null);

  useLayoutEffect(() => {
    field.current?.focus();
    field.current?.setSelectionRange(text.length, text.length);
  }, []);
  useLayoutEffect(() => {
    if (!field.current) return;
    field.current.style.height = 'auto';
    field.current.style.height = `${field.current.scrollHeight}px`;
  }, [text]);

  const { actions: told } = words();
  const save = () => {
    onDone();
    if (text.trim() !== '' && text !== message.content) void actions.edit(message, text.trim());
  };
  const onKeyDown = (event: KeyboardEvent) => {
    event.stopPropagation();
    if (event.key === 'Escape') onDone();
    else if (event.key === 'Enter' && !event.shiftKey && !event.isComposing) {
      event.preventDefault();
      save();
    }
  };
  return (
    <div class="message-editor">
      <textarea
        ref={field}
        class="text-field"
        aria-label={told.editMessage}
        dir="auto"
        rows={1}
        maxLength={2000}
        value={text}
        onInput={(event) => setText(event.currentTarget.value)}
        onKeyDown={onKeyDown}
      />
      <p class="message-editor-help">
        <button type="button" class="text-button" onClick={onDone}>
          {words().cancel}
        </button>{' '}
        {told.withEscape} ·{' '}
        <button type="button" class="text-button" onClick={save}>
          {told.save}
        </button>{' '}
        {told.withEnter}
      </p>
    </div>
  );
}
