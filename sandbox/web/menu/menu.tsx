/** A menu beside an element: groups of things to do, walked through with the arrow keys. */
import type { ComponentChildren } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';
import type { Side } from '../parts/placed.js';
import { Popover } from '../parts/popover.js';
import './menu.css';

export interface MenuItem {
  label: string;
  icon?: ComponentChildren;
  isDanger?: boolean;
  /** The menu is closed before. */
  onUse(): void;
}

export interface MenuGroup {
  title?: string | undefined;
  items: readonly MenuItem[];
  /** Said where there is nothing to choose. */
  empty?: string;
}

export interface MenuProps {
  label: string;
  anchor: HTMLElement;
  side?: Side;
  groups: readonly MenuGroup[];
  onClose(): void;
}

export function Menu({ label, anchor, side = 'left', groups, onClose }: MenuProps) {
  const list = useRef<HTMLDivElement>(null);
  const itemsIn = () => [...(list.current?.querySelectorAll<HTMLElement>('[role="menuitem"]') ?? [])];
  const first = groups.flatMap((group) => group.items)[0];

  // Commands may come while the menu is open, and take the place of what had the focus.
  useLayoutEffect(() => {
    if (document.activeElement === document.body) itemsIn()[0]?.focus();
  });

  const onKeyDown = (event: KeyboardEvent) => {
    const items = itemsIn();
    const at = items.findIndex((item) => item === document.activeElement);
    const count = items.length;
    const places: { [key: string]: number } = {
      ArrowDown: (at + 1) % count,
      ArrowUp: (at <= 0 ? count : at) - 1,
      Home: 0,
      End: count - 1,
    };
    const to = places[event.key];
    if (event.key === 'Tab') onClose();
    else if (to !== undefined) items[to]?.focus();
    else if (event.key.length !== 1 || event.key === ' ' || !jump(items, at, event.key)) return;
    event.preventDefault();
    event.stopPropagation();
  };

  return (
    <Popover label={label} anchor={anchor} side={side} role="menu" class="menu" onClose={onClose}>
      <div ref={list} role="none" onKeyDown={onKeyDown}>
        {groups.map((group, index) => (
          <div key={group.title ?? index} class="menu-group" role="group" aria-label={group.title ?? label}>
            {group.title && (
              <div class="menu-title" aria-hidden="true">
                {group.title}
              </div>
            )}
            {group.items.map((item) => (
              <button
                key={item.label}
                type="button"
                class={`menu-item ${item.isDanger ? 'is-danger' : ''}`}
                role="menuitem"
                // The one that the Tab key reaches is the one that the menu opens on.
                tabIndex={item === first ? 0 : -1}
                onPointerMove={(event) => event.currentTarget.focus({ preventScroll: true })}
                onClick={() => {
                  onClose();
                  item.onUse();
                }}
              >
                <span class="menu-label">{item.label}</span>
                {item.icon}
              </button>
            ))}
            {group.items.length === 0 && group.empty && <p class="menu-empty">{group.empty}</p>}
          </div>
        ))}
      </div>
    </Popover>
  );
}

/** Goes to the next item that begins with a letter; answers whether there is one. */
function jump(items: readonly HTMLElement[], at: number, letter: string): boolean {
  const found = [...items.slice(at + 1), ...items.slice(0, at + 1)].find((item) =>
    item.textContent?.toLowerCase().startsWith(letter.toLowerCase()),
  );
  found?.focus();
  return found !== undefined;
}
