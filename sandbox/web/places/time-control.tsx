/** Shows the time as the bots have it, and moves it: what waits for a day of the week need not be waited for. */
import { useId, useRef, useState } from 'preact/hooks';
import { Popover } from '../parts/popover.js';
import { describeOffset, nextDay, nextMondayMorning } from '../state/clock.js';
import type { Page } from '../state/page.js';
import { locale, words } from '../words/words.js';
import { ClockIcon } from './icons.js';
import './time-control.css';

const HOUR = 3_600_000;

export function TimeControl({ page }: { page: Page }) {
  const [isOpen, setOpen] = useState(false);
  const button = useRef<HTMLButtonElement>(null);
  const now = page.clock.now.value;
  const moved = describeOffset(page.clock.offsetMs.value);
  return (
    <>
      <button
        ref={button}
        type="button"
        class={`time-button ${moved ? 'is-moved' : ''}`}
        aria-haspopup="dialog"
        aria-expanded={isOpen}
        title={words().time.button}
        onClick={() => setOpen(!isOpen)}
      >
        <ClockIcon size={18} />
        <span class="visually-hidden">{words().time.forBot}</span>
        <span class="time-text">{inWords(now, 'short')}</span>
      </button>
      {isOpen && button.current && (
        <TimePanel page={page} anchor={button.current} onClose={() => setOpen(false)} />
      )}
    </>
  );
}

function TimePanel({ page, anchor, onClose }: { page: Page; anchor: HTMLElement; onClose(): void }) {
  const [chosen, setChosen] = useState(() => fieldText(page.clock.exactly()));
  const inputId = useId();
  const now = page.clock.now.value;
  const offsetMs = page.clock.offsetMs.value;
  const moved = describeOffset(offsetMs);
  const { time } = words();
  const go = (to: number) => void page.setTime(to);
  return (
    <Popover label={time.title} anchor={anchor} class="time-panel" onClose={onClose}>
      <h2>{time.title}</h2>
      <p class="time-now" role="status">
        {inWords(now, 'long')}
        <small>{moved ? time.moved(moved) : time.real}</small>
      </p>
      <p class="time-hint">{time.hint}</p>
      <div class="time-buttons">
        <button type="button" class="button button-secondary" onClick={() => go(page.clock.exactly() + HOUR)}>
          {time.hour}
        </button>
        <button
          type="button"
          class="button button-secondary"
          onClick={() => go(nextDay(page.clock.exactly()))}
        >
          {time.day}
        </button>
        <button
          type="button"
          class="button time-wide"
          onClick={() => go(nextMondayMorning(page.clock.exactly()))}
        >
          {time.monday}
        </button>
      </div>
      <form
        class="time-pick"
        onSubmit={(event) => {
          event.preventDefault();
          const to = new Date(chosen).getTime();
          if (Number.isFinite(to)) go(to);
        }}
      >
        <label for={inputId}>{time.own}</label>
        <div>
          <input
            id={inputId}
            class="text-field"
            type="datetime-local"
            required
            value={chosen}
            onInput={(event) => setChosen(event.currentTarget.value)}
          />
          <button type="submit" class="button button-secondary">
            {time.go}
          </button>
        </div>
      </form>
      <button
        type="button"
        class="button button-secondary time-wide"
        disabled={offsetMs === 0}
        onClick={() => void page.setOffset(0)}
      >
        {time.back}
      </button>
      <p class="time-zone">{time.zone(Intl.DateTimeFormat().resolvedOptions().timeZone)}</p>
    </Popover>
  );
}

function inWords(at: number, length: 'short' | 'long'): string {
  return new Date(at).toLocaleString(locale(), {
    weekday: length,
    day: 'numeric',
    month: length,
    ...(length === 'long' && { year: 'numeric' as const }),
    hour: '2-digit',
    minute: '2-digit',
  });
}

/** As a field of a date and time writes it, in this browser's zone: `2026-11-23T09:00`. */
function fieldText(at: number): string {
  const here = new Date(at - new Date(at).getTimezoneOffset() * 60_000);
  return here.toISOString().slice(0, 16);
}
