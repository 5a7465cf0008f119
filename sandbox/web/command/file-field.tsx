/** The field of an option that takes a file: chosen, or dropped or pasted onto the command. */
import { useRef } from 'preact/hooks';
import { fileSize } from '../message/media/address.js';
import { FileIcon, UploadIcon } from '../parts/icons.js';
import { words } from '../words/words.js';

export interface FileFieldProps {
  'data-field': string;
  'aria-label': string;
  'aria-describedby': string;
  'aria-invalid': true | undefined;
  class: string;
  disabled: boolean;
  file: File | undefined;
  onFile(file: File | undefined): void;
  onKeyDown(event: KeyboardEvent): void;
}

export function FileField(props: FileFieldProps) {
  const { file, onFile, onKeyDown } = props;
  const chooser = useRef<HTMLInputElement>(null);
  return (
    <>
      <button
        type="button"
        data-field={props['data-field']}
        class={`${props.class} command-option-file`}
        aria-label={
          file ? `${props['aria-label']}: ${file.name}` : words().command.chooseFile(props['aria-label'])
        }
        aria-describedby={props['aria-describedby']}
        disabled={props.disabled}
        onClick={() => chooser.current?.click()}
        onKeyDown={(event) => {
          // Enter chooses the file first, and sends the command once it is there.
          if (event.key === 'Enter' && !file) return;
          if (event.key === 'Backspace' && file) onFile(undefined);
          else onKeyDown(event);
        }}
      >
        {file ? <FileIcon size={16} /> : <UploadIcon size={16} />}
        <span class="command-option-file-name">{file ? file.name : words().command.file}</span>
        {file && <span class="command-option-file-size">{fileSize(file.size)}</span>}
      </button>
      <input
        ref={chooser}
        type="file"
        hidden
        tabIndex={-1}
        aria-hidden="true"
        onChange={(event) => {
          const chosen = event.currentTarget.files?.[0];
          if (chosen) onFile(chosen);
          // The same file can be chosen again after it was taken away.
          event.currentTarget.value = '';
        }}
      />
    </>
  );
}
