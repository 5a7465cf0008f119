/** A journal entry in a few words: its route with names for ids, what it says, and how it ended. */
import type { JournalEntry } from '../../client/types.js';
import type { Lookup } from '../model.js';

/** Who and what ids stand for, as far as it is known. */
export type Names = Pick<Lookup, 'channel' | 'person'>;

/** How something ended; decides on its colour, beside the text. */
export type Tone = 'good' | 'refused' | 'waiting' | 'failed' | 'lost' | 'plain';

const CALLBACKS: Record<number, string> = {
  1: 'pong',
  4: 'answers',
  5: 'thinks first',
  6: 'will change the message',
  7: 'changes the message',
  8: 'offers choices',
  9: 'opens a form',
};
const OUTCOMES: Record<string, string> = {
  message: 'answered',
  update: 'changed the message',
  modal: 'opened a form',
  autocomplete: 'offered choices',
  deleted: 'took its answer away',
  deferred: 'still thinking',
  failed: 'failed',
};
const STATUSES: Record<number, string> = {
  401: 'no token',
  403: 'forbidden',
  404: 'not found',
  413: 'too large',
  429: 'wait',
};
const UNANSWERED = ['lost', 'silent', 'cut'];
const SNOWFLAKE = /^\d{17,19}$/;
/** Characters of what was said that a line shows. */
const SNIPPET = 120;
const EPHEMERAL = 1 << 6;

/** A path with `#channel` and `@person` for ids that are known, and the end of those that are not. */
export function routeWords(entry: JournalEntry, names: Names): string {
  const path = (entry.path ?? '').replaceAll('%40', '@');
  if (path.startsWith('/interactions/')) return '/interactions/…/callback';
  const parts = path.split('/').map((part) => {
    if (!SNOWFLAKE.test(part)) return part;
    const channel = names.channel(part);
    if (channel) return channel.name ? `#${channel.name}` : '#direct';
    const person = names.person(part);
    return person ? `@${person.name}` : `…${part.slice(-4)}`;
  });
  // The end of a route says most: what its beginning says again is left out.
  if (parts[1] === 'webhooks') return ['', 'webhooks', '…', ...parts.slice(4)].join('/');
  return parts[1] === 'channels' && parts[2]?.startsWith('#') ? parts.slice(2).join('/') : parts.join('/');
}

export function statusWords(entry: JournalEntry): { tone: Tone; text: string } {
  if (entry.trouble?.some((one) => UNANSWERED.includes(one))) return { tone: 'lost', text: 'no answer' };
  const status = entry.status ?? 0;
  if (status < 400) return { tone: 'good', text: `${status} ok` };
  if (status === 429) return { tone: 'waiting', text: '429 wait' };
  if (status >= 500) return { tone: 'failed', text: `${status} failed` };
  return { tone: 'refused', text: `${status} ${STATUSES[status] ?? 'refused'}` };
}

export function outcomeWords(settled: JournalEntry | undefined): { tone: Tone; text: string } {
  if (!settled) return { tone: 'plain', text: 'waiting …' };
  const outcome = String(settled.outcome);
  const tone = outcome === 'failed' ? 'failed' : outcome === 'deferred' ? 'waiting' : 'good';
  return { tone, text: OUTCOMES[outcome] ?? outcome };
}

/** What a request does or why it was refused, in a line. */
export function gistOf(entry: JournalEntry): string {
  const [reason] = entry.reasons ?? [];
  if (reason) return `${reason.message} (${pathWords(reason.path)})`;
  if (entry.limited) return `has to wait ${entry.limited.retry_after} s`;
  const answer = record(entry.answer);
  if ((entry.status ?? 0) >= 400 && typeof answer?.message === 'string')
    return withFailure(entry, answer.message);
  const body = record(entry.body);
  const said = saidIn(body && entry.route?.endsWith('/callback') ? record(body.data) : body);
  return withFailure(
    entry,
    [doing(entry, body ?? entry.body), said && `“${said}”`].filter(Boolean).join(' '),
  );
}

/** `data.components[0].label`, as programs write it. */
export function pathWords(path: readonly string[]): string {
  if (path.length === 0) return 'the body';
  return path
    .map((step, index) => (/^\d+$/.test(step) ? `[${step}]` : index === 0 ? step : `.${step}`))
    .join('');
}

