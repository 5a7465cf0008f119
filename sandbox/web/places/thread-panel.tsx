/** A thread beside its channel. */
import type { PlaceChannel } from '../../client/places.js';
import { CloseIcon, ThreadIcon } from '../parts/icons.js';
import type { Actions } from '../state/actions.js';
import type { Page } from '../state/page.js';
import { words } from '../words/words.js';
import { ChannelView } from './channel-view.js';
import './thread-panel.css';

export interface ThreadPanelProps {
  page: Page;
  actions: Actions;
  thread: PlaceChannel;
  /** The id of its message box, where that is the one to skip to. */
  composerId?: string | undefined;
  onClose(): void;
}

export function ThreadPanel({ page, actions, thread, composerId, onClose }: ThreadPanelProps) {
  return (
    <section class="thread" aria-label={words().places.thread(thread.name)}>
      <header class="thread-header">
        <ThreadIcon />
        <h2 title={thread.name} dir="auto">
          {thread.name}
        </h2>
        <button
          type="button"
          class="icon-button"
          aria-label={words().places.closeThread}
          title={words().close}
          onClick={onClose}
        >
          <CloseIcon />
        </button>
      </header>
      <ChannelView
        page={page}
        actions={actions}
        channel={thread}
        placeName={thread.name}
        composerId={composerId}
      />
    </section>
  );
}
