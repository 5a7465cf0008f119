/** Asks before a message is deleted. */
import { Dialog } from '../parts/dialog.js';
import { plainText } from './plain-text.js';
import { useWithin } from './within.js';
import './delete-dialog.css';

export function DeleteDialog({ onClose }: { onClose(): void }) {
  const { message, lookup, actions } = useWithin();
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
