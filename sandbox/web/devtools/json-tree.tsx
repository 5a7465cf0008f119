/** JSON as lines that fold, coloured as code, with what was refused marked where it stands. */
import { useState } from 'preact/hooks';
import './json-tree.css';

/** Depth down to which objects stand open at first. */
const OPEN_DEPTH = 4;
/** Entries of a list, and characters of a text, shown before one asks for more. */
const LIST_PIECE = 50;
const TEXT_PIECE = 600;

/** What is wrong, by the way to it: keys joined by `/`. */
export type Marks = ReadonlyMap<string, readonly string[]>;

interface NodeProps {
  value: unknown;
  marks: Marks;
  path: readonly string[];
  /** The key before it; absent in a list and at the root. */
  name?: string | undefined;
  isLast: boolean;
}

export function JsonTree({ value, marks = new Map() }: { value: unknown; marks?: Marks | undefined }) {
  return (
    <div class="json-tree">
      <Node value={value} marks={marks} path={[]} isLast />
    </div>
  );
}

/** The id-like name of a place in a body, for marks and for finding its line. */
export function placeOf(path: readonly string[]): string {
  return path.join('/');
}

function Node(props: NodeProps) {
  const { value } = props;
  const isBranch = typeof value === 'object' && value !== null && Object.keys(value).length > 0;
  return isBranch ? <Branch {...props} value={value} /> : <Leaf {...props} />;
}

function Branch({ value, marks, path, name, isLast }: NodeProps & { value: object }) {
  const place = placeOf(path);
  const prefix = path.length === 0 ? '' : `${place}/`;
  const isMarkedInside = [...marks.keys()].some((one) => one === place || one.startsWith(prefix));
  const [isOpen, setOpen] = useState(isMarkedInside || path.length < OPEN_DEPTH);
  const [shown, setShown] = useState(LIST_PIECE);
  const isList = Array.isArray(value);
  const entries = Object.entries(value);
  const [open, close] = isList ? '[]' : '{}';
  const end = `${close}${isLast ? '' : ','}`;
  return (
    <div class="json-node">
      <Line place={place} marks={marks}>
        <button type="button" class="json-fold" aria-expanded={isOpen} onClick={() => setOpen(!isOpen)}>
          <span class="json-arrow" aria-hidden="true" />
          <Key name={name} />
          <span class="json-mark">{open}</span>
          {!isOpen && (
            <>
              <span class="json-count">{countWords(entries.length, isList)}</span>
              <span class="json-mark">{end}</span>
            </>
          )}
        </button>
      </Line>
      {isOpen && (
        <>
          <div class="json-inside">
            {entries.slice(0, shown).map(([key, one], index) => (
              <Node
                key={key}
                value={one}
                marks={marks}
                path={[...path, key]}
                name={isList ? undefined : key}
                isLast={index === entries.length - 1}
              />
            ))}
            {entries.length > shown && (
              <button type="button" class="json-more" onClick={() => setShown(entries.length)}>
                Show {entries.length - shown} more
              </button>
            )}
          </div>
          <span class="json-mark json-end">{end}</span>
        </>
      )}
    </div>
  );
}

function Leaf({ value, marks, path, name, isLast }: NodeProps) {
  const [isWhole, setWhole] = useState(false);
  const text = JSON.stringify(value) ?? 'undefined';
  const isLong = text.length > TEXT_PIECE && !isWhole;
  return (
    <Line place={placeOf(path)} marks={marks}>
      <Key name={name} />
      <span class={`json-${kindOf(value)}`}>{isLong ? `${text.slice(0, TEXT_PIECE)}…` : text}</span>
      {!isLast && <span class="json-mark">,</span>}
      {isLong && (
        <button type="button" class="json-more" onClick={() => setWhole(true)}>
          Show all {text.length.toLocaleString('en')} characters
        </button>
      )}
    </Line>
  );
}

function Line({
  place,
  marks,
  children,
}: {
  place: string;
  marks: Marks;
  children: preact.ComponentChildren;
}) {
  const wrong = marks.get(place);
  return (
    <div class={wrong ? 'json-line json-wrong' : 'json-line'} data-place={place}>
      {children}
      {wrong?.map((message) => (
        <span key={message} class="json-reason">
          {message}
        </span>
      ))}
    </div>
  );
}

function Key({ name }: { name: string | undefined }) {
  if (name === undefined) return null;
  return (
    <>
      <span class="json-key">{JSON.stringify(name)}</span>
      <span class="json-mark">: </span>
    </>
  );
}

function kindOf(value: unknown): string {
  if (typeof value === 'string') return 'text';
  return typeof value === 'number' ? 'number' : 'word';
}

function countWords(count: number, isList: boolean): string {
  return ` ${count} ${isList ? (count === 1 ? 'entry' : 'entries') : count === 1 ? 'key' : 'keys'} `;
}
