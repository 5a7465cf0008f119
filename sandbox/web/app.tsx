/** The whole window: places at the left, a channel in the middle, its thread and its members at the right. */
import { useEffect } from 'preact/hooks';
import { DevtoolsHost } from './devtools/devtools-host.js';
import { TroubleBar } from './devtools/trouble-bar.js';
import { ChannelHeader, MEMBERS_BUTTON } from './places/channel-header.js';
import { ChannelList } from './places/channel-list.js';
import { ChannelView } from './places/channel-view.js';
import { Drawer, useNarrow } from './places/drawer.js';
import { MemberList } from './places/member-list.js';
import { Notice } from './places/notice.js';
import { OverlayHost } from './places/overlay-host.js';
import { ResetProgressBar } from './places/reset.js';
import { ServerRail } from './places/server-rail.js';
import { ThreadPanel } from './places/thread-panel.js';
import { UserArea } from './places/user-area.js';
import type { Actions } from './state/actions.js';
import type { Overlays } from './state/overlays.js';
import type { Page } from './state/page.js';
import { words } from './words/words.js';
import './app.css';

const COMPOSER = 'message-box';

export interface AppProps {
  page: Page;
  actions: Actions;
  overlays: Overlays;
}

export function App({ page, actions, overlays }: AppProps) {
  const hasPlacesDrawer = useNarrow(760);
  // With the panel beside it, the window has room for fewer columns.
  const hasMembersDrawer = useNarrow(overlays.devtools.value ? 1800 : 1000);
  useEffect(() => focusComposerOnTyping(), []);
  const { guild, channel, thread, bot } = page.spot.value;
  const { drawer, hasMembers } = overlays;
  const { places } = words();
  // In a narrow window a thread lies over its channel.
  const isCovered = thread !== undefined && hasMembersDrawer;
  const closeDrawer = () => {
    drawer.value = undefined;
  };
  const placeName = bot ? `@${bot.name}` : `#${channel?.name ?? ''}`;
  // What stood in a drawer is gone with it: what opens for it is beside the button of the drawer.
  const anchorOf = (element: HTMLElement) => {
    closeDrawer();
    return (hasMembersDrawer && document.getElementById(MEMBERS_BUTTON)) || element;
  };
  const members = guild && (
    <MemberList
      page={page}
      guild={guild}
      onPerson={(userId, element) => actions.openPerson(userId, anchorOf(element))}
      onMenu={(userId, element) => {
        overlays.personMenu.value = { userId, anchor: anchorOf(element) };
      }}
    />
  );

  return (
    <div class="window">
      <a class="skip-link" href={`#${COMPOSER}`} onClick={focusComposer}>
        {places.skip}
      </a>
      <Drawer
        side="left"
        label={places.drawer}
        isDrawer={hasPlacesDrawer}
        isOpen={drawer.value === 'places'}
        onClose={closeDrawer}
      >
        <div class="places">
          <ServerRail page={page} />
          <div class="places-side">
            <ChannelList page={page} onOpen={closeDrawer} />
            <UserArea
              page={page}
              onAskReset={() => {
                overlays.isAskingForReset.value = true;
              }}
            />
          </div>
        </div>
      </Drawer>
      <div class="window-middle">
        <TroubleBar
          trouble={page.trouble.value}
          onShow={() => {
            overlays.devtools.value = 'trouble';
          }}
          onEnd={() => void page.endTrouble()}
        />
        <ResetProgressBar page={page} />
        {!page.isConnected.value && page.world.places.value && (
          <p class="window-warning" role="status">
            {places.noAnswer}
          </p>
        )}
        <div class="window-columns">
          <main class="chat" aria-label={placeName} inert={isCovered}>
            <ChannelHeader page={page} overlays={overlays} hasDrawers={hasMembersDrawer} />
            {channel && (
              <ChannelView
                page={page}
                actions={actions}
                channel={channel}
                placeName={placeName}
                composerId={isCovered ? undefined : COMPOSER}
              />
            )}
          </main>
          {thread && (
            <ThreadPanel
              key={thread.id}
              page={page}
              actions={actions}
              thread={thread}
              composerId={isCovered ? COMPOSER : undefined}
              onClose={() => page.open({ guild, channel })}
            />
          )}
          {members &&
            (hasMembersDrawer ? (
              <Drawer
                side="right"
                label={places.members}
                isDrawer
                isOpen={drawer.value === 'members'}
                onClose={closeDrawer}
              >
                {members}
              </Drawer>
            ) : (
              hasMembers.value && !thread && members
            ))}
        </div>
      </div>
      <DevtoolsHost page={page} overlays={overlays} />
      <OverlayHost page={page} actions={actions} overlays={overlays} />
      <Notice page={page} />
    </div>
  );
}

/** The first field of the composer, be it the plain one or that of a command. */
function focusComposer(event?: Event): void {
  event?.preventDefault();
  document
    .getElementById(COMPOSER)
    ?.querySelector<HTMLElement>('textarea, input:not([type="file"])')
    ?.focus();
}

/** Letters typed while nothing has the focus go into the message box, as people are used to. */
function focusComposerOnTyping(): () => void {
  const onKeyDown = (event: KeyboardEvent) => {
    const isLetter = event.key.length === 1 && !event.ctrlKey && !event.metaKey && !event.altKey;
    if (!isLetter || event.key === ' ' || document.activeElement !== document.body) return;
    if (!document.querySelector('dialog[open]')) focusComposer();
  };
  addEventListener('keydown', onKeyDown);
  return () => removeEventListener('keydown', onKeyDown);
}
