/** Requests or gateway events: the line that filters, the list, and what is opened of it. */
import { useMemo, useRef, useState } from 'preact/hooks';
import { SearchIcon } from '../parts/icons.js';
import { EntryDetails } from './entry-details.js';
import { EntryList } from './entry-list.js';
import type { PanelRecord } from './record.js';
import {
  type Filter,
  gatewayRows,
  type Row,
  requestRows,
  routesIn,
  SLOW,
  type StatusFilter,
} from './rows.js';
import type { Names } from './words.js';

const ANY: Filter = { text: '', status: 'all', route: '' };
const STATUSES: readonly [StatusFilter, string][] = [
  ['all', 'Any status'],
  ['bad', 'Refused or failed'],
  ['slow', `Slower than ${SLOW} ms`],
];

export interface JournalTabProps {
  kind: 'requests' | 'gateway';
  record: PanelRecord;
  names: Names;
}

export function JournalTab({ kind, record, names }: JournalTabProps) {
  const place = useRef<HTMLDivElement>(null);
  const [filter, setFilter] = useState(ANY);
  const [turned, setTurned] = useState<ReadonlySet<string>>(new Set());
  const [selectedKey, setSelectedKey] = useState<string>();
  const [isOpen, setOpen] = useState(false);
  const [isFollowing, setFollowing] = useState(true);
  const entries = record.entries.value;
  const rows = useMemo(
    () =>
      kind === 'requests' ? requestRows(entries, filter, turned, names) : gatewayRows(entries, filter.text),
    [kind, entries, filter, turned],
  );
  const routes = useMemo(() => (kind === 'requests' ? routesIn(entries) : []), [kind, entries]);
  const selected = isOpen ? rows.find((row) => row.key === selectedKey) : undefined;

  const turn = (row: Row) => {
    if (row.kind !== 'group') return;
    const next = new Set(turned);
    if (!next.delete(row.key)) next.add(row.key);
    setTurned(next);
  };
  const close = () => {
    setOpen(false);
    place.current?.querySelector<HTMLElement>('.devtools-list')?.focus();
  };
  return (
    <div
      ref={place}
      class={selected ? 'devtools-journal devtools-journal-open' : 'devtools-journal'}
      onKeyDown={(event) => {
        if (event.key !== 'Escape' || !selected) return;
        event.preventDefault();
        event.stopPropagation();
        close();
      }}
    >
      <div class="devtools-tools">
        <label class="devtools-search">
          <SearchIcon size={16} />
          <span class="visually-hidden">Filter by text</span>
          <input
            type="search"
            placeholder="Filter"
            value={filter.text}
            onInput={(event) => setFilter({ ...filter, text: event.currentTarget.value })}
          />
        </label>
        {kind === 'requests' && <Choices filter={filter} routes={routes} onFilter={setFilter} />}
        <PauseButton record={record} />
        <button
          type="button"
          class="devtools-small"
          aria-pressed={isFollowing}
          title="Keeps the newest in sight"
          onClick={() => setFollowing(!isFollowing)}
        >
          Follow
        </button>
        <button type="button" class="devtools-small" onClick={() => record.clear()}>
          Clear
        </button>
      </div>
      <div class="devtools-split">
        {rows.length === 0 && <Nothing hasEntries={entries.length > 0} kind={kind} />}
        <EntryList
          label={kind === 'requests' ? 'Requests, newest last' : 'Gateway events, newest last'}
          rows={rows}
          names={names}
          selectedKey={selectedKey}
          isFollowing={isFollowing}
          onFollow={setFollowing}
          onTurn={turn}
          onSelect={(row, isByHand) => {
            setSelectedKey(row.key);
            if (isByHand) setOpen(true);
          }}
          onOpen={(row) => {
            setSelectedKey(row.key);
            setOpen(true);
            requestAnimationFrame(() =>
              place.current?.querySelector<HTMLElement>('.devtools-details')?.focus(),
            );
          }}
        />
        {selected && <EntryDetails key={selected.key} row={selected} names={names} onClose={close} />}
      </div>
    </div>
  );
}

interface ChoicesProps {
  filter: Filter;
  routes: readonly string[];
  onFilter(filter: Filter): void;
}

function Choices({ filter, routes, onFilter }: ChoicesProps) {
  return (
    <>
      <select
        aria-label="Filter by status"
        value={filter.status}
        onChange={(event) => {
          const found = STATUSES.find(([status]) => status === event.currentTarget.value);
          if (found) onFilter({ ...filter, status: found[0] });
        }}
      >
        {STATUSES.map(([status, label]) => (
          <option key={status} value={status}>
            {label}
          </option>
        ))}
      </select>
      <select
        aria-label="Filter by route"
        value={filter.route}
        onChange={(event) => onFilter({ ...filter, route: event.currentTarget.value })}
      >
        <option value="">Any route</option>
        {routes.map((route) => (
          <option key={route} value={route}>
            {route}
          </option>
        ))}
      </select>
    </>
  );
}

function PauseButton({ record }: { record: PanelRecord }) {
  const isPaused = record.isPaused.value;
  const waiting = record.waiting.value;
  return (
    <button
      type="button"
      class="devtools-small"
      aria-pressed={isPaused}
      onClick={() => record.pause(!isPaused)}
    >
      {isPaused && waiting > 0 ? `Paused (${waiting} new)` : isPaused ? 'Paused' : 'Pause'}
    </button>
  );
}

function Nothing({ hasEntries, kind }: { hasEntries: boolean; kind: JournalTabProps['kind'] }) {
  return (
    <p class="devtools-nothing">
      {hasEntries && kind === 'requests'
        ? 'No request is like that. Change the filter to see others.'
        : kind === 'requests'
          ? 'Nothing has been asked yet. Use a command or press a button, and read here what the bot does.'
          : 'No event yet. They appear as Discord sends them to the bot.'}
    </p>
  );
}
