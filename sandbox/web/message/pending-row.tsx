/** A command of the viewer's own that waits for its answer, or got none. */
import type { Lookup } from '../model.js';
import { AppTag } from '../parts/app-tag.js';
import { Avatar } from '../parts/avatar.js';
import { words } from '../words/words.js';
import { Dots } from './component/button.js';
import { FailureLine } from './failure-line.js';
import { EyeIcon } from './icons.js';
import type { Pending } from './pending.js';

export interface PendingRowProps {
  pending: Pending;
  lookup: Lookup;
  onDismiss(): void;
}

export function PendingRow({ pending, lookup, onDismiss }: PendingRowProps) {
  const { viewer } = lookup;
  const bot = pending.botId === undefined ? undefined : lookup.person(pending.botId);
  return (
    <div class="message message-pending">
      <div class="above">
        <Avatar id={viewer.id} name={viewer.name} size={18} />
        <span class="above-name">{viewer.name}</span>
        <span class="above-text">
          {words().message.used} <span class="above-command">{pending.command}</span>
        </span>
      </div>
      <div class="message-gutter">
        <Avatar id={bot?.id ?? 'bot'} name={bot?.name ?? words().app} isBot />
      </div>
      <div class="message-main">
        <div class="message-head">
          <span class="author-name">{bot?.name ?? words().app}</span>
          <AppTag />
        </div>
        {pending.failure ? (
          <>
            <FailureLine failure={pending.failure} />
            <p class="only-you">
              <EyeIcon size={16} />
              <span>
                {words().message.onlyYou} ·{' '}
                <button type="button" class="text-button" onClick={onDismiss}>
                  {words().message.dismiss}
                </button>
              </span>
            </p>
          </>
        ) : (
          <p class="thinking">
            <Dots />
            {words().command.sending}
          </p>
        )}
      </div>
    </div>
  );
}
