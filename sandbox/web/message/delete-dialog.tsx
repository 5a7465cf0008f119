/** Asks before a message is deleted. */
import type { Lookup, Message, MessageActions } from '../model.js';
import { Dialog } from '../parts/dialog.js';
import { words } from '../words/words.js';
import { plainText } from './plain-text.js';
import './delete-dialog.css';

export interface DeleteDialogProps {
  message: Message;
  lookup: Lookup;
  actions: MessageActions;
  onClose(): void;
}

export function DeleteDialog({ message, lookup, actions, onClose }: DeleteDialogProps) {
  const { actions: told } = words();
  const remove = () => {
    onClose();
    void actions.remove(message);
  };
  return (
    <Dialog title={told.deleteMessage} class="delete-dialog" onClose={onClose}>
      <div class="delete-body">
        <p>{told.deleteWarning}</p>
        <blockquote class="delete-preview" dir="auto">
          {plainText(message, lookup) || told.noText}
        </blockquote>
        <div class="delete-choice">
          <button type="button" class="button button-secondary" onClick={onClose}>
            {told.keep}
          </button>
          <button type="button" class="button button-danger" onClick={remove}>
            {told.delete}
          </button>
        </div>
      </div>
    </Dialog>
  );
}
