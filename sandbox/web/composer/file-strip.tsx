/** The files that go with the message being written. */
import { CloseIcon, FileIcon } from '../parts/icons.js';

export interface FileStripProps {
  files: readonly File[];
  onRemove(file: File): void;
}

export function FileStrip({ files, onRemove }: FileStripProps) {
  if (files.length === 0) return null;
  return (
    <ul class="composer-files" aria-label="Files to be sent">
      {files.map((file) => (
        <li key={`${file.name} ${file.size} ${file.lastModified}`} class="composer-file">
          <FileIcon size={22} />
          <span class="composer-file-name">{file.name}</span>
          <span class="composer-file-size">{sizeText(file.size)}</span>
          <button
            type="button"
            class="icon-button"
            aria-label={`Leave out ${file.name}`}
            onClick={() => onRemove(file)}
          >
            <CloseIcon size={16} />
          </button>
        </li>
      ))}
    </ul>
  );
}

function sizeText(bytes: number): string {
  if (bytes < 1_024) return `${bytes} B`;
  if (bytes < 1_024 * 1_024) return `${Math.round(bytes / 1_024)} KB`;
  return `${(bytes / 1_024 / 1_024).toFixed(1)} MB`;
}
