/** The files of a form: chosen or dropped, listed, and taken away again. */
import { useRef, useState } from 'preact/hooks';
import { fileSize } from '../message/media/address.js';
import { CloseIcon, FileIcon, UploadIcon } from '../parts/icons.js';
import { words } from '../words/words.js';
import type { ControlProps } from './control-props.js';
import type { FileField } from './form-field.js';

export function FileControl(props: ControlProps<FileField, readonly File[]>) {
  const { id, labelId, describedBy, field, value, isDisabled, onChange } = props;
  const chooser = useRef<HTMLInputElement>(null);
  const [isOver, setOver] = useState(false);
  const { form: told } = words();
  const hasRoom = value.length < field.maximum;
  const add = (list: FileList | null | undefined) => {
    const added = [...(list ?? [])];
    if (added.length === 0 || isDisabled) return;
    // A single file is changed for another one.
    onChange(field.maximum === 1 ? added.slice(0, 1) : [...value, ...added]);
  };
  return (
    <div
      class={`file-control ${isOver ? 'is-over' : ''}`}
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={(event) => {
        event.preventDefault();
        setOver(false);
        add(event.dataTransfer?.files);
      }}
    >
      {value.length > 0 && (
        <ul class="file-list">
          {value.map((file, index) => (
            <li key={index} class="file-list-item">
              <FileIcon size={18} />
              <span class="file-list-name">{file.name}</span>
              <span class="file-list-size">{fileSize(file.size)}</span>
              <button
                type="button"
                class="icon-button"
                aria-label={told.remove(file.name)}
                disabled={isDisabled}
                onClick={() => {
                  onChange(value.filter((_, at) => at !== index));
                  document.getElementById(id)?.focus();
                }}
              >
                <CloseIcon size={16} />
              </button>
            </li>
          ))}
        </ul>
      )}
      <button
        id={id}
        type="button"
        class="file-choose"
        aria-labelledby={`${labelId} ${id}`}
        aria-describedby={describedBy}
        disabled={isDisabled || (value.length === field.maximum && field.maximum > 1)}
        onClick={() => chooser.current?.click()}
      >
        <UploadIcon size={18} />
        {hasRoom ? told.choose(field.maximum) : field.maximum === 1 ? told.another : told.full}
      </button>
      <input
        ref={chooser}
        type="file"
        hidden
        tabIndex={-1}
        aria-hidden="true"
        multiple={field.maximum > 1}
        accept={field.types.join(',')}
        onChange={(event) => {
          add(event.currentTarget.files);
          event.currentTarget.value = '';
        }}
      />
    </div>
  );
}
