/** The list above the composer: commands, options or choices, in groups; and the keys that walk through it. */
import type { ComponentChildren } from 'preact';
import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import { OptionMarkView } from '../parts/option-row.js';
import type { OptionMark } from '../parts/select-option.js';

export interface ListRow {
  key: string;
  label: string;
  description?: string | null | undefined;
  /** What stands at the right end: the options of a command. */
  note?: string | undefined;
  mark?: OptionMark | undefined;
}

export interface ListGroup {
  title: string;
  rows: readonly ListRow[];
}

export interface CommandListProps {
  id: string;
  label: string;
  groups: readonly ListGroup[];
  /** The place of the row the keys stand on, counted through all groups. */
  active: number;
  /** What stands below the rows: that they are loading, or that there are none. */
  status?: string | undefined;
  onActive(index: number): void;
  onTake(index: number): void;
}

/** The id of a row's element, for `aria-activedescendant`. */
export function rowId(listId: string, index: number): string {
  return `${listId}-${index}`;
}

export function CommandList({ id, label, groups, active, status, onActive, onTake }: CommandListProps) {
  const element = useRef<HTMLDivElement>(null);
  const rows = groups.flatMap((group) => group.rows);
  useLayoutEffect(() => {
    // The first row shows its group's title as well.
    if (active <= 0) element.current?.scrollTo({ top: 0 });
    else element.current?.querySelector('[data-active]')?.scrollIntoView({ block: 'nearest' });
  }, [active, rows.length]);

  let index = -1;
  return (
    <div ref={element} class="command-list" role="listbox" id={id} aria-label={label}>
      {groups.map((group) => (
        <div key={group.title} role="group" aria-label={group.title}>
          <div class="command-list-title" aria-hidden="true">
            {group.title}
          </div>
          {group.rows.map((row) => {
            index += 1;
            const at = index;
            return (
              <div
                key={row.key}
                id={rowId(id, at)}
                class="command-row"
                role="option"
                aria-selected={at === active}
                data-active={at === active || undefined}
                onPointerMove={() => at !== active && onActive(at)}
                // The focus stays in the field.
                onMouseDown={(event) => event.preventDefault()}
                onClick={() => onTake(at)}
              >
                {row.mark && <OptionMarkView mark={row.mark} />}
                <span class="command-row-text">
                  <span class="command-row-label" dir="auto">
                    {row.label}
                  </span>
                  {row.description && (
                    <span class="command-row-description" dir="auto">
                      {row.description}
                    </span>
                  )}
                </span>
                {row.note && <span class="command-row-note">{row.note}</span>}
              </div>
            );
          })}
        </div>
      ))}
      {status && (
        <p class="command-list-status" role="status">
          {status}
        </p>
      )}
    </div>
  );
}

/** What stands above the composer: a list, what a field is for. */
export function CommandPanel({ children }: { children: ComponentChildren }) {
  return <div class="command-panel">{children}</div>;
}

export interface ListKeys {
  active: number;
  /** Whether the keys or the mouse have moved since the list was last filled. */
  isMoved: boolean;
  setActive(index: number): void;
  /** Back to the first row. */
  begin(): void;
  /** Moves for an arrow key; answers whether it was one. */
  move(event: KeyboardEvent): boolean;
}

/** The row that the keys stand on, of so many. */
export function useListKeys(count: number): ListKeys {
  const [{ at, isMoved }, setState] = useState({ at: 0, isMoved: false });
  const active = Math.min(at, count - 1);
  const setActive = (index: number) => setState({ at: index, isMoved: true });
  return {
    active,
    isMoved,
    setActive,
    begin: () => setState({ at: 0, isMoved: false }),
    move(event) {
      if (count === 0 || event.shiftKey || event.altKey || event.ctrlKey || event.metaKey) return false;
      if (event.key === 'ArrowDown') setActive((active + 1) % count);
      else if (event.key === 'ArrowUp') setActive((active - 1 + count) % count);
      else return false;
      event.preventDefault();
      return true;
    },
  };
}
