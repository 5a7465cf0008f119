/** The excerpt of a solution for a digest: its beginning, with code fences closed and without cut links or code spans. */
import { cutPoint } from '../../platform/shortening.js';
import { safeMarkdown, shorten } from './text.js';

const fence = /(```[\s\S]*?(?:```|$))/;

/** The most lines of an excerpt. */
const lineLimit = 8;

/** A paragraph or a code block needs at least this much room (UTF-16 units). */
const leastRoom = 24;

/**
 * About `limit` UTF-16 units of `body` at most, and eight lines, safe to show. Headings lose their size, since a
 * digest has headings of its own.
 */
export function heartOf(body: string, limit: number): string {
  let heart = '';
  for (const [index, part] of body.split(fence).entries()) {
    const isCode = index % 2 === 1;
    const shown = isCode ? part : flattened(safeMarkdown(part));
    const room = { characters: limit - heart.length, lines: lineLimit - lineCount(heart) };
    const piece = isCode ? cutCode(shown, room) : cutProse(shown, room);
    if (piece === shown) heart += piece;
    else return `${`${heart}${piece}`.trim()}${piece === '' ? ' …' : ''}`;
  }
  return heart.trim();
}

interface Room {
  characters: number;
  lines: number;
}

function cutProse(text: string, room: Room): string {
  if (text.length <= room.characters && lineCount(text) <= room.lines) return text;
  if (room.characters < leastRoom || room.lines < 1) return '';
  const lines = text.split('\n').slice(0, room.lines).join('\n');
  if (lines.length > room.characters) return shorten(text, room.characters);
  return `${text.slice(0, cutPoint(text, lines.length)).trimEnd()} …`;
}

/** Whole lines of code, as many as there is room for, and the fence closed. */
function cutCode(code: string, room: Room): string {
  const closing = '\n…\n```';
  const isClosed = code.length > 3 && code.endsWith('```');
  if (isClosed && code.length <= room.characters && lineCount(code) <= room.lines) return code;
  const [opening = '', ...lines] = code.replace(/```$/, '').trimEnd().split('\n');
  let shown = opening;
  let count = 0;
  for (const line of lines) {
    if (count + 3 > room.lines || shown.length + line.length + closing.length > room.characters) break;
    shown += `\n${line}`;
    count += 1;
  }
  if (count === 0) return '';
  return count === lines.length ? `${shown}\n\`\`\`` : `${shown}${closing}`;
}

function flattened(text: string): string {
  return text.replace(/^[ \t]*(?:#{1,3}|-#|>{1,3})[ \t]+/gm, '').replace(/\n{2,}/g, '\n');
}

function lineCount(text: string): number {
  return text.split('\n').length;
}
