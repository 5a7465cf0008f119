/** Shows the time as the bots have it, and moves it: what waits for a day of the week need not be waited for. */
import { useId, useRef, useState } from 'preact/hooks';
import { Popover } from '../parts/popover.js';
import { describeOffset, nextDay, nextMondayMorning } from '../state/clock.js';
import type { Page } from '../state/page.js';
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
        title="The time as the bot has it"
        onClick={() => setOpen(!isOpen)}
      >
        <ClockIcon size={18} />
        <span class="visually-hidden">Time for the bot: </span>
        <span class="time-text">{inWords(now, 'short')}</span>
      </button>
      {isOpen && button.current && (
        <TimePanel page={page} beside={button.current} onClose={() => setOpen(false)} />
      )}
    </>
  );
}

function TimePanel({ page, beside, onClose }: { page: Page; beside: HTMLElement; onClose(): void }) {
  const [chosen, setChosen] = useState(() => fieldText(page.clock.exactly()));
  const inputId = useId();
  const now = page.clock.now.value;
  const offsetMs = page.clock.offsetMs.value;
  const moved = describeOffset(offsetMs);
  const go = (to: number) => void page.setTime(to);
  return (
    <Popover label="The bot’s time" beside={beside} class="time-panel" onClose={onClose}>
      <h2>The bot’s time</h2>
      <p class="time-now" role="status">
        {inWords(now, 'long')}
        <small>{moved ? `${moved} of real time` : 'Real time'}</small>
      </p>
      <p class="time-hint">
        Move it on and watch what is due happen: the weekly digest, reminders, deadlines.
      </p>
      <div class="time-buttons">
        <button type="button" class="button button-secondary" onClick={() => go(page.clock.exactly() + HOUR)}>
          +1 hour
        </button>
        <button
          type="button"
          class="button button-secondary"
          onClick={() => go(nextDay(page.clock.exactly()))}
        >
          +1 day
        </button>
        <button
          type="button"
          class="button time-wide"
          onClick={() => go(nextMondayMorning(page.clock.exactly()))}
        >
          Next Monday 09:00
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
        <label for={inputId}>A date and time of yours</label>
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
            Go
          </button>
        </div>
      </form>
      <button
        type="button"
        class="button button-secondary time-wide"
        disabled={offsetMs === 0}
        onClick={() => void page.setOffset(0)}
      >
        Back to now
      </button>
      <p class="time-zone">Times are in your zone: {Intl.DateTimeFormat().resolvedOptions().timeZone}.</p>
    </Popover>
  );
}

function inWords(at: number, length: 'short' | 'long'): string {
  return new Date(at).toLocaleString(undefined, {
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
