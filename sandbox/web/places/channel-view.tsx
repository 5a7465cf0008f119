/** The messages of one channel or thread, with the place to write below them. */
import { useEffect, useMemo } from 'preact/hooks';
import type { PlaceChannel } from '../../client/places.js';
import { Composer } from '../composer/composer.js';
import { PostForm } from '../composer/post-form.js';
import { MessageList } from '../message/message-list.js';
import type { Message } from '../model.js';
import type { Actions } from '../state/actions.js';
import { compareIds } from '../state/order.js';
import type { Page } from '../state/page.js';

/** A message that only the viewer sees: an answer to them, and no news. */
const EPHEMERAL = 1 << 6;
const FORUM = 15;

export interface ChannelViewProps {
  page: Page;
  actions: Actions;
  channel: PlaceChannel;
  placeName: string;
  composerId?: string | undefined;
}

export function ChannelView({ page, actions, channel, placeName, composerId }: ChannelViewProps) {
  const { messages, hasOlder, isLoaded } = page.messages.of(channel.id).value;
  const { message: wanted } = page.session.address.value;
  const last = messages.at(-1)?.id;
  // Where news began when the channel was opened: the line stays there while the viewer reads on.
  const unreadFrom = useMemo(() => {
    const mark = page.unread.readUpTo(channel.id);
    const isNews = (one: Message) =>
      ((one.flags ?? 0) & EPHEMERAL) === 0 && one.author.id !== page.lookup.viewer.id;
    return mark && messages.find((one) => compareIds(one.id, mark) > 0 && isNews(one))?.id;
  }, [channel.id, isLoaded]);
  useEffect(() => {
    const read = () => {
      if (last && document.visibilityState === 'visible') page.unread.read(channel.id, last);
    };
    read();
    document.addEventListener('visibilitychange', read);
    return () => document.removeEventListener('visibilitychange', read);
  }, [channel.id, last]);
  const target = useMemo(
    () => (wanted ? { messageId: wanted, nonce: page.session.steps } : undefined),
    [wanted, page.session.steps],
  );
  return (
    <>
      <MessageList
        channelId={channel.id}
        messages={messages}
        isLoaded={isLoaded}
        lookup={page.lookup}
        actions={actions}
        hasOlder={hasOlder}
        loadOlder={() => page.messages.loadOlder(channel.id)}
        pending={page.exchanges.pending.value.get(channel.id) ?? NONE}
        onDismissPending={(id) => page.exchanges.dismiss(id)}
        failures={page.exchanges.failures.value}
        unreadFrom={unreadFrom}
        target={target}
      />
      {channel.type === FORUM ? (
        <PostForm key={channel.id} actions={actions} channel={channel} id={composerId} />
      ) : (
        <Composer
          key={`${page.lookup.viewer.id} ${channel.id}`}
          page={page}
          actions={actions}
          channel={channel}
          placeName={placeName}
          id={composerId}
        />
      )}
    </>
  );
}

const NONE = [] as const;
