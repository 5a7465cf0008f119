/** The box a message is typed in: as high as its text, with files at its left and the arrow that sends at its right. */
import type { RefObject, TargetedEvent } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';
import type { PlaceChannel } from '../../client/places.js';
import { AttachIcon, SendIcon } from '../parts/icons.js';
import { words } from '../words/words.js';

const LONGEST = 2_000;

export interface MessageBoxProps {
  /** Where the text is typed, so that it can be given the focus. */
  box: RefObject<HTMLTextAreaElement | null>;
  text: string;
  placeName: string;
  can: PlaceChannel['can'];
  hasFiles: boolean;
  onText(text: string): void;
  /** Files were chosen or pasted. */
  onFiles(files: FileList | null): void;
  onKeyDown(event: KeyboardEvent): void;
  onSend(): void;
}

export function MessageBox(props: MessageBoxProps) {
  const { box, text, placeName, can, hasFiles, onText, onFiles, onKeyDown, onSend } = props;
  const chooser = useRef<HTMLInputElement>(null);
  useLayoutEffect(() => {
    const element = box.current;
    if (!element) return;
    element.style.height = 'auto';
    element.style.height = `${element.scrollHeight}px`;
  }, [text]);

  const onPaste = (event: ClipboardEvent) => {
    if (!event.clipboardData?.files.length) return;
    event.preventDefault();
    onFiles(event.clipboardData.files);
  };
  return (
    <div class="composer-box">
      <button
        type="button"
        class="icon-button composer-attach"
        aria-label={words().composer.attach}
        title={words().composer.attach}
        disabled={!can.send || !can.attachFiles}
        onClick={() => chooser.current?.click()}
      >
        <AttachIcon size={22} />
      </button>
      <input
        ref={chooser}
        class="visually-hidden"
        type="file"
        multiple
        tabIndex={-1}
        aria-label={words().composer.filesToAttach}
        onChange={(event: TargetedEvent<HTMLInputElement>) => {
          onFiles(event.currentTarget.files);
          event.currentTarget.value = '';
        }}
      />
      <textarea
        ref={box}
        data-focus-home
        rows={1}
        aria-label={words().composer.message(placeName)}
        dir="auto"
        placeholder={placeholderOf(placeName, can)}
        disabled={!can.send && !can.useCommands}
        maxLength={LONGEST}
        value={text}
        onInput={(event) => onText(event.currentTarget.value)}
        onKeyDown={onKeyDown}
        onPaste={onPaste}
      />
      <button
        type="button"
        class="icon-button composer-send"
        aria-label={words().composer.send}
        disabled={text.trim() === '' && !hasFiles}
        onClick={onSend}
      >
        <SendIcon />
      </button>
    </div>
  );
}

function placeholderOf(placeName: string, { send, useCommands }: PlaceChannel['can']): string {
  const { message, onlyCommands, closed } = words().composer;
  if (send) return message(placeName);
  return useCommands ? onlyCommands : closed;
}
