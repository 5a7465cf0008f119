/** What the bot has shown so far, to be used again: controls, forms, and the ids in them. */
import { ComponentType } from 'discord.js';
import type { Loose, Sent } from '../stage/rest.js';
import type { Dice } from './dice.js';

/** A button or select as it was shown. */
export interface Shown {
  customId: string;
  component: Loose;
  message: Loose;
  guildId: string;
  channelId: string;
  viewerId: string;
}

/** A form that was opened. */
export interface Opened {
  customId: string;
  form: Loose;
  guildId: string;
  channelId: string;
  viewerId: string;
  message?: Loose;
}

/** Kept per route; older ones are dropped. */
const keptOfRoute = 25;

export class Memory {
  private readonly shown = new Map<string, Shown[]>();
  private readonly opened = new Map<string, Opened[]>();
  /** All values between the colons of a custom id. */
  readonly values = new Set<string>(['1', '0', '7']);

  constructor(private readonly dice: Dice) {}

  /** Records what was sent while an interaction was answered. */
  learn(sent: readonly Sent[], raw: Loose): void {
    const viewerId: string = (raw.member?.user ?? raw.user).id;
    for (const { body, message, status } of sent) {
      if (status >= 400) continue;
      if (body?.type === 9) {
        const customId: string = body.data.custom_id;
        this.keep(this.opened, customId, {
          customId,
          form: body.data,
          guildId: raw.guild_id,
          channelId: raw.channel_id,
          viewerId,
          message: raw.message,
        });
      }
      if (!message) continue;
      const place = { message, guildId: raw.guild_id, channelId: message.channel_id, viewerId };
      for (const component of controlsIn(message.components)) {
        this.keep(this.shown, component.custom_id, { customId: component.custom_id, component, ...place });
      }
    }
  }

  control(): Shown | undefined {
    return this.any(this.shown);
  }

  form(): Opened | undefined {
    return this.any(this.opened);
  }

  /** The routes of which a control or a form was shown. */
  routes(): string[] {
    return [...new Set([...this.shown.keys(), ...this.opened.keys()])].sort();
  }

  private keep<T>(into: Map<string, T[]>, customId: string, what: T): void {
    const [, route = '', ...values] = customId.split(':');
    for (const value of values) if (this.values.size < 400) this.values.add(value);
    const kept = into.get(route) ?? [];
    into.set(route, kept);
    kept.push(what);
    if (kept.length > keptOfRoute) kept.splice(this.dice.between(0, kept.length - 1), 1);
  }

  /** Rare controls are used as often as those on every card. */
  private any<T>(from: Map<string, T[]>): T | undefined {
    const routes = [...from.keys()];
    return routes.length === 0 ? undefined : this.dice.pick(from.get(this.dice.pick(routes)) as T[]);
  }
}

function controlsIn(components: readonly Loose[] = []): Loose[] {
  return components.flatMap((component): Loose[] => {
    const within = [...(component.components ?? []), ...(component.accessory ? [component.accessory] : [])];
    const isControl =
      component.custom_id && component.type !== ComponentType.TextInput && !component.disabled;
    return [...(isControl ? [component] : []), ...controlsIn(within)];
  });
}
