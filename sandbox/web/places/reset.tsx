/** Beginning anew: the question before it, and how far it has come. */
import { useState } from 'preact/hooks';
import { Dialog } from '../parts/dialog.js';
import type { Page } from '../state/page.js';
import './reset.css';

export function ResetDialog({ page, onClose }: { page: Page; onClose(): void }) {
  const [isSent, setSent] = useState(false);
  const reset = async () => {
    setSent(true);
    onClose();
    await page.reset();
  };
  return (
    <Dialog title="Reset the cohort?" class="reset-dialog" onClose={onClose}>
      <p>
        Every message, entry and setting goes, for everybody who uses this sandbox. The clock goes back to
        real time, and the cohort is made anew.
      </p>
      <div class="reset-buttons">
        <button type="button" class="button button-secondary" onClick={onClose}>
          Keep everything
        </button>
        <button type="button" class="button button-danger" disabled={isSent} onClick={() => void reset()}>
          Reset the cohort
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
      <progress aria-label="Progress" value={progress.done} max={progress.all ?? 1} />
    </div>
  );
}
