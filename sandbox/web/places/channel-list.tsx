/** The channels of a guild with their categories and threads, or the direct messages. */
import { useState } from 'preact/hooks';
import type { PlaceChannel, PlaceGuild } from '../../client/places.js';
import { AppTag } from '../parts/app-tag.js';
import { Avatar } from '../parts/avatar.js';
import { ChevronDownIcon, HashIcon, ThreadIcon } from '../parts/icons.js';
import { isCategory, isThread, isWritten } from '../state/address.js';
import { inOrder } from '../state/lookup.js';
import type { Page } from '../state/page.js';
import { words } from '../words/words.js';
import './channel-list.css';

/** Discord's type of a private thread. */
const PRIVATE_THREAD = 12;

export function ChannelList({ page, onOpen }: { page: Page; onOpen(): void }) {
  const { guild } = page.spot.value;
  const { places } = words();
  return (
    <nav class="channels" aria-label={places.channels}>
      <header class="channels-header">
        <h2>{guild?.name ?? places.direct}</h2>
      </header>
      <div class="channels-scroll">
        {guild ? (
          <GuildChannels page={page} guild={guild} onOpen={onOpen} />
        ) : (
          <DirectChannels page={page} onOpen={onOpen} />
        )}
      </div>
    </nav>
  );
}

function GuildChannels({ page, guild, onOpen }: { page: Page; guild: PlaceGuild; onOpen(): void }) {
  const [closed, setClosed] = useState<ReadonlySet<string>>(new Set());
  const { channel: current, thread: openThread } = page.spot.value;
  const toggle = (id: string) => {
    const next = new Set(closed);
    if (!next.delete(id)) next.add(id);
    setClosed(next);
  };
  const open = (channel: PlaceChannel, thread?: PlaceChannel) => {
    page.open({ guild, channel, thread });
    onOpen();
  };
  const viewerId = page.world.places.value?.person.id ?? '';
  // A moderator may read every private thread, and Discord lists them those they are in.
  const isListed = ({ id, type, thread }: PlaceChannel) =>
    type !== PRIVATE_THREAD || id === openThread?.id || thread?.memberIds.includes(viewerId);
  const threadsOf = (channel: PlaceChannel) =>
    guild.channels.filter((one) => isThread(one) && one.parentId === channel.id && isListed(one));
  const shown = inOrder(guild.channels).filter((one) => isCategory(one) || isWritten(one));
  return (
    <ul class="channels-list">
      {shown.map((channel) => {
        if (isCategory(channel)) {
          const isClosed = closed.has(channel.id);
          return (
            <li key={channel.id}>
              <button
                type="button"
                class="channels-category"
                aria-expanded={!isClosed}
                onClick={() => toggle(channel.id)}
              >
                <ChevronDownIcon size={12} />
                {channel.name}
              </button>
            </li>
          );
        }
        const isCurrent = channel.id === current?.id;
        const isUnread = page.unread.isUnread(channel);
        if (closed.has(channel.parentId ?? '') && !isCurrent && !isUnread) return null;
        // Threads of other channels are shown when there is something new in them.
        const threads = threadsOf(channel).filter((one) => isCurrent || page.unread.isUnread(one));
        return (
          <li key={channel.id}>
            <button
              type="button"
              class={`channel-item ${isUnread ? 'is-unread' : ''}`}
              aria-current={isCurrent && !openThread ? 'page' : undefined}
              onClick={() => open(channel)}
            >
              <HashIcon size={18} />
              <span class="channel-name" dir="auto">
                {channel.name}
              </span>
              {isUnread && <span class="visually-hidden">{words().places.unread}</span>}
            </button>
            {threads.length > 0 && (
              <ul class="channels-threads" aria-label={words().places.threadsOf(channel.name)}>
                {threads.map((thread) => (
                  <li key={thread.id}>
                    <button
                      type="button"
                      class={`channel-item ${page.unread.isUnread(thread) ? 'is-unread' : ''}`}
                      aria-current={thread.id === openThread?.id ? 'page' : undefined}
                      onClick={() => open(channel, thread)}
                    >
                      <ThreadIcon size={15} />
                      <span class="channel-name" dir="auto">
                        {thread.name}
                      </span>
                    </button>
                  </li>
                ))}
              </ul>
            )}
          </li>
        );
      })}
    </ul>
  );
}

function DirectChannels({ page, onOpen }: { page: Page; onOpen(): void }) {
  const { bot: current } = page.spot.value;
  return (
    <ul class="channels-list">
      {page.world.places.value?.bots.map((bot) => (
        <li key={bot.id}>
          <button
            type="button"
            class={`channel-item channel-direct ${bot.channel && page.unread.isUnread(bot.channel) ? 'is-unread' : ''}`}
            aria-current={bot.id === current?.id ? 'page' : undefined}
            onClick={() => {
              onOpen();
              void page.openDirect(bot.id);
            }}
          >
            <Avatar id={bot.id} name={bot.name} size={32} isBot />
            <span class="channel-name" dir="auto">
              {bot.name}
            </span>
            <AppTag />
          </button>
        </li>
      ))}
    </ul>
  );
}
