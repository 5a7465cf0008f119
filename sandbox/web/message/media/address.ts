/** Where files of messages are fetched from: the sandbox alone, so that the page asks nobody else for anything. */

const FOLDERS = /^\/(?:ephemeral-)?attachments\//;
const HERE = ['127.0.0.1', 'localhost', '[::1]'];

/** A file's path at the sandbox; undefined for an address anywhere else. */
export function fileHere(url: string): string | undefined {
  if (!URL.canParse(url)) return undefined;
  const { protocol, hostname, pathname, search } = new URL(url);
  const isHere = /^https?:$/.test(protocol) && HERE.includes(hostname) && FOLDERS.test(pathname);
  return isHere ? pathname + search : undefined;
}

/** The name at the end of an address. */
export function fileName(url: string): string {
  const last = URL.canParse(url) ? (new URL(url).pathname.split('/').at(-1) ?? '') : url;
  try {
    return decodeURIComponent(last);
  } catch {
    return last;
  }
}

const UNITS = ['bytes', 'KB', 'MB', 'GB'];

/** Bytes as Discord writes them: '20.13 KB'. */
export function fileSize(bytes: number): string {
  const power = bytes < 1024 ? 0 : Math.min(UNITS.length - 1, Math.floor(Math.log2(bytes) / 10));
  const amount = bytes / 1024 ** power;
  return `${power === 0 ? amount : amount.toFixed(2)} ${UNITS[power]}`;
}
