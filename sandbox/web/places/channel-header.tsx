/** The line above the messages: the channel, its topic, and the panels that can be opened. */
import { HashIcon, MessageIcon } from '../parts/icons.js';
import type { Overlays } from '../state/overlays.js';
import type { Page } from '../state/page.js';
import { words } from '../words/words.js';
import { DevtoolsIcon, MembersIcon, MenuIcon } from './icons.js';
import { TimeControl } from './time-control.js';
import './channel-header.css';

/** The id of the button that shows the members. */
export const MEMBERS_BUTTON = 'members-button';

export interface ChannelHeaderProps {
  page: Page;
  overlays: Overlays;
  /** Whether the members are a drawer, as on a small window. */
  hasDrawers: boolean;
}

export function ChannelHeader({ page, overlays, hasDrawers }: ChannelHeaderProps) {
  const { guild, channel, thread, bot } = page.spot.value;
  const { drawer, hasMembers, devtools } = overlays;
  const { places } = words();
  const showsMembers = hasDrawers ? drawer.value === 'members' : hasMembers.value && !thread;
  const toggleMembers = () => {
    if (hasDrawers) drawer.value = showsMembers ? undefined : 'members';
    else hasMembers.value = !showsMembers;
    // A thread stands where the members would.
    if (!hasDrawers && thread) page.open({ guild, channel });
  };
  return (
    <header class="channel-header">
      <button
        type="button"
        class="icon-button channel-header-menu"
        aria-label={places.drawer}
        aria-expanded={drawer.value === 'places'}
        onClick={() => {
          drawer.value = 'places';
        }}
      >
        <MenuIcon />
      </button>
      <h1 class="channel-header-name">
        {bot ? <MessageIcon size={22} /> : <HashIcon size={22} />}
        <span>{bot ? bot.name : channel?.name}</span>
      </h1>
      {channel?.topic && (
        <p class="channel-header-topic" title={channel.topic}>
          {channel.topic}
        </p>
      )}
      <div class="channel-header-tools">
        <TimeControl page={page} />
        <button
          type="button"
          class="icon-button"
          aria-label={places.devtools}
          aria-pressed={devtools.value !== undefined}
          title={places.devtoolsTitle}
          onClick={() => {
            devtools.value = devtools.value ? undefined : 'requests';
          }}
        >
          <DevtoolsIcon />
        </button>
        {guild && (
          <button
            type="button"
            id={MEMBERS_BUTTON}
            class="icon-button"
            aria-label={places.members}
            aria-pressed={showsMembers}
            title={places.members}
            onClick={toggleMembers}
          >
            <MembersIcon />
          </button>
        )}
      </div>
    </header>
  );
}
