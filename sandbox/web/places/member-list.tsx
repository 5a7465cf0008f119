/** Who is in the channel's guild: by the roles that stand apart, then everybody else, then the bots that are away. */
import type { PlaceGuild, PlaceMember } from '../../client/places.js';
import { AppTag } from '../parts/app-tag.js';
import { Avatar } from '../parts/avatar.js';
import { personOf } from '../state/lookup.js';
import type { Page } from '../state/page.js';
import { words } from '../words/words.js';
import { CrownIcon } from './icons.js';
import './member-list.css';

interface Group {
  name: string;
  isAway: boolean;
  members: PlaceMember[];
}

export interface MemberListProps {
  page: Page;
  guild: PlaceGuild;
  onPerson(userId: string, anchor: HTMLElement): void;
  /** The menu of a person is asked for. */
  onMenu(userId: string, anchor: HTMLElement): void;
}

export function MemberList({ page, guild, onPerson, onMenu }: MemberListProps) {
  const bots = page.world.places.value?.bots ?? [];
  const isAway = (member: PlaceMember) => bots.some((bot) => bot.id === member.userId && !bot.connected);
  return (
    <aside class="members" aria-label={words().places.members}>
      {groupsOf(guild, isAway).map((group) => (
        <section key={group.name} class="members-group">
          <h2>
            {group.name} <span aria-hidden="true">—</span> {group.members.length}
          </h2>
          <ul class="members-list">
            {group.members.map((member) => (
              <li key={member.userId}>
                <button
                  type="button"
                  onContextMenu={(event) => {
                    event.preventDefault();
                    onMenu(member.userId, event.currentTarget);
                  }}
                  class={`member-item ${group.isAway ? 'is-away' : ''}`}
                  onClick={(event) => onPerson(member.userId, event.currentTarget)}
                >
                  <span class={`member-picture ${group.isAway ? 'is-away' : 'is-here'}`}>
                    <Avatar id={member.userId} name={member.name} size={32} isBot={member.bot} />
                  </span>
                  <span
                    class="member-name"
                    dir="auto"
                    style={{ color: readable(personOf(guild, member).color) }}
                  >
                    {member.name}
                  </span>
                  {member.userId === guild.ownerId && (
                    <span class="member-owner" title={words().places.owner}>
                      <CrownIcon size={14} />
                      <span class="visually-hidden">{words().places.owner}</span>
                    </span>
                  )}
                  {member.bot && <AppTag />}
                </button>
              </li>
            ))}
          </ul>
        </section>
      ))}
    </aside>
  );
}

/** A role's colour, moved towards the text's own until it can be read on the theme's surfaces. */
export function readable(color: string | undefined): string | undefined {
  return color && `color-mix(in oklab, ${color} 62%, var(--text-strong))`;
}

function groupsOf(guild: PlaceGuild, isAway: (member: PlaceMember) => boolean): Group[] {
  const rest = [...guild.members].sort((first, second) => first.name.localeCompare(second.name));
  const take = (wanted: (member: PlaceMember) => boolean) => {
    const taken = rest.filter(wanted);
    for (const one of taken) rest.splice(rest.indexOf(one), 1);
    return taken;
  };
  const away = take(isAway);
  const groups = guild.roles
    .filter((role) => role.hoist)
    .map((role) => ({ name: role.name, isAway: false, members: take((one) => one.roles.includes(role.id)) }));
  groups.push({ name: words().places.online, isAway: false, members: rest });
  groups.push({ name: words().places.offline, isAway: true, members: away });
  return groups.filter((group) => group.members.length > 0);
}
