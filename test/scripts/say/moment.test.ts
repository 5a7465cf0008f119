/** The times that the sandbox's clock can be set to. */
import { describe, expect, it } from 'vitest';
import { offsetTo } from '../../../scripts/say/moment.js';

/** A Wednesday, 15:30 in Nairobi. */
const present = Date.parse('2026-08-12T12:30:00Z');
const at = (words: string, offset = 0) => new Date(present + offsetTo(words, present, offset)).toISOString();

describe('a moment', () => {
  it('can be now, or a step from the current time', () => {
    expect(offsetTo('now', present, 5_000)).toBe(0);
    expect(at('+3d')).toBe('2026-08-15T12:30:00.000Z');
    expect(at('-90m', 86_400_000)).toBe('2026-08-13T11:00:00.000Z');
  });

  it('can be the next such weekday and time, in the cohort’s time zone', () => {
    expect(at('next monday 09:00')).toBe('2026-08-17T06:00:00.000Z');
    expect(at('wed 15:29')).toBe('2026-08-19T12:29:00.000Z');
    expect(at('Wednesday 15:31')).toBe('2026-08-12T12:31:00.000Z');
    expect(at('next monday 09:00', 7 * 86_400_000)).toBe('2026-08-24T06:00:00.000Z');
  });

  it('can be a date', () => {
    expect(at('2026-12-24 18:00')).toBe('2026-12-24T15:00:00.000Z');
    expect(at('2026-12-24')).toBe('2026-12-23T21:00:00.000Z');
  });

  it('is otherwise refused in one sentence', () => {
    for (const words of ['tomorrow', 'mo', '2026-13-01', '2026-02-30', 'monday 25:00', '+3y'])
      expect(() => at(words), words).toThrow('is no moment');
  });
});