/** What a gateway entry is, and which way it went. */
export function gatewayWords(entry: JournalEntry): { arrow: '↓' | '↑' | '·'; name: string; gist: string } {
  const operation = operationName(entry.op);
  switch (entry.what) {
    case 'dispatched':
      return { arrow: '↓', name: entry.event ?? '', gist: eventGist(record(entry.data)) };
    case 'received':
      return { arrow: '↑', name: operation, gist: 'from the bot' };
    case 'sent':
      return { arrow: '↓', name: operation, gist: 'to the bot' };
    case 'closed':
      return { arrow: '·', name: `closed ${String(entry.code)}`, gist: String(entry.reason ?? '') };
    case 'resumed':
      return { arrow: '·', name: 'resumed', gist: `${String(entry.replayed)} missed events sent again` };
    default:
      return { arrow: '·', name: String(entry.what), gist: 'a bot is connected' };
  }
}

/** Hours to milliseconds in the viewer's zone. */
export function timeWords(at: string): string {
  const date = new Date(at);
  const two = (value: number) => String(value).padStart(2, '0');
  const clock = [date.getHours(), date.getMinutes(), date.getSeconds()].map(two).join(':');
  return `${clock}.${String(date.getMilliseconds()).padStart(3, '0')}`;
}

export function durationWords(ms: number | undefined): string {
  if (ms === undefined) return '';
  if (ms < 10) return `${ms.toFixed(1)} ms`;
  return ms < 10_000 ? `${Math.round(ms)} ms` : `${(ms / 1_000).toFixed(1)} s`;
}

function doing({ method, route, files }: JournalEntry, sent: unknown): string {
  const body = record(sent);
  if (route?.endsWith('/callback')) {
    const isForOne = (Number(record(body?.data)?.flags ?? 0) & EPHEMERAL) !== 0;
    return `${CALLBACKS[Number(body?.type)] ?? ''}${isForOne ? ', for one alone,' : ''}`;
  }
  if (Array.isArray(sent) && route?.endsWith('/commands')) return `registers ${sent.length} commands`;
  const withFiles = files ? ` with ${files.map((file) => file.name).join(', ')}` : '';
  const isMessage = route?.includes('/messages') === true || route?.startsWith('/webhooks/') === true;
  if (!isMessage) return route?.endsWith('/typing') ? 'types' : '';
  if (route?.includes('/reactions')) return method === 'PUT' ? 'reacts' : 'takes a reaction away';
  return (
    { POST: `says${withFiles}`, PATCH: `edits${withFiles}`, DELETE: 'deletes', GET: 'reads' }[method ?? ''] ??
    ''
  );
}

/** The first words of a message, wherever they stand in it. */
function saidIn(body: Record<string, unknown> | undefined): string {
  if (!body) return '';
  const text = firstText(body, 0);
  const line = text
    .replace(/^[#>\-*\s]+/, '')
    .replaceAll(/\s+/g, ' ')
    .trim();
  return line.length > SNIPPET ? `${line.slice(0, SNIPPET)}…` : line;
}

function firstText(value: Record<string, unknown>, depth: number): string {
  for (const name of ['content', 'title', 'description'])
    if (typeof value[name] === 'string' && value[name] !== '') return value[name];
  if (depth > 6) return '';
  for (const name of ['components', 'embeds', 'component'])
    for (const one of [value[name]].flat()) {
      const found = record(one);
      const text = found ? firstText(found, depth + 1) : '';
      if (text) return text;
    }
  return '';
}

function withFailure(entry: JournalEntry, words: string): string {
  const trouble = entry.trouble?.join(', ');
  return trouble ? `trouble (${trouble})${words ? `: ${words}` : ''}` : words;
}

function eventGist(data: Record<string, unknown> | undefined): string {
  if (!data) return '';
  const inner = record(data.data);
  const member = record(record(data.member)?.user) ?? record(data.user) ?? record(data.author);
  return [member?.username, inner?.name ?? inner?.custom_id, data.name, saidIn(data)]
    .filter((one) => typeof one === 'string' && one !== '')
    .join(' · ');
}

const OPERATIONS: Record<number, string> = {
  1: 'HEARTBEAT',
  2: 'IDENTIFY',
  3: 'PRESENCE UPDATE',
  4: 'VOICE STATE UPDATE',
  6: 'RESUME',
  7: 'RECONNECT',
  8: 'REQUEST GUILD MEMBERS',
  9: 'INVALID SESSION',
  10: 'HELLO',
  11: 'HEARTBEAT ACK',
};

function operationName(op: unknown): string {
  return OPERATIONS[Number(op)] ?? `operation ${String(op)}`;
}

function record(value: unknown): Record<string, unknown> | undefined {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? { ...value } : undefined;
}
