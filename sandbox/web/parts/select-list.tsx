/** The open list of a select: its options, a search when there are many, and the keys that walk through it. */
import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';
import { words } from '../words/words.js';
import { CheckIcon, SearchIcon } from './icons.js';
import { OptionSign } from './option-row.js';
import { usePlaced, usePressOutside } from './placed.js';
import { optionsWith, type SelectOption } from './select-option.js';

/** From so many options on they can be searched. */
const SEARCHED_FROM = 10;
/** Keys pressed within so many milliseconds make one word. */
const WORD_MS = 700;
const PAGE = 8;

export interface SelectListProps {
  id: string;
  label: string;
  /** The field it belongs to, which keeps the focus when there is no search. */
  anchor: HTMLElement;
  options: readonly SelectOption[];
  chosen: readonly string[];
  isSeveral: boolean;
  /** No more can be chosen. */
  isFull: boolean;
  /** The id of the option that the keys stand on. */
  onActive(id: string | undefined): void;
  onToggle(value: string): void;
  onClose(keepsFocus: boolean): void;
}

export function SelectList(props: SelectListProps) {
  const { id, label, anchor, options, chosen, isSeveral, isFull, onActive, onToggle, onClose } = props;
  const element = useRef<HTMLDivElement>(null);
  const search = useRef<HTMLInputElement>(null);
  const word = useRef({ text: '', at: 0 });
  const isSearched = options.length >= SEARCHED_FROM;
  const [typed, setTyped] = useState('');
  const shown = optionsWith(options, typed);
  const [active, setActive] = useState(() =>
    Math.max(
      0,
      shown.findIndex((option) => chosen.includes(option.value)),
    ),
  );
  const activeId = shown[active] && `${id}-${active}`;

  usePlaced(element, anchor, 'below', true);
  usePressOutside(
    () => [element.current, anchor],
    () => onClose(false),
  );
  useLayoutEffect(() => search.current?.focus({ preventScroll: true }), []);
  useLayoutEffect(() => {
    onActive(activeId);
    element.current?.querySelector('[data-active]')?.scrollIntoView({ block: 'nearest' });
  }, [activeId]);

  const onKeyDown = (event: KeyboardEvent) => {
    if (event.isComposing) return;
    const last = shown.length - 1;
    const moves: { [key: string]: number } = {
      ArrowDown: active >= last ? 0 : active + 1,
      ArrowUp: active <= 0 ? last : active - 1,
      PageDown: Math.min(active + PAGE, last),
      PageUp: Math.max(active - PAGE, 0),
      ...(!isSearched && { Home: 0, End: last }),
    };
    const to = moves[event.key];
    if (to !== undefined) setActive(Math.max(to, 0));
    else if (event.key === 'Enter' || (event.key === ' ' && !isSearched)) take(shown[active]);
    else if (event.key === 'Escape') onClose(true);
    else if (event.key === 'Tab') return onClose(true);
    else if (isSearched || event.key.length !== 1 || event.ctrlKey || event.metaKey) return;
    else jumpTo(event.key);
    event.preventDefault();
    event.stopPropagation();
  };
  const take = (option: SelectOption | undefined) => {
    if (option && !(isFull && !chosen.includes(option.value))) onToggle(option.value);
  };
  /** Typing on a list without a search goes to the next option that begins so. */
  const jumpTo = (key: string) => {
    const now = performance.now();
    const isSameWord = now - word.current.at < WORD_MS;
    const text = (isSameWord ? word.current.text : '') + key.toLowerCase();
    word.current = { text, at: now };
    const from = text.length > 1 ? active : active + 1;
    const found = [...shown.keys()]
      .map((index) => (from + index) % shown.length)
      .find((index) => shown[index]?.label.toLowerCase().startsWith(text));
    if (found !== undefined) setActive(found);
  };
  // Without a search the focus stays at the field, and so do the keys; they come first here, then to the field.
  useEffect(() => {
    if (isSearched) return;
    anchor.addEventListener('keydown', onKeyDown, true);
    return () => anchor.removeEventListener('keydown', onKeyDown, true);
  });

  return (
    <div ref={element} popover="manual" class="select-popup" onKeyDown={isSearched ? onKeyDown : undefined}>
      {isSearched && (
        <div class="select-search">
          <SearchIcon size={18} />
          <input
            ref={search}
            type="text"
            role="combobox"
            aria-label={words().select.searchIn(label)}
            aria-expanded="true"
            aria-controls={id}
            aria-autocomplete="list"
            aria-activedescendant={activeId}
            autocomplete="off"
            spellcheck={false}
            placeholder={words().select.search}
            dir="auto"
            value={typed}
            onInput={(event) => {
              setTyped(event.currentTarget.value);
              setActive(0);
            }}
          />
        </div>
      )}
      <div class="select-list" role="listbox" id={id} aria-label={label} aria-multiselectable={isSeveral}>
        {shown.map((option, index) => {
          const isChosen = chosen.includes(option.value);
          return (
            <div
              key={option.value}
              id={`${id}-${index}`}
              class={`option ${isChosen ? 'is-chosen' : ''}`}
              role="option"
              aria-selected={isChosen}
              aria-disabled={(isFull && !isChosen) || undefined}
              data-active={index === active || undefined}
              onPointerMove={() => setActive(index)}
              // The focus stays where the keys are.
              onPointerDown={(event) => event.preventDefault()}
              onMouseDown={(event) => event.preventDefault()}
              onClick={() => take(option)}
            >
              <OptionSign option={option} />
              <span class="option-text">
                <span class="option-label" dir="auto">
                  {option.label}
                </span>
                {option.description && (
                  <span class="option-description" dir="auto">
                    {option.description}
                  </span>
                )}
              </span>
              {isSeveral ? (
                <span class="option-box">{isChosen && <CheckIcon size={14} />}</span>
              ) : (
                isChosen && (
                  <span class="option-check">
                    <CheckIcon size={18} />
                  </span>
                )
              )}
            </div>
          );
        })}
        {shown.length === 0 && <p class="select-none">{words().select.none(typed)}</p>}
      </div>
    </div>
  );
}
