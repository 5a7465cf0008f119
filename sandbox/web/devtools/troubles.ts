/** The trouble one can make from the panel, and what a bot then meets with. */
import type { TroubleRuleView, TroubleView } from '../../client/events.js';
import type { TroubleRequest } from '../../client/types.js';

/** A trouble that stays until it is taken away. */
export interface LastingTrouble {
  name: string;
  label: string;
  experience: string;
  request: TroubleRequest;
}

export const LATENCY = 'latency';

export const lastingTroubles: readonly LastingTrouble[] = [
  {
    name: 'errors',
    label: 'Answer 500',
    experience: 'Every request fails with an error of Discord’s own, and nothing is done.',
    request: { kind: 'error', status: 500 },
  },
  {
    name: 'rate-limit',
    label: 'Answer 429',
    experience: 'Every request is refused for its rate: the bot has to wait five seconds and try again.',
    request: { kind: 'rate-limit', retryAfter: 5 },
  },
  {
    name: 'lost',
    label: 'Lose answers',
    experience: 'Every request is carried out, and the bot never hears of it.',
    request: { kind: 'lost' },
  },
  {
    name: 'silent',
    label: 'Swallow requests',
    experience: 'Nothing is carried out and nothing is answered, as on a line gone dead.',
    request: { kind: 'silent' },
  },
];

/** A disturbance of the gateway that happens once. */
export interface Disturbance {
  label: string;
  experience: string;
  how: { cut?: boolean; reconnect?: boolean; invalidate?: boolean };
}

export const disturbances: readonly Disturbance[] = [
  {
    label: 'Drop the line',
    experience: 'The connection is cut; the bot resumes and gets what it missed.',
    how: { cut: true },
  },
  {
    label: 'Ask to reconnect',
    experience: 'Discord says RECONNECT, as it does before maintenance; the bot comes back and resumes.',
    how: { reconnect: true },
  },
  {
    label: 'Invalidate the session',
    experience: 'The session is over for good; the bot identifies again and gets every guild again.',
    how: { invalidate: true },
  },
];

export function ruleNamed(trouble: TroubleView | undefined, name: string): TroubleRuleView | undefined {
  return trouble?.rules.find((rule) => rule.name === name);
}

/** Everything out of order at the moment, in a few words each. */
export function troublesOf(trouble: TroubleView | undefined): string[] {
  if (!trouble) return [];
  return [
    ...trouble.rules.map(ruleWords),
    ...(trouble.deaf ? ['Heartbeats unanswered'] : []),
    ...trouble.switches.filter((one) => one.isOn).map((one) => one.label),
  ];
}

export function ruleWords(rule: TroubleRuleView): string {
  const known = lastingTroubles.find((one) => one.name === rule.name);
  const kinds: Record<TroubleRuleView['kind'], string> = {
    delay: `${rule.ms ?? 0} ms slower`,
    error: `Answer ${rule.status ?? 500}`,
    'rate-limit': 'Answer 429',
    lost: 'Lose answers',
    silent: 'Swallow requests',
    cut: 'Cut the line instead of answering',
  };
  const where = [rule.method, rule.route].filter(Boolean).join(' ');
  const often = rule.times === undefined ? '' : ` (${rule.times} more)`;
  return `${known?.label ?? kinds[rule.kind]}${where ? `: ${where}` : ''}${often}`;
}
