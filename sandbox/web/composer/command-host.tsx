/** The place of the command picker in the composer. */
import type { Actions } from '../state/actions.js';
import type { Page } from '../state/page.js';

export interface CommandHostProps {
  page: Page;
  actions: Actions;
  channelId: string;
  text: string;
  onText(text: string): void;
  /** The command was sent, or given up. */
  onDone(): void;
}

export function CommandHost({ actions, channelId, text, onText, onDone }: CommandHostProps) {
  return (
    <div class="composer-box">
      <input
        class="text-field"
        aria-label="Command"
        autofocus
        value={text}
        onInput={(event) => onText(event.currentTarget.value)}
        onKeyDown={(event) => {
          if (event.key === 'Escape') onDone();
          if (event.key !== 'Enter') return;
          onDone();
          void actions.runCommand(channelId, text.slice(1), {}, {});
        }}
      />
    </div>
  );
}
