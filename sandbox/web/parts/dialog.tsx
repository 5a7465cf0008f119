/** A window over the page that holds the focus until it is closed: forms, questions, pictures in full. */
import type { ComponentChildren } from 'preact';
import { useId, useLayoutEffect, useRef, useState } from 'preact/hooks';
import { words } from '../words/words.js';
import { focusableIn, keepTabInside, rememberFocus } from './focus.js';
import { CloseIcon } from './icons.js';
import './controls.css';
import './popover.css';
import './dialog.css';

export interface DialogProps {
  /** Its heading, and its name for screen readers. */
  title: string;
  /** Its look is its own: no heading, no cross; the title is still read out. */
  isBare?: boolean;
  /** Added to its classes, for what is inside. */
  class?: string;
  /** What was written would be lost: Escape, the cross and a click outside ask first. */
  hasUnsavedText?: boolean;
  onClose(): void;
  children: ComponentChildren;
}

export function Dialog(props: DialogProps) {
  const { title, isBare = false, hasUnsavedText = false, onClose, children } = props;
  const element = useRef<HTMLDialogElement>(null);
  const titleId = useId();
  const [isAsking, setAsking] = useState(false);

  useLayoutEffect(() => {
    const dialog = element.current;
    if (!dialog) return;
    const giveFocusBack = rememberFocus();
    dialog.showModal();
    // Not the cross or a link, which the browser would take: what the window is for comes first.
    const inside = focusableIn(dialog).find((one) => !one.closest('.dialog-header, a'));
    inside?.focus({ preventScroll: true });
    return () => {
      dialog.close();
      giveFocusBack();
    };
  }, []);

  // While the question stands, what is behind it cannot be reached.
  const giveFocusBack = useRef<() => void>(undefined);
  const leave = () => {
    if (!hasUnsavedText) return onClose();
    giveFocusBack.current = rememberFocus();
    setAsking(true);
  };
  useLayoutEffect(() => {
    if (!isAsking) giveFocusBack.current?.();
  }, [isAsking]);

  const onKeyDown = (event: KeyboardEvent) => {
    if (!element.current) return;
    keepTabInside(element.current, event);
    if (event.key !== 'Escape' || event.defaultPrevented) return;
    // Chromium closes a dialog on the second Escape whatever `cancel` says; the key itself it lets us keep.
    event.preventDefault();
    if (isAsking) setAsking(false);
    else leave();
  };
  // A press that began inside, such as marking text, does not close it by ending outside.
  const onPointerDown = (event: PointerEvent) => {
    if (event.target === element.current) leave();
  };

  return (
    <dialog
      ref={element}
      class={`dialog ${isBare ? 'dialog-bare' : ''} ${props.class ?? ''}`}
      aria-labelledby={titleId}
      onKeyDown={onKeyDown}
      onPointerDown={onPointerDown}
      onCancel={(event) => {
        // Those of a file chooser inside bubble up to here.
        if (event.target !== element.current) return;
        event.preventDefault();
        leave();
      }}
    >
      <div class="dialog-body" inert={isAsking}>
        {isBare ? (
          <h2 id={titleId} class="visually-hidden">
            {title}
          </h2>
        ) : (
          <header class="dialog-header">
            <h2 id={titleId} dir="auto">
              {title}
            </h2>
            <button type="button" class="icon-button" aria-label={words().close} onClick={leave}>
              <CloseIcon />
            </button>
          </header>
        )}
        {children}
      </div>
      {isAsking && <DiscardQuestion onStay={() => setAsking(false)} onDiscard={onClose} />}
    </dialog>
  );
}

function DiscardQuestion({ onStay, onDiscard }: { onStay(): void; onDiscard(): void }) {
  const stay = useRef<HTMLButtonElement>(null);
  const titleId = useId();
  useLayoutEffect(() => stay.current?.focus(), []);
  return (
    <div class="dialog-question">
      <div class="dialog-question-body" role="alertdialog" aria-labelledby={titleId}>
        <h3 id={titleId}>{words().dialog.discard}</h3>
        <p>{words().dialog.notSent}</p>
        <div class="dialog-question-buttons">
          <button ref={stay} type="button" class="button button-secondary" onClick={onStay}>
            {words().dialog.stay}
          </button>
          <button type="button" class="button button-danger" onClick={onDiscard}>
            {words().dialog.leave}
          </button>
        </div>
      </div>
    </div>
  );
}
