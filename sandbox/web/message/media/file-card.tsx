/** A file of a message: its name, its size, its download, and for a text a look inside. */
import { useState } from 'preact/hooks';
import { FileIcon } from '../../parts/icons.js';
import { words } from '../../words/words.js';
import { DownloadIcon } from '../icons.js';
import { CodeBlock } from '../markdown/code-block.js';
import { fileHere, fileSize } from './address.js';
import './media.css';

/** Bytes up to which a text is shown. */
const LARGEST_PREVIEW = 256 * 1024;
const TEXT_ENDINGS =
  /\.(?:txt|md|markdown|json|js|mjs|cjs|ts|tsx|jsx|py|rb|go|rs|java|kt|c|h|cpp|cs|php|sql|sh|bash|ya?ml|toml|ini|env|css|scss|html?|xml|svg|csv|tsv|log|diff|patch|ics)$/i;

export interface FileCardProps {
  url: string;
  name: string;
  size?: number | undefined;
  contentType?: string | undefined;
  isSpoiler?: boolean | undefined;
}

export function FileCard({ url, name, size, contentType, isSpoiler = false }: FileCardProps) {
  const [isShown, setShown] = useState(!isSpoiler);
  const path = fileHere(url);
  if (!isShown) {
    return (
      <button type="button" class="file-card file-hidden" onClick={() => setShown(true)}>
        <span class="spoiler-label">{words().spoiler}</span>
        <span class="visually-hidden">{words().media.showFile}</span>
      </button>
    );
  }
  const isText = contentType?.startsWith('text/') || contentType?.includes('json') || TEXT_ENDINGS.test(name);
  return (
    <div class="file-card">
      <div class="file-line">
        <span class="file-icon">
          <FileIcon size={28} />
        </span>
        <span class="file-names">
          {path ? (
            <a href={path} target="_blank" rel="noopener noreferrer" title={name}>
              {name}
            </a>
          ) : (
            <span>{name}</span>
          )}
          {size !== undefined && <span class="file-size">{fileSize(size)}</span>}
        </span>
        {path && (
          <a
            class="icon-button"
            href={path}
            download={name}
            aria-label={words().media.downloadFile(name)}
            title={words().media.download}
          >
            <DownloadIcon />
          </a>
        )}
      </div>
      {path && isText && (size ?? 0) <= LARGEST_PREVIEW && <TextPreview path={path} name={name} />}
    </div>
  );
}

function TextPreview({ path, name }: { path: string; name: string }) {
  const [text, setText] = useState<string>();
  const read = async () => {
    try {
      const response = await fetch(path);
      setText(response.ok ? await response.text() : words().media.gone(response.status));
    } catch {
      setText(words().media.unreadable);
    }
  };
  return (
    <details
      class="text-preview"
      onToggle={(event) => {
        if (event.currentTarget.open && text === undefined) void read();
      }}
    >
      <summary>{words().media.lookInside}</summary>
      {text === undefined ? (
        <p class="text-preview-wait">{words().media.reading}</p>
      ) : (
        <CodeBlock code={text} language={languageOf(name)} />
      )}
    </details>
  );
}

/** The highlighter knows most languages by the endings of their files. */
function languageOf(name: string): string {
  return /\.(\w+)$/.exec(name)?.[1]?.toLowerCase() ?? '';
}
