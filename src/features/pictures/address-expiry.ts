/** When an address of Discord's stops working: it says so itself. */

/** Whether it has; an address that says nothing works as long as its file is there. */
export function isExpired(url: string, now: number): boolean {
  const until = URL.canParse(url) ? new URL(url).searchParams.get('ex') : null;
  return until !== null && /^[0-9a-f]{1,12}$/i.test(until) && Number.parseInt(until, 16) * 1_000 <= now;
}
