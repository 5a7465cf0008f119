/** The column at the far left: direct messages, then the guilds by their initials. */
import type { PlaceGuild } from '../../client/places.js';
import { MessageIcon } from '../parts/icons.js';
import type { Page } from '../state/page.js';
import { words } from '../words/words.js';
import './server-rail.css';

export function ServerRail({ page }: { page: Page }) {
  const places = page.world.places.value;
  const { guild, bot } = page.spot.value;
  const firstBot = places?.bots[0];
  return (
    <nav class="rail" aria-label={words().places.servers}>
      {firstBot && (
        <button
          type="button"
          class="rail-item rail-direct"
          aria-label={words().places.direct}
          aria-current={bot ? 'page' : undefined}
          title={words().places.direct}
          onClick={() => void page.openDirect(firstBot.id)}
        >
          <MessageIcon size={24} />
        </button>
      )}
      <hr class="rail-line" />
      {places?.guilds.map((one) => (
        <button
          key={one.id}
          type="button"
          class="rail-item"
          data-initials={initialsOf(one.name)}
          aria-current={!bot && one.id === guild?.id ? 'page' : undefined}
          title={one.name}
          onClick={() => page.open(spotIn(page, one))}
        >
          <span class="visually-hidden">{one.name}</span>
          {one.id !== guild?.id && one.channels.some((channel) => page.unread.isUnread(channel)) && (
            <span class="rail-unread" />
          )}
        </button>
      ))}
    </nav>
  );
}

function spotIn(page: Page, guild: PlaceGuild) {
  const channel = page.lastChannelIn(guild);
  return { guild, channel };
}

/** The first letters of up to three words: `Book Club · Paris` is BCP. */
function initialsOf(name: string): string {
  return name
    .split(/\s+/)
    .filter((word) => /^[\p{L}\p{N}]/u.test(word))
    .slice(0, 3)
    .map((word) => [...word][0] ?? '')
    .join('');
}
