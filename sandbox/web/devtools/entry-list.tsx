/** A long list of lines of which only those in sight are made; arrows move through it, Enter opens. */
import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';
import { RowLine } from './row-line.js';
import type { Row } from './rows.js';
import type { Names } from './words.js';

/** Pixels of one line, as the style sheet has it. */
export const ROW_HEIGHT = 46;
/** Lines made beyond what is in sight. */
const BEYOND = 8;
/** Pixels from the end within which one counts as being there. */
const NEAR_END = 30;

export interface EntryListProps {
  label: string;
  rows: readonly Row[];
  names: Names;
  selectedKey: string | undefined;
  isFollowing: boolean;
  onFollow(isFollowing: boolean): void;
  /** By arrows, or by hand, which opens the details at once. */
  onSelect(row: Row, isByHand: boolean): void;
  /** Enter: the details take the focus. */
  onOpen(row: Row): void;
  /** Folds or unfolds an interaction. */
  onTurn(row: Row): void;
}

export function EntryList(props: EntryListProps) {
  const { label, rows, names, selectedKey, isFollowing, onFollow, onSelect, onOpen, onTurn } = props;
  const box = useRef<HTMLDivElement>(null);
  const [view, setView] = useState({ top: 0, height: 600 });
  const selected = rows.findIndex((row) => row.key === selectedKey);

  useLayoutEffect(() => {
    const element = box.current;
    if (!element) return undefined;
    const measure = () => setView({ top: element.scrollTop, height: element.clientHeight });
    const observer = new ResizeObserver(measure);
    observer.observe(element);
    return () => observer.disconnect();
  }, []);

  useLayoutEffect(() => {
    const element = box.current;
    if (element && isFollowing) element.scrollTop = element.scrollHeight;
  }, [rows.length, isFollowing, view.height]);

  // What is selected comes into sight, from wherever it was selected.
  useEffect(() => {
    const element = box.current;
    if (!element || selected < 0) return;
    const top = selected * ROW_HEIGHT;
    if (top < element.scrollTop) element.scrollTop = top;
    else if (top + ROW_HEIGHT > element.scrollTop + element.clientHeight)
      element.scrollTop = top + ROW_HEIGHT - element.clientHeight;
  }, [selectedKey]);

  const onScroll = () => {
    const element = box.current;
    if (!element) return;
    setView({ top: element.scrollTop, height: element.clientHeight });
    const isAtEnd = element.scrollHeight - element.scrollTop - element.clientHeight < NEAR_END;
    if (isAtEnd !== isFollowing) onFollow(isAtEnd);
  };

  const onKeyDown = (event: KeyboardEvent) => {
    const page = Math.max(1, Math.floor(view.height / ROW_HEIGHT) - 1);
    const steps: Record<string, number> = {
      ArrowDown: 1,
      ArrowUp: -1,
      PageDown: page,
      PageUp: -page,
      Home: -rows.length,
      End: rows.length,
    };
    const row = rows[selected];
    const step = steps[event.key];
    if (step !== undefined) {
      const from = selected < 0 ? (step > 0 ? -1 : rows.length) : selected;
      const next = rows[Math.min(rows.length - 1, Math.max(0, from + step))];
      if (next) onSelect(next, false);
    } else if (row && event.key === 'Enter') onOpen(row);
    else if (row?.kind === 'group' && folds(event.key, row.isOpen)) onTurn(row);
    else return;
    event.preventDefault();
  };

  const first = Math.max(0, Math.floor(view.top / ROW_HEIGHT) - BEYOND);
  const last = Math.min(rows.length, Math.ceil((view.top + view.height) / ROW_HEIGHT) + BEYOND);
  return (
    <div
      ref={box}
      class="devtools-list"
      role="listbox"
      aria-label={label}
      tabIndex={0}
      aria-activedescendant={selected < 0 ? undefined : `devtools-row-${selectedKey}`.replaceAll(' ', '-')}
      onScroll={onScroll}
      onKeyDown={onKeyDown}
    >
      <div class="devtools-list-whole" style={{ height: `${rows.length * ROW_HEIGHT}px` }}>
        {rows.slice(first, last).map((row, index) => (
          <div
            key={row.key}
            id={`devtools-row-${row.key}`.replaceAll(' ', '-')}
            class={`devtools-row devtools-row-${row.kind}${row.kind === 'entry' && row.isInside ? ' devtools-row-inside' : ''}`}
            role="option"
            aria-selected={row.key === selectedKey}
            aria-setsize={rows.length}
            aria-posinset={first + index + 1}
            style={{ transform: `translateY(${(first + index) * ROW_HEIGHT}px)` }}
            onClick={() => onSelect(row, true)}
            onDblClick={() => onTurn(row)}
          >
            <RowLine row={row} names={names} onTurn={() => onTurn(row)} />
          </div>
        ))}
      </div>
    </div>
  );
}

function folds(key: string, isOpen: boolean): boolean {
  return key === ' ' || (key === 'ArrowRight' && !isOpen) || (key === 'ArrowLeft' && isOpen);
}
