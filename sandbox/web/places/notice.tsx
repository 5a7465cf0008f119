/** Tells something in passing, at the bottom of the window. */
import { useEffect } from 'preact/hooks';
import { CloseIcon } from '../parts/icons.js';
import type { Page } from '../state/page.js';
import { words } from '../words/words.js';

/** How long (ms) it stays. */
const LASTING = 6_000;

export function Notice({ page }: { page: Page }) {
  const notice = page.notice.value;
  const close = () => {
    page.notice.value = undefined;
  };
  useEffect(() => {
    if (!notice) return;
    const timer = setTimeout(close, LASTING);
    return () => clearTimeout(timer);
  }, [notice]);
  return (
    <div role={notice?.isBad ? 'alert' : 'status'}>
      {notice && (
        <div class={`notice ${notice.isBad ? 'is-bad' : ''}`}>
          <span>{notice.text}</span>
          <button type="button" class="icon-button" aria-label={words().close} onClick={close}>
            <CloseIcon size={16} />
          </button>
        </div>
      )}
    </div>
  );
}
