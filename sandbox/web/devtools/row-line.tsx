/** One line of the panel's lists: a request, a gateway event, or an interaction above its requests. */
import { memo } from 'preact/compat';
import type { JournalEntry } from '../../client/types.js';
import type { GroupRow, Row } from './rows.js';
import {
  durationWords,
  gatewayWords,
  gistOf,
  type Names,
  outcomeWords,
  routeWords,
  statusWords,
  type Tone,
  timeWords,
} from './words.js';

interface RowLineProps {
  row: Row;
  names: Names;
  onTurn(): void;
}

/** A line only changes with its row: journal entries never do. */
export const RowLine = memo(
  Line,
  (before, after) => before.row === after.row || isSame(before.row, after.row),
);

function Line({ row, names, onTurn }: RowLineProps) {
  if (row.kind === 'group') return <GroupLine row={row} names={names} onTurn={onTurn} />;
  if (row.entry.kind === 'gateway') return <GatewayLine entry={row.entry} />;
  return <RequestLine entry={row.entry} names={names} isMeanwhile={row.isMeanwhile} />;
}

function isSame(before: Row, after: Row): boolean {
  if (before.entry !== after.entry || before.kind !== after.kind) return false;
  if (before.kind === 'entry' || after.kind === 'entry') return true;
  return (
    before.settled === after.settled &&
    before.dispatched === after.dispatched &&
    before.count === after.count &&
    before.isOpen === after.isOpen
  );
}

function GroupLine({ row, names, onTurn }: { row: GroupRow; names: Names; onTurn(): void }) {
  const { entry, settled, count, isOpen } = row;
  const { tone, text } = outcomeWords(settled);
  const channel = names.channel(String(entry.channelId))?.name || String(entry.channel);
  return (
    <>
      <span
        class={isOpen ? 'devtools-fold devtools-fold-open' : 'devtools-fold'}
        aria-hidden="true"
        onClick={(event) => {
          event.stopPropagation();
          onTurn();
        }}
      />
      <span class="devtools-line">
        <span class="devtools-route devtools-action">
          <b>{String(entry.who)}</b> {String(entry.what)}
        </span>
        <Ended tone={tone} text={text} ms={settled ? Number(settled.tookMs) : undefined} />
      </span>
      <span class="devtools-line devtools-under">
        <span class="devtools-gist">
          {timeWords(entry.at)} · {channel ? `in #${channel}` : 'in a direct message'}
          {settled?.failure ? ` · ${String(settled.failure)}` : ''}
        </span>
        <span>{count === 1 ? '1 request' : `${count} requests`}</span>
      </span>
    </>
  );
}

function RequestLine({
  entry,
  names,
  isMeanwhile,
}: {
  entry: JournalEntry;
  names: Names;
  isMeanwhile: boolean;
}) {
  const { tone, text } = statusWords(entry);
  return (
    <>
      <span class="devtools-line">
        <span class={`devtools-method devtools-${entry.method?.toLowerCase()}`}>{entry.method}</span>
        <span class="devtools-route">{routeWords(entry, names)}</span>
        <Ended tone={tone} text={text} ms={entry.ms} />
      </span>
      <span class="devtools-line devtools-under">
        <span class="devtools-gist">
          {timeWords(entry.at)}
          {isMeanwhile && <span class="devtools-meanwhile">meanwhile</span>} {gistOf(entry)}
        </span>
      </span>
    </>
  );
}

function GatewayLine({ entry }: { entry: JournalEntry }) {
  const { arrow, name, gist } = gatewayWords(entry);
  const way = { '↓': 'to the bot', '↑': 'from the bot', '·': '' }[arrow];
  return (
    <>
      <span class="devtools-line">
        <span class="devtools-arrow" role="img" aria-label={way}>
          {arrow}
        </span>
        <span class="devtools-route">{name}</span>
      </span>
      <span class="devtools-line devtools-under">
        <span class="devtools-gist">
          {timeWords(entry.at)} · {gist}
        </span>
      </span>
    </>
  );
}

function Ended({ tone, text, ms }: { tone: Tone; text: string; ms: number | undefined }) {
  return (
    <>
      <span class={`devtools-status devtools-tone-${tone}`}>{text}</span>
      <span class="devtools-ms">{durationWords(ms)}</span>
    </>
  );
}
