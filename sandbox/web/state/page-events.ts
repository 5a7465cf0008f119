/** What each event of the stream changes in the page's state. */
import type { Signal } from '@preact/signals';
import type { FeedEvents, ResetProgress, TroubleView } from '../../client/events.js';
import { commandOf } from '../message/rows.js';
import type { Lookup } from '../model.js';
import type { PageClock } from './clock.js';
import type { Commands } from './commands.js';
import type { Exchanges } from './exchanges.js';
import type { Messages } from './messages.js';
import type { Typing } from './typing.js';
import type { Unread } from './unread.js';
import type { World } from './world.js';

/** The parts of the page's state that events change. */
export interface PageState {
  readonly messages: Messages;
  readonly world: World;
  readonly typing: Typing;
  readonly lookup: Lookup;
  readonly exchanges: Exchanges;
  readonly commands: Commands;
  readonly clock: PageClock;
  readonly unread: Unread;
  readonly trouble: Signal<TroubleView | undefined>;
  readonly resetProgress: Signal<ResetProgress | undefined>;
  shownChannels(): string[];
  readCast(): Promise<boolean>;
  comeBack(): Promise<void>;
  tell(text: string, isBad?: boolean): void;
}

type Taking = { [Event in keyof FeedEvents]?: (page: PageState, data: FeedEvents[Event]) => void };

const taking: Taking = {
  message: (page, data) => {
    page.messages.take('message', data);
    page.world.noteMessage(data);
    page.typing.end(data.channelId, data.message.author.id);
    const command = commandOf(data.message);
    if (command?.userId === page.lookup.viewer.id) page.exchanges.answerStarted(data.channelId, command.name);
  },
  'message-update': (page, data) => page.messages.take('message-update', data),
  reaction: (page, data) => page.messages.take('reaction', data),
  'message-delete': (page, data) => page.messages.remove(data),
  channel: (page) => page.world.loadSoon(),
  member: (page) => {
    page.world.loadSoon();
    void page.readCast();
  },
  guild: (page) => page.world.loadSoon(),
  commands: (page) => page.commands.readAgain(page.shownChannels()),
  clock: (page, { offsetMs }) => page.clock.set(offsetMs),
  trouble: (page, trouble) => {
    page.trouble.value = trouble;
  },
  gateway: (page, data) => page.world.noteSessions(data),
  typing: (page, { channelId, userId }) => {
    if (userId !== page.lookup.viewer.id) page.typing.begin(channelId, userId);
  },
  'reset-progress': (page, progress) => {
    page.resetProgress.value = progress.isDone ? undefined : progress;
    if (progress.failure) page.tell(progress.failure, true);
    // What the world was filled with is no news.
    if (progress.isDone) page.unread.forget();
    if (progress.isDone) void page.comeBack();
  },
  reset: (page) => {
    page.messages.forget();
    page.exchanges.forget();
    page.unread.forget();
    void page.comeBack();
  },
};

export function takeEvent<Name extends keyof FeedEvents>(
  page: PageState,
  name: Name,
  data: FeedEvents[Name],
): void {
  taking[name]?.(page, data);
}
