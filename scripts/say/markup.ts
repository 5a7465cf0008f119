/** Discord's markup as text for a terminal: members, channels and times by name. */
import type { WorldView } from '../../sandbox/client.js';
import { timeZone } from '../cohort/world.js';

export class Markup {
  private readonly names = new Map<string, string>();

  /** `now` (ms since 1970) is the sandbox's time, for relative times. */
  constructor(
    world: Pick<WorldView, 'guilds' | 'users' | 'bots'>,
    private readonly now: number,
  ) {
    for (const user of world.users) this.names.set(user.id, `@${user.username}`);
    for (const bot of world.bots) this.names.set(bot.id, `@${bot.name}`);
    for (const guild of world.guilds) {
      for (const role of guild.roles) this.names.set(role.id, `@${role.name.replace(/^@/, '')}`);
      for (const channel of guild.channels) this.names.set(channel.id, `#${channel.name}`);
    }
  }

  plain(text: string): string {
    return text
      .replace(/<(?:@[!&]?|#)(\d+)>/g, (whole, id: string) => this.names.get(id) ?? whole)
      .replace(/\[([^\]]+)\]\(https:\/\/discord\.com\/channels\/[\d/]+\)/g, '$1')
      .replace(/<t:(-?\d+)(?::(\w))?>/g, (_, seconds: string, style?: string) =>
        this.time(Number(seconds) * 1000, style),
      )
      .replace(/<\/([^:>]+):\d+>/g, '/$1')
      .replace(/<a?:(\w+):\d+>/g, ':$1:')
      .replace(/^-# /gm, '')
      .replace(/\\([\\`*_{}[\]()#+\-.!|<>~])/g, '$1')
      .replaceAll('\u200b', '');
  }

  private time(at: number, style = 'f'): string {
    if (style === 'R') return relative(at - this.now);
    const date = { day: 'numeric', month: 'short', year: 'numeric' } as const;
    const time = { hour: '2-digit', minute: '2-digit' } as const;
    const parts =
      style === 'd' || style === 'D' ? date : style === 't' || style === 'T' ? time : { ...date, ...time };
    return new Intl.DateTimeFormat('en-GB', { ...parts, timeZone }).format(at);
  }
}

const steps = [
  ['year', 365 * 86_400],
  ['month', 30 * 86_400],
  ['day', 86_400],
  ['hour', 3_600],
  ['minute', 60],
  ['second', 1],
] as const;

function relative(difference: number): string {
  const seconds = difference / 1000;
  const [unit, length] = steps.find(([, length]) => Math.abs(seconds) >= length) ?? ['second', 1];
  return new Intl.RelativeTimeFormat('en').format(Math.round(seconds / length), unit);
}
