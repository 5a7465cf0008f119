/** Something that stands at a side of a large window, and slides in over a small one. */
import type { ComponentChildren } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import { rememberFocus } from '../parts/focus.js';

export interface DrawerProps {
  side: 'left' | 'right';
  label: string;
  /** Whether the window is too small to have it beside the rest. */
  isDrawer: boolean;
  isOpen: boolean;
  onClose(): void;
  children: ComponentChildren;
}

export function Drawer(props: DrawerProps) {
  if (!props.isDrawer) return <>{props.children}</>;
  return props.isOpen ? <OpenDrawer {...props} /> : null;
}

function OpenDrawer({ side, label, onClose, children }: DrawerProps) {
  const element = useRef<HTMLDialogElement>(null);
  useEffect(() => {
    const giveFocusBack = rememberFocus();
    const dialog = element.current;
    dialog?.showModal();
    return () => {
      dialog?.close();
      giveFocusBack();
    };
  }, []);
  return (
    <dialog
      ref={element}
      class={`drawer drawer-${side}`}
      aria-label={label}
      onClick={(event) => {
        if (event.target === element.current) onClose();
      }}
      onCancel={(event) => {
        if (event.target !== element.current) return;
        event.preventDefault();
        onClose();
      }}
    >
      <div class="drawer-body">{children}</div>
    </dialog>
  );
}

/** Whether the window is at most so many pixels wide. */
export function useNarrow(width: number): boolean {
  const [isNarrow, setNarrow] = useState(() => matchMedia(`(max-width: ${width}px)`).matches);
  useEffect(() => {
    const query = matchMedia(`(max-width: ${width}px)`);
    const onChange = () => setNarrow(query.matches);
    onChange();
    query.addEventListener('change', onChange);
    return () => query.removeEventListener('change', onChange);
  }, [width]);
  return isNarrow;
}
