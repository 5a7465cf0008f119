/** The reset: the question before it, and its progress. */
import { useState } from 'preact/hooks';
import { Dialog } from '../parts/dialog.js';
import type { Page } from '../state/page.js';
import { words } from '../words/words.js';
import './reset.css';

export function ResetDialog({ page, onClose }: { page: Page; onClose(): void }) {
  const [isSent, setSent] = useState(false);
  const { reset } = words();
  const send = async () => {
    setSent(true);
    onClose();
    await page.reset();
  };
  return (
    <Dialog title={reset.question} class="reset-dialog" onClose={onClose}>
      <p>{reset.warning}</p>
      <div class="reset-buttons">
        <button type="button" class="button button-secondary" onClick={onClose}>
          {reset.keep}
        </button>
        <button type="button" class="button button-danger" disabled={isSent} onClick={() => void send()}>
          {reset.act}
        </button>
      </div>
    </Dialog>
  );
}

export function ResetProgressBar({ page }: { page: Page }) {
  const progress = page.resetProgress.value;
  if (!progress) return null;
  return (
    <div class="reset-progress">
      <span role="status">{progress.text}</span>
      <progress aria-label={words().reset.progress} value={progress.done} max={progress.all ?? 1} />
    </div>
  );
}
