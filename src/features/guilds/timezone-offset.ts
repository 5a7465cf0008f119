/** How far a time zone's clock is from UTC. */

/** How far the zone's clock is from UTC at an instant, such as `UTC+3` or `UTC+5:45`. */
export function offsetOf(timezone: string, at: Date): string {
  const parts = new Intl.DateTimeFormat('en', {
    timeZone: timezone,
    timeZoneName: 'shortOffset',
  }).formatToParts(at);
  return (parts.find(({ type }) => type === 'timeZoneName')?.value ?? 'UTC').replace('GMT', 'UTC');
}
