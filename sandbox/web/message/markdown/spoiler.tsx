/** What is hidden until the reader asks for it. */
import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import { words } from '../../words/words.js';

export function Spoiler({ children }: { children: ComponentChildren }) {
  const [isShown, setShown] = useState(false);
  if (isShown)
    return (
      // It keeps the focus that it was revealed with.
      <span class="spoiler spoiler-shown" tabIndex={-1}>
        {children}
      </span>
    );
  const show = (event: Event) => {
    event.preventDefault();
    event.stopPropagation();
    setShown(true);
  };
  return (
    <span
      class="spoiler"
      role="button"
      tabIndex={0}
      aria-label={words().message.hiddenSpoiler}
      onClick={show}
      onKeyDown={(event) => (event.key === 'Enter' || event.key === ' ') && show(event)}
    >
      <span class="spoiler-content" aria-hidden="true" inert>
        {children}
      </span>
    </span>
  );
}
