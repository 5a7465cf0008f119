/**
 * The addresses of files as Discord gives them: signed, and good for a day. After that a fresh one is needed, which
 * comes with the message (https://docs.discord.com/developers/reference#signed-attachment-cdn-urls).
 */
import { createHash } from 'node:crypto';
import type { Clock } from '../clock.js';

interface Signing {
  origin: string;
  clock: Pick<Clock, 'now'>;
}

const DAY = 86_400_000;
/** Discord's own client renews the addresses it shows, so those of people don't run out. */
const ALWAYS = 3_650 * DAY;
const ADDRESS = /"((?:proxy_)?url)":"http:\/\/127\.0\.0\.1:\d+(\/(?:ephemeral-)?attachments\/[^"?]+)"/g;

/** JSON for a bot: each address of a file in it is signed from now on. */
export function signedForBots(sandbox: Signing, json: string): string {
  return signed(sandbox, json, DAY);
}

/** JSON for a person's client. */
export function signedForPeople(sandbox: Signing, json: string): string {
  return signed(sandbox, json, ALWAYS);
}

/** Whether an address is signed and hasn't run out. */
export function isGood({ clock }: Signing, path: string, query: string): boolean {
  const { ex, is, hm } = Object.fromEntries(new URLSearchParams(query));
  if (!ex || !is || hm !== hashOf(path, ex, is)) return false;
  return Number.parseInt(ex, 16) * 1_000 > clock.now();
}

function signed({ origin, clock }: Signing, json: string, life: number): string {
  if (!json.includes('attachments/')) return json;
  const now = clock.now();
  const is = seconds(now);
  const ex = seconds(now + life);
  // A sandbox that was started again may have another port than the one that the addresses were written with.
  return json.replace(
    ADDRESS,
    (_whole, field: string, path: string) =>
      `"${field}":"${origin}${path}?ex=${ex}&is=${is}&hm=${hashOf(path, ex, is)}&"`,
  );
}

function seconds(milliseconds: number): string {
  return Math.floor(milliseconds / 1_000).toString(16);
}

function hashOf(path: string, ex: string, is: string): string {
  return createHash('sha256').update(`${path} ${ex} ${is}`).digest('hex');
}
