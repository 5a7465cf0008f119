/** Opens a menu where one is looked for: with the right button, the menu key, or a long press of a finger. */
import { useRef } from 'preact/hooks';

const LONG_MS = 500;
/** How far a finger may move, in pixels, and still be pressing. */
const TREMBLE = 10;

/** Handlers for the element that has a menu; `open` is given what was pressed, to open the menu beside it. */
export function useMenuPress(open: (anchor: HTMLElement) => void) {
  const press = useRef<{ timer: ReturnType<typeof setTimeout>; x: number; y: number }>(undefined);
  const end = () => {
    clearTimeout(press.current?.timer);
    press.current = undefined;
  };
  return {
    onContextMenu(event: MouseEvent) {
      // Marked text and links keep the browser's own menu.
      if (!(event.target instanceof HTMLElement) || event.target.closest('a, input, textarea')) return;
      if (getSelection()?.isCollapsed === false) return;
      event.preventDefault();
      end();
      open(event.target);
    },
    // Not every phone's browser makes a long press a `contextmenu`.
    onPointerDown(event: PointerEvent) {
      if (event.pointerType !== 'touch' || !(event.target instanceof HTMLElement)) return;
      const { target, clientX: x, clientY: y } = event;
      if (target.closest('a, button, input, textarea')) return;
      end();
      const longPress = () => {
        swallowClick();
        open(target);
      };
      press.current = { timer: setTimeout(longPress, LONG_MS), x, y };
    },
    onPointerMove(event: PointerEvent) {
      const from = press.current;
      if (from && Math.hypot(event.clientX - from.x, event.clientY - from.y) > TREMBLE) end();
    },
    onPointerUp: end,
    onPointerCancel: end,
  };
}

/** The finger that is lifted after a long press has clicked nothing. */
function swallowClick(): void {
  const swallow = (event: MouseEvent) => {
    event.preventDefault();
    event.stopPropagation();
  };
  const end = () => {
    document.removeEventListener('click', swallow, true);
    document.removeEventListener('pointerdown', end, true);
  };
  document.addEventListener('click', swallow, true);
  document.addEventListener('pointerdown', end, true);
}
