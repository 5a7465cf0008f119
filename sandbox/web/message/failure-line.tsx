/** What went wrong, as Discord shows it, with the sandbox's reason for who wants to know. */
import { WarningIcon } from '../parts/icons.js';
import { words } from '../words/words.js';
import type { Failure } from './pending.js';

export function FailureLine({ failure }: { failure: Failure }) {
  return (
    <div class="failure" role="alert">
      <p class="failure-text">
        <WarningIcon size={16} />
        <span>{words().failures[failure.what]}</span>
      </p>
      {failure.reason && (
        <details class="failure-reason">
          <summary>{words().message.why}</summary>
          <p>{failure.reason}</p>
        </details>
      )}
    </div>
  );
}
