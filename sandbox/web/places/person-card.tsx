/** What is shown of a person beside their name: who they are, their roles, and what one can do with them. */
import { Fragment } from 'preact';
import { MenuCommandType, menuCommands } from '../menu/menu-commands.js';
import { AppTag } from '../parts/app-tag.js';
import { Avatar } from '../parts/avatar.js';
import { Popover } from '../parts/popover.js';
import type { Actions } from '../state/actions.js';
import type { Page } from '../state/page.js';
import { locale, words } from '../words/words.js';
import './person-card.css';

export interface PersonCardProps {
  page: Page;
  actions: Actions;
  userId: string;
  anchor: HTMLElement;
  onClose(): void;
}

export function PersonCard({ page, actions, userId, anchor, onClose }: PersonCardProps) {
  const { lookup } = page;
  const { person: card } = words();
  const { guild, channel } = page.spot.value;
  const person = lookup.person(userId);
  if (!person) return null;
  const member = guild?.members.find((one) => one.userId === userId);
  const roles = (guild?.roles ?? []).filter((role) => member?.roles.includes(role.id));
  const isSelf = person.id === lookup.viewer.id;
  const onTimeout = member?.timeoutUntil && Date.parse(member.timeoutUntil) > lookup.now;
  return (
    <Popover label={person.name} anchor={anchor} side="left" class="person-card" onClose={onClose}>
      <div class="person-banner" />
      <div class="person-picture">
        <Avatar id={person.id} name={person.name} size={72} isBot={person.isBot} />
      </div>
      <div class="person-about">
        <h2>
          {person.name}
          {person.isBot && <AppTag />}
        </h2>
        <p class="person-username">{person.username}</p>
        {onTimeout && <p class="person-timeout">{card.timeout(timeText(member.timeoutUntil))}</p>}
        {member && (
          <>
            <h3>{card.since}</h3>
            <p>{new Date(member.joinedAt).toLocaleDateString(locale(), { dateStyle: 'medium' })}</p>
          </>
        )}
        {(roles.length > 0 || guild?.ownerId === userId) && (
          <>
            <h3>{card.roles}</h3>
            <ul class="person-roles">
              {guild?.ownerId === userId && <RolePill name={words().places.owner} />}
              {roles.map((role) => (
                <RolePill key={role.id} name={role.name} color={lookup.role(role.id)?.color} />
              ))}
            </ul>
          </>
        )}
        {channel &&
          menuCommands(page.commands.of(channel.id).value, MenuCommandType.user, lookup, locale()).map(
            (bot) => (
              <Fragment key={bot.title}>
                <h3>{card.appsOf(bot.title)}</h3>
                <div class="person-apps">
                  {bot.commands.map(({ name, shown, applicationId }) => (
                    <button
                      key={name}
                      type="button"
                      class="button button-secondary"
                      onClick={() => {
                        onClose();
                        void actions.runMenu(channel.id, name, { user: userId }, applicationId);
                      }}
                    >
                      {shown}
                    </button>
                  ))}
                </div>
              </Fragment>
            ),
          )}
        <div class="person-buttons">
          {person.isBot && page.world.places.value?.bots.some((bot) => bot.id === userId) && (
            <button
              type="button"
              class="button"
              onClick={() => {
                onClose();
                void page.openDirect(userId);
              }}
            >
              {card.message}
            </button>
          )}
          {!person.isBot && !isSelf && (
            <button
              type="button"
              class="button button-secondary"
              onClick={() => {
                onClose();
                page.switchTo(person.username);
              }}
            >
              {words().you.be(person.name)}
            </button>
          )}
        </div>
      </div>
    </Popover>
  );
}

function RolePill({ name, color }: { name: string; color?: string }) {
  return (
    <li class="person-role">
      <span class="person-role-dot" style={{ background: color }} />
      {name}
    </li>
  );
}

function timeText(iso: string | null): string {
  return new Date(iso ?? 0).toLocaleString(locale(), { dateStyle: 'medium', timeStyle: 'short' });
}
