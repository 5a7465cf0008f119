/** Owns where something that opens beside an element stands: in sight, flipped at the edges, above everything. */
import type { RefObject } from 'preact';
import { useLayoutEffect } from 'preact/hooks';

export type Side = 'below' | 'above' | 'right' | 'left';

/** Below this width things open as a sheet at the bottom of the window instead. */
export const PHONE = '(max-width: 600px)';
const GAP = 6;
const EDGE = 8;
const OPPOSITE = { below: 'above', above: 'below', right: 'left', left: 'right' } as const;

interface Box {
  left: number;
  top: number;
  width: number;
  height: number;
}

/**
 * The place of a box of `size` beside `anchor` inside of a window, in pixels: on the side asked for, on the
 * opposite one when only that has room, and pushed in along the edge. `maximumHeight` is what is left of the
 * window there.
 */
export function placeBeside(
  anchor: Box,
  size: { width: number; height: number },
  view: { width: number; height: number },
  side: Side,
): { left: number; top: number; maximumHeight: number } {
  const room = {
    below: view.height - (anchor.top + anchor.height) - GAP - EDGE,
    above: anchor.top - GAP - EDGE,
    right: view.width - (anchor.left + anchor.width) - GAP - EDGE,
    left: anchor.left - GAP - EDGE,
  };
  const needed = side === 'below' || side === 'above' ? size.height : size.width;
  const opposite = OPPOSITE[side];
  const chosen = room[side] < needed && room[opposite] > room[side] ? opposite : side;
  const within = (at: number, length: number, whole: number) =>
    Math.max(EDGE, Math.min(at, whole - length - EDGE));
  if (chosen === 'below' || chosen === 'above') {
    const maximumHeight = Math.max(room[chosen], 0);
    const height = Math.min(size.height, maximumHeight);
    return {
      left: within(anchor.left, size.width, view.width),
      top: chosen === 'below' ? anchor.top + anchor.height + GAP : anchor.top - GAP - height,
      maximumHeight,
    };
  }
  const sideways = chosen === 'right' ? anchor.left + anchor.width + GAP : anchor.left - GAP - size.width;
  return {
    left: within(sideways, size.width, view.width),
    top: within(anchor.top, size.height, view.height),
    maximumHeight: view.height - 2 * EDGE,
  };
}

/**
 * Shows an element (with the attribute `popover="manual"`) above everything, beside `anchor`, and keeps it there
 * while the page scrolls or the window changes. On a phone it is a sheet, placed by its style alone.
 */
export function usePlaced(
  element: RefObject<HTMLElement | null>,
  anchor: HTMLElement | null,
  side: Side,
  isAsWide = false,
): void {
  useLayoutEffect(() => {
    const placed = element.current;
    if (!placed || !anchor) return;
    const phone = window.matchMedia(PHONE);
    const place = () => {
      const { style } = placed;
      style.maxHeight = '';
      style.minWidth = '';
      style.left = '';
      style.top = '';
      placed.classList.toggle('is-sheet', phone.matches);
      if (phone.matches) return;
      const box = anchor.getBoundingClientRect();
      if (isAsWide) style.minWidth = `${box.width}px`;
      const size = { width: placed.offsetWidth, height: placed.offsetHeight };
      const view = { width: window.innerWidth, height: window.innerHeight };
      const { left, top, maximumHeight } = placeBeside(box, size, view, side);
      style.left = `${left}px`;
      style.top = `${top}px`;
      if (size.height > maximumHeight) style.maxHeight = `${maximumHeight}px`;
    };
    const onScroll = (event: Event) => {
      if (!(event.target instanceof Node && placed.contains(event.target))) place();
    };
    placed.showPopover();
    place();
    const resized = new ResizeObserver(place);
    resized.observe(placed);
    resized.observe(anchor);
    window.addEventListener('resize', place);
    document.addEventListener('scroll', onScroll, true);
    return () => {
      resized.disconnect();
      window.removeEventListener('resize', place);
      document.removeEventListener('scroll', onScroll, true);
    };
  }, [element, anchor, side, isAsWide]);
}

/** Calls `leave` when something is pressed outside of the elements. */
export function usePressOutside(elements: () => (HTMLElement | null)[], leave: () => void): void {
  useLayoutEffect(() => {
    const onPress = (event: PointerEvent) => {
      const pressed = event.target;
      if (!(pressed instanceof Node)) return;
      if (!elements().some((element) => element?.contains(pressed))) leave();
    };
    document.addEventListener('pointerdown', onPress, true);
    return () => document.removeEventListener('pointerdown', onPress, true);
  });
}
