/** Something small that opens beside an element: a person's card, a menu; a sheet at the bottom on a phone. */
import type { ComponentChildren } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';
import { focusableIn, keepTabInside, rememberFocus } from './focus.js';
import { type Side, usePlaced, usePressOutside } from './placed.js';
import './controls.css';
import './popover.css';

export interface PopoverProps {
  /** What it is called by screen readers. */
  label: string;
  anchor: HTMLElement;
  /** Where it opens when there is room; on the other side else. */
  side?: Side;
  role?: 'dialog' | 'menu';
  class?: string;
  onClose(): void;
  children: ComponentChildren;
}

export function Popover(props: PopoverProps) {
  const { label, anchor, side = 'below', role = 'dialog', onClose, children } = props;
  const element = useRef<HTMLDivElement>(null);
  usePlaced(element, anchor, side);
  usePressOutside(() => [element.current, anchor], onClose);

  useLayoutEffect(() => {
    const giveFocusBack = rememberFocus();
    const popover = element.current;
    const first = popover && focusableIn(popover)[0];
    (first ?? popover)?.focus({ preventScroll: true });
    return () => {
      // What was clicked outside keeps the focus that the click gave it.
      const at = document.activeElement;
      if (at === document.body || popover?.contains(at)) giveFocusBack();
    };
  }, []);

  const onKeyDown = (event: KeyboardEvent) => {
    if (element.current) keepTabInside(element.current, event);
    if (event.key !== 'Escape' || event.defaultPrevented) return;
    event.preventDefault();
    event.stopPropagation();
    onClose();
  };

  return (
    <div
      ref={element}
      popover="manual"
      class={`popover ${props.class ?? ''}`}
      role={role}
      aria-label={label}
      tabIndex={-1}
      onKeyDown={onKeyDown}
    >
      {children}
    </div>
  );
}
