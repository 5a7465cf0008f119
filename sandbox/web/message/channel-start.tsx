/** What stands above a channel's first message, and in its place while messages are on their way. */
import type { Channel } from '../model.js';
import { HashIcon, MessageIcon, ThreadIcon } from '../parts/icons.js';
import { words } from '../words/words.js';

const THREAD_TYPES = [10, 11, 12];
const DIRECT = 1;

export function ChannelStart({ channel }: { channel: Channel | undefined }) {
  const name = channel?.name ?? '…';
  const { welcome, startOfThread, startOfDirect, startOfChannel } = words().list;
  const isThread = channel !== undefined && THREAD_TYPES.includes(channel.type);
  const isDirect = channel?.type === DIRECT;
  return (
    <div class="channel-start">
      <span class="channel-start-mark">
        {isThread ? <ThreadIcon size={36} /> : isDirect ? <MessageIcon size={36} /> : <HashIcon size={36} />}
      </span>
      <h2>{isThread || isDirect ? name : welcome(name)}</h2>
      <p>
        {isThread ? startOfThread : isDirect ? startOfDirect(name) : startOfChannel(name)}
        {channel?.topic ? ` ${channel.topic}` : ''}
      </p>
    </div>
  );
}

const ROWS = [58, 34, 72, 46, 64, 28];

/** Grey shapes where messages will be. */
export function Skeleton() {
  return (
    <div class="skeleton" aria-hidden="true">
      {ROWS.map((width) => (
        <div key={width} class="skeleton-row">
          <span class="skeleton-avatar" />
          <span class="skeleton-lines">
            <i style={{ width: `${width / 3}%` }} />
            <i style={{ width: `${width}%` }} />
          </span>
        </div>
      ))}
    </div>
  );
}
