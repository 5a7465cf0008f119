/** Features and their wiring: what a feature may use, in which order, and its hooks while an interaction is answered. */
import { describe, expect, it } from 'vitest';
import { defineFeature, Wiring } from '../../src/discord/feature.js';
import { defineDelivery, defineEffect, type Outcome } from '../../src/discord/outcome.js';
import { features } from '../../src/features.js';

interface Core {
  clock: () => Date;
}

const times = defineFeature({
  name: 'times',
  services: ({ clock }: Core) => ({ times: { hour: () => clock().getUTCHours() } }),
});

const greetings = defineFeature({
  name: 'greetings',
  services: ({ times }: Core & { times: { hour(): number } }) => ({
    greetings: { greet: () => (times.hour() < 12 ? 'Good morning' : 'Good day') },
  }),
});

describe('wiring', () => {
  it('hands each feature what those before it offer', () => {
    const { greetings: made } = Wiring.on<Core>()
      .add(times)
      .add(greetings)
      .services({ clock: () => new Date('2026-03-09T06:00Z') });
    expect(made.greet()).toBe('Good morning');
  });

  it('does not compile when a feature comes before what it needs', () => {
    // @ts-expect-error -- `times` is not offered yet
    const wiring = Wiring.on<Core>().add(greetings);
    expect(wiring.commands).toEqual([]);
  });

  it('does not compile when a job uses what its feature neither offers nor needs', () => {
    const job = { name: 'job', schedule: '* * * * *', run: async ({ clock }: Core) => void clock() };
    const other = { ...job, run: async ({ other }: { other(): void }) => other() };
    const services = ({ clock }: Core) => ({ hour: clock().getUTCHours() });
    expect(defineFeature({ name: 'sound', jobs: [job], services }).jobs).toHaveLength(1);
    // @ts-expect-error -- nobody offers `other`
    expect(defineFeature({ name: 'unsound', jobs: [other], services }).jobs).toHaveLength(1);
  });

  it('refuses two services of one name', () => {
    const wiring = Wiring.on<Core>().add(times).add(times);
    expect(() => wiring.services({ clock: () => new Date() })).toThrow(
      'offers times, which is there already',
    );
  });
});

describe('an outcome', () => {
  it('carries effects that only their own feature reads', () => {
    const [rings, flashes] = [defineEffect<number>('rings'), defineEffect('flashes')];
    const effects = [rings(2), flashes()];
    const outcome: Outcome = { kind: 'message', view: { components: [] }, effects };
    expect(rings.in(outcome)).toEqual([2]);
    expect(flashes.in(outcome)).toHaveLength(1);
    expect(defineEffect('other').in(outcome)).toEqual([]);
  });

  it('of a feature is delivered by what that feature registered', () => {
    const wave = defineDelivery<{ times: number }>('wave');
    const deliver = async () => undefined;
    expect(wave.by(deliver)).toEqual({ name: 'wave', deliver });
    expect(wave({ times: 2 })).toMatchObject({ kind: 'delivery', name: 'wave', facts: { times: 2 } });
  });
});

describe('the bot', () => {
  it('delivers every kind of outcome once, and gives typed texts back in one place', () => {
    const names = features.deliveries.map(({ name }) => name);
    expect(new Set(names).size).toBe(names.length);
    expect(features.hooks.filter(({ giveBack }) => giveBack)).toHaveLength(1);
  });
});
