/** Asks for the name of a thread that is opened from a message. */
import { useState } from 'preact/hooks';
import type { Message } from '../model.js';
import { Dialog } from '../parts/dialog.js';
import { words } from '../words/words.js';
import './delete-dialog.css';

export interface ThreadDialogProps {
  message: Message;
  /** Resolves with why the thread could not be opened. */
  open(message: Message, name: string): Promise<string | undefined>;
  onClose(): void;
}

export function ThreadDialog({ message, open, onClose }: ThreadDialogProps) {
  const [name, setName] = useState('');
  const [failure, setFailure] = useState<string>();
  const { actions: told } = words();
  const submit = async (event: Event) => {
    event.preventDefault();
    const reason = await open(message, name.trim());
    if (reason === undefined) onClose();
    else setFailure(reason);
  };
  return (
    <Dialog title={told.createThread} class="delete-dialog" onClose={onClose}>
      <form class="delete-body" onSubmit={(event) => void submit(event)}>
        <label for="thread-name">{told.threadName}</label>
        <input
          id="thread-name"
          class="text-field"
          dir="auto"
          maxLength={100}
          required
          value={name}
          onInput={(event) => setName(event.currentTarget.value)}
        />
        {failure && (
          <p class="field-error" role="alert">
            {failure}
          </p>
        )}
        <div class="delete-choice">
          <button type="button" class="button button-secondary" onClick={onClose}>
            {words().cancel}
          </button>
          <button type="submit" class="button" disabled={name.trim() === ''}>
            {told.createThread}
          </button>
        </div>
      </form>
    </Dialog>
  );
}
