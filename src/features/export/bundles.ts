/** Files in bundles that one message takes: Discord's bounds are ten files and 25 MiB. */

export interface ExportFile {
  name: string;
  content: Buffer;
  /** What a picture shows, for those who can't see it. */
  description?: string;
}

export interface ExportBundle {
  files: readonly ExportFile[];
  /** Files of the bundles before it. */
  before: number;
  isLast: boolean;
}

/** With room left for the rest of a request. */
const bundleLimits = { files: 10, bytes: 24 * 1024 * 1024 };

/** `cohort.zip` when it is the only one, else `cohort-1.zip` and so on. */
export async function* named(name: string, parts: AsyncIterable<Uint8Array>): AsyncGenerator<ExportFile> {
  let first: Uint8Array | undefined;
  let count = 0;
  for await (const part of parts) {
    count += 1;
    if (count === 1) {
      first = part;
      continue;
    }
    if (first) yield { name: `${name}-1.zip`, content: bufferOf(first) };
    first = undefined;
    yield { name: `${name}-${count}.zip`, content: bufferOf(part) };
  }
  if (first) yield { name: `${name}.zip`, content: bufferOf(first) };
}

/** No more than one file is read ahead of the bundle that is taken. */
export async function* bundled(
  files: AsyncIterable<ExportFile>,
  limits: typeof bundleLimits = bundleLimits,
): AsyncGenerator<ExportBundle> {
  let bundle: ExportFile[] = [];
  let bytes = 0;
  let before = 0;
  for await (const file of files) {
    if (bundle.length === limits.files || (bundle.length > 0 && bytes + file.content.length > limits.bytes)) {
      yield { files: bundle, before, isLast: false };
      before += bundle.length;
      bundle = [];
      bytes = 0;
    }
    bundle.push(file);
    bytes += file.content.length;
  }
  if (bundle.length > 0) yield { files: bundle, before, isLast: true };
}

function bufferOf(bytes: Uint8Array): Buffer {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}
