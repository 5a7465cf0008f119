/** A container: what belongs together, in a box with a colour at its edge. */
import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import { words } from '../../words/words.js';

export interface ContainerProps {
  /** RGB as a number. */
  accent?: number | null | undefined;
  isSpoiler: boolean;
  children: ComponentChildren;
}

export function Container({ accent, isSpoiler, children }: ContainerProps) {
  const [isShown, setShown] = useState(!isSpoiler);
  const hasAccent = typeof accent === 'number';
  return (
    <div
      class={`container ${hasAccent ? 'container-accent' : ''}`}
      style={hasAccent ? { '--accent': cssColor(accent) } : {}}
    >
      {isShown ? (
        children
      ) : (
        <>
          <div class="container-hidden" inert aria-hidden="true">
            {children}
          </div>
          <button type="button" class="container-show" onClick={() => setShown(true)}>
            <span class="spoiler-label">{words().spoiler}</span>
            <span class="visually-hidden">{words().message.showHidden}</span>
          </button>
        </>
      )}
    </div>
  );
}

/** `#rrggbb` of an RGB number. */
export function cssColor(rgb: number): string {
  return `#${(rgb & 0xffffff).toString(16).padStart(6, '0')}`;
}
