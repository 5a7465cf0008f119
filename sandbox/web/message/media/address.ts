/** Where files of messages are fetched from: the sandbox only, so that the page asks nobody else for anything. */
import { locale, words } from '../../words/words.js';

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

/** Bytes as Discord writes them: '20.13 KB'. */
export function fileSize(bytes: number): string {
  const { units } = words();
  const power = bytes < 1024 ? 0 : Math.min(units.length - 1, Math.floor(Math.log2(bytes) / 10));
  const digits = power === 0 ? 0 : 2;
  const amount = (bytes / 1024 ** power).toLocaleString(locale(), {
    minimumFractionDigits: digits,
    maximumFractionDigits: digits,
    useGrouping: false,
  });
  return `${amount} ${units[power]}`;
}
