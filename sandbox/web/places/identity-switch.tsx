/** The searchable list of everybody one can be; usable with the keyboard only. */
import { useEffect, useId, useRef, useState } from 'preact/hooks';
import { Avatar } from '../parts/avatar.js';
import { CheckIcon } from '../parts/icons.js';
import { Popover } from '../parts/popover.js';
import type { CastMember } from '../state/cast.js';
import type { Page } from '../state/page.js';
import { words } from '../words/words.js';

export interface IdentitySwitchProps {
  page: Page;
  anchor: HTMLElement;
  onClose(): void;
}

export function IdentitySwitch({ page, anchor, onClose }: IdentitySwitchProps) {
  const [query, setQuery] = useState('');
  const [active, setActive] = useState(0);
  const listId = useId();
  const list = useRef<HTMLUListElement>(null);
  const { viewer } = page.lookup;
  const { you } = words();
  const found = page.cast.value.filter((one) => matches(one, query));
  const index = Math.min(active, Math.max(found.length - 1, 0));
  const optionId = (at: number) => `${listId}-${at}`;

  useEffect(() => {
    list.current?.children[index]?.scrollIntoView({ block: 'nearest' });
  }, [index]);

  const choose = (member: CastMember | undefined) => {
    if (!member) return;
    onClose();
    if (member.id !== viewer.id) page.switchTo(member.username);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const steps: { [key: string]: number } = {
      ArrowDown: index + 1,
      ArrowUp: index - 1 + found.length,
      Home: 0,
      End: found.length - 1,
    };
    const step = steps[event.key];
    if (event.key === 'Enter') choose(found[index]);
    else if (step === undefined || found.length === 0) return;
    else setActive(step % found.length);
    event.preventDefault();
  };

  return (
    <Popover label={you.beAnother} anchor={anchor} side="above" class="identity" onClose={onClose}>
      <div class="identity-head">
        <h2>{you.beAnother}</h2>
        <input
          class="text-field"
          type="text"
          role="combobox"
          aria-label={you.find}
          aria-expanded="true"
          aria-controls={listId}
          aria-activedescendant={found.length > 0 ? optionId(index) : undefined}
          aria-autocomplete="list"
          placeholder={you.findHint}
          autocomplete="off"
          spellcheck={false}
          value={query}
          onInput={(event) => {
            setQuery(event.currentTarget.value);
            setActive(0);
          }}
          onKeyDown={onKeyDown}
        />
      </div>
      <ul ref={list} id={listId} class="identity-list" role="listbox" aria-label={words().places.members}>
        {found.map((member, at) => (
          <li
            key={member.id}
            id={optionId(at)}
            role="option"
            aria-selected={member.id === viewer.id}
            class={`identity-option ${at === index ? 'is-active' : ''}`}
            onPointerMove={() => setActive(at)}
            onClick={() => choose(member)}
          >
            <Avatar id={member.id} name={member.name} size={32} />
            <span class="user-words">
              <span class="user-name" dir="auto">
                {member.name}
              </span>
              <span class="user-role">{roleText(member)}</span>
            </span>
            {member.id === viewer.id && <CheckIcon size={18} />}
          </li>
        ))}
      </ul>
      {found.length === 0 && <p class="identity-empty">{you.noneFound}</p>}
    </Popover>
  );
}

/** `Owner`, `Moderator, Backend`, or `Member`. */
export function roleText({ isOwner, roles }: CastMember): string {
  const { owner, member } = words().places;
  return [...(isOwner ? [owner] : []), ...roles].join(', ') || member;
}

function matches(member: CastMember, query: string): boolean {
  const wanted = query.trim().toLowerCase();
  return [member.name, member.username, roleText(member)].some((one) => one.toLowerCase().includes(wanted));
}
