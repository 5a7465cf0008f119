/** Which of a command's fields has the keyboard, by name, those among them that are only being made. */
import type { RefObject } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';

export interface FieldFocus {
  /** Around the fields; each says its name in `data-field`. */
  box: RefObject<HTMLDivElement | null>;
  /** Gives a field the focus, at once or when it is there. */
  focus(name: string): void;
  /** The same, for fields that are disabled for the moment. */
  focusOnceThere(name: string): void;
}

/** Begins with the field named `first`; while `isPending` no field can have the focus. */
export function useFieldFocus(first: string, isPending: boolean): FieldFocus {
  const box = useRef<HTMLDivElement>(null);
  const wanted = useRef<string>(undefined);
  const focusOnceThere = (name: string) => {
    wanted.current = name;
  };
  const focus = (name: string) => {
    const field = fieldIn(box.current, name);
    if (field) field.focus();
    else focusOnceThere(name);
  };
  useLayoutEffect(() => focus(first), []);
  useLayoutEffect(() => {
    const name = wanted.current;
    if (name === undefined || isPending) return;
    const field = fieldIn(box.current, name);
    if (!field) return;
    wanted.current = undefined;
    field.focus();
    if (field instanceof HTMLInputElement || field instanceof HTMLTextAreaElement)
      field.setSelectionRange(field.value.length, field.value.length);
  });
  return { box, focus, focusOnceThere };
}

function fieldIn(box: HTMLElement | null, name: string): HTMLElement | null | undefined {
  return box?.querySelector<HTMLElement>(`[data-field="${name}"]`);
}
