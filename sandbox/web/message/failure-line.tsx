/** What went wrong, as Discord shows it, with the sandbox's reason for who wants to know. */
import { WarningIcon } from '../parts/icons.js';
import type { Failure } from './pending.js';

export function FailureLine({ failure }: { failure: Failure }) {
  return (
    <div class="failure" role="alert">
      <p class="failure-text">
        <WarningIcon size={16} />
        <span>{failure.text}</span>
      </p>
      {failure.reason && (
        <details class="failure-reason">
          <summary>Why?</summary>
          <p>{failure.reason}</p>
        </details>
      )}
    </div>
  );
}
