/** The edge by which the panel is made wider or narrower, by mouse or arrows; its width is remembered. */
import { useState } from 'preact/hooks';

const KEY = 'devtools-width';
const NARROWEST = 340;
const USUAL = 460;
const STEP = 32;
/** Servers, channels, and messages that can still be read. */
const PAGE = 680;

/** In pixels. */
export function usePanelWidth(): [number, (width: number) => void] {
  const [width, setWidth] = useState(() => bounded(Number(localStorage.getItem(KEY)) || USUAL));
  return [
    width,
    (wanted) => {
      const next = bounded(wanted);
      localStorage.setItem(KEY, String(next));
      setWidth(next);
    },
  ];
}

export function PanelEdge({ width, onWidth }: { width: number; onWidth(width: number): void }) {
  const onPointerDown = (event: PointerEvent & { currentTarget: HTMLElement }) => {
    const edge = event.currentTarget;
    const from = event.clientX;
    edge.setPointerCapture(event.pointerId);
    const move = (moved: PointerEvent) => onWidth(width + from - moved.clientX);
    edge.addEventListener('pointermove', move);
    edge.addEventListener('lostpointercapture', () => edge.removeEventListener('pointermove', move), {
      once: true,
    });
    event.preventDefault();
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const step = { ArrowLeft: STEP, ArrowRight: -STEP }[event.key];
    if (step === undefined) return;
    event.preventDefault();
    onWidth(width + step);
  };
  return (
    <div
      class="devtools-edge"
      role="separator"
      aria-orientation="vertical"
      aria-label="Width of the panel"
      aria-valuenow={width}
      aria-valuemin={NARROWEST}
      aria-valuemax={widest()}
      tabIndex={0}
      onPointerDown={onPointerDown}
      onKeyDown={onKeyDown}
    />
  );
}

function bounded(width: number): number {
  return Math.round(Math.max(NARROWEST, Math.min(widest(), width)));
}

/** What the page beside it needs stays. */
function widest(): number {
  return Math.max(NARROWEST, window.innerWidth - PAGE);
}
