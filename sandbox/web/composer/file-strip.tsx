/** The files that go with the message being written. */
import { fileSize } from '../message/media/address.js';
import { CloseIcon, FileIcon } from '../parts/icons.js';
import { words } from '../words/words.js';

export interface FileStripProps {
  files: readonly File[];
  onRemove(file: File): void;
}

export function FileStrip({ files, onRemove }: FileStripProps) {
  if (files.length === 0) return null;
  return (
    <ul class="composer-files" aria-label={words().composer.files}>
      {files.map((file) => (
        <li key={`${file.name} ${file.size} ${file.lastModified}`} class="composer-file">
          <FileIcon size={22} />
          <span class="composer-file-name">{file.name}</span>
          <span class="composer-file-size">{fileSize(file.size)}</span>
          <button
            type="button"
            class="icon-button"
            aria-label={words().composer.leaveOut(file.name)}
            onClick={() => onRemove(file)}
          >
            <CloseIcon size={16} />
          </button>
        </li>
      ))}
    </ul>
  );
}
