/** Asks before a message is deleted. */
import type { Lookup, Message, MessageActions } from '../model.js';
import { Dialog } from '../parts/dialog.js';
import { plainText } from './plain-text.js';
import './delete-dialog.css';

export interface DeleteDialogProps {
  message: Message;
  lookup: Lookup;
  actions: MessageActions;
  onClose(): void;
}

export function DeleteDialog({ message, lookup, actions, onClose }: DeleteDialogProps) {
  const remove = () => {
    onClose();
    void actions.remove(message);
  };
  return (
    <Dialog title="Delete message" class="delete-dialog" onClose={onClose}>
      <div class="delete-body">
        <p>It will be gone for everyone.</p>
        <blockquote class="delete-preview">
          {plainText(message, lookup) || 'A message without text'}
        </blockquote>
        <div class="delete-choice">
          <button type="button" class="button button-secondary" onClick={onClose}>
            Keep it
          </button>
          <button type="button" class="button button-danger" onClick={remove}>
            Delete
          </button>
        </div>
      </div>
    </Dialog>
  );
}
