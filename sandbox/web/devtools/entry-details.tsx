/** One line of the panel opened: why it was refused, what was asked and answered, and copies of it. */
import { useRef, useState } from 'preact/hooks';
import type { JournalEntry } from '../../client/types.js';
import { CloseIcon } from '../parts/icons.js';
import { curlOf, jsonOf } from './copied.js';
import { JsonTree, type Marks, placeOf } from './json-tree.js';
import type { Row } from './rows.js';
import {
  durationWords,
  gatewayWords,
  type Names,
  outcomeWords,
  pathWords,
  routeWords,
  statusWords,
  timeWords,
} from './words.js';

export interface EntryDetailsProps {
  row: Row;
  names: Names;
  onClose(): void;
}

export function EntryDetails({ row, names, onClose }: EntryDetailsProps) {
  const place = useRef<HTMLDivElement>(null);
  const { entry } = row;
  const isRequest = entry.kind === 'request';
  return (
    <section ref={place} class="devtools-details" aria-label="Details" tabIndex={-1}>
      <header class="devtools-details-head">
        <Heading row={row} names={names} />
        <button type="button" class="icon-button" aria-label="Close the details" onClick={onClose}>
          <CloseIcon size={18} />
        </button>
      </header>
      <div class="devtools-details-body">
        <Facts row={row} />
        {entry.reasons && <Reasons reasons={entry.reasons} within={place} />}
        <div class="devtools-copies">
          <CopyButton label="Copy as JSON" text={() => jsonOf(entry)} />
          {isRequest && <CopyButton label="Copy as curl" text={() => curlOf(entry, location.origin)} />}
        </div>
        {entry.files && (
          <Part title="Files">
            <ul class="devtools-files">
              {entry.files.map((file) => (
                <li key={file.name}>
                  {file.name} <span>{`${file.type}, ${file.size.toLocaleString('en')} bytes`}</span>
                </li>
              ))}
            </ul>
          </Part>
        )}
        <Body
          title="Request"
          value={entry.body}
          start={entry.bodyStart}
          length={entry.bodyLength}
          marks={marksOf(entry)}
        />
        <Body title="Answer" value={entry.answer} start={entry.answerStart} length={entry.answerLength} />
        {row.kind === 'group' && (
          <Body
            title="Sent to the bot"
            value={row.dispatched?.data}
            start={row.dispatched?.dataStart}
            length={row.dispatched?.dataLength}
          />
        )}
        <Body title="Data" value={entry.data ?? entry.d} start={entry.dataStart} length={entry.dataLength} />
      </div>
    </section>
  );
}

function Heading({ row, names }: { row: Row; names: Names }) {
  const { entry } = row;
  if (row.kind === 'group')
    return (
      <h3>
        {String(entry.who)} <span>{String(entry.what)}</span>
      </h3>
    );
  if (entry.kind === 'gateway') return <h3>{gatewayWords(entry).name}</h3>;
  return (
    <h3>
      <span class={`devtools-method devtools-${entry.method?.toLowerCase()}`}>{entry.method}</span>{' '}
      {routeWords(entry, names)}
    </h3>
  );
}

function Facts({ row }: { row: Row }) {
  const { entry } = row;
  const isRequest = entry.kind === 'request';
  const { tone, text } =
    row.kind === 'group'
      ? outcomeWords(row.settled)
      : isRequest
        ? statusWords(entry)
        : { tone: 'plain', text: gatewayWords(entry).gist };
  const facts: [string, string | undefined][] = [
    ['At', timeWords(entry.at)],
    ['Took', durationWords(row.kind === 'group' ? Number(row.settled?.tookMs ?? 0) : entry.ms)],
    ['Path', entry.path && `${entry.path}${entry.query ? `?${entry.query}` : ''}`],
    ['Route', entry.known === false ? 'none that Discord documents and the sandbox knows' : entry.route],
    ['Interaction', entry.interaction],
    ['Session', typeof entry.session === 'string' ? entry.session : undefined],
    [
      'Rate limit',
      entry.remaining === undefined
        ? undefined
        : `${entry.remaining} more, and all again in ${(entry.resetAfter ?? 0).toFixed(1)} s`,
    ],
    ['Trouble', entry.trouble?.join(', ')],
    ['Not done here', entry.gaps?.join(', ')],
    ['Failure', row.kind === 'group' && row.settled?.failure ? String(row.settled.failure) : undefined],
  ];
  return (
    <dl class="devtools-facts">
      <dt>Outcome</dt>
      <dd class={`devtools-tone-${tone}`}>{text || '—'}</dd>
      {facts.map(
        ([name, value]) =>
          value && (
            <>
              <dt>{name}</dt>
              <dd>{value}</dd>
            </>
          ),
      )}
    </dl>
  );
}

/** What was wrong, each a way to the line that is. */
function Reasons({
  reasons,
  within,
}: {
  reasons: NonNullable<JournalEntry['reasons']>;
  within: { current: HTMLElement | null };
}) {
  const show = (path: readonly string[]) => {
    const lines = [...(within.current?.querySelectorAll<HTMLElement>('.json-line') ?? [])];
    const exact = lines.find((line) => line.dataset.place === placeOf(path));
    (exact ?? lines.find((line) => line.classList.contains('json-wrong')))?.scrollIntoView({
      block: 'center',
    });
  };
  return (
    <div class="devtools-reasons">
      <h4>Refused, because</h4>
      <ul>
        {reasons.map(({ path, code, message }) => (
          <li key={`${path.join('/')} ${code}`}>
            <button type="button" onClick={() => show(path)}>
              <code>{pathWords(path)}</code>
            </button>{' '}
            {message} <small>{code}</small>
          </li>
        ))}
      </ul>
    </div>
  );
}

interface BodyProps {
  title: string;
  value: unknown;
  start: string | undefined;
  length: number | undefined;
  marks?: Marks;
}

function Body({ title, value, start, length, marks }: BodyProps) {
  if (start !== undefined)
    return (
      <Part title={title}>
        <p class="devtools-note">
          The first {start.length.toLocaleString('en')} of {length?.toLocaleString('en')} characters.
        </p>
        <pre class="devtools-start">{start.slice(0, 4_000)} …</pre>
      </Part>
    );
  if (value === undefined) return null;
  return (
    <Part title={title}>
      <JsonTree value={value} marks={marks} />
    </Part>
  );
}

function Part({ title, children }: { title: string; children: preact.ComponentChildren }) {
  return (
    <section class="devtools-part">
      <h4>{title}</h4>
      {children}
    </section>
  );
}

function CopyButton({ label, text }: { label: string; text(): string }) {
  const [said, setSaid] = useState<string>();
  const copy = async () => {
    const isCopied = await navigator.clipboard.writeText(text()).then(
      () => true,
      () => false,
    );
    setSaid(isCopied ? 'Copied' : 'The browser did not allow it');
    setTimeout(() => setSaid(undefined), 1_500);
  };
  return (
    <button type="button" class="devtools-small" onClick={() => void copy()}>
      <span aria-live="polite">{said ?? label}</span>
    </button>
  );
}

/** Where the body is wrong; what is missing altogether is marked on what it is missing from. */
function marksOf({ reasons = [], body }: JournalEntry): Marks {
  const marks = new Map<string, string[]>();
  for (const { path, message } of reasons) {
    const there = existing(body, path);
    const missing = pathWords(path.slice(there.length));
    const words = there.length === path.length ? message : `${missing}: ${message}`;
    const place = placeOf(there);
    marks.set(place, [...(marks.get(place) ?? []), words]);
  }
  return marks;
}

/** The part of a path that a body has. */
function existing(body: unknown, path: readonly string[]): readonly string[] {
  let value = body;
  for (const [depth, step] of path.entries()) {
    if (typeof value !== 'object' || value === null || !Object.hasOwn(value, step))
      return path.slice(0, depth);
    value = Object.entries(value).find(([key]) => key === step)?.[1];
  }
  return path;
}
