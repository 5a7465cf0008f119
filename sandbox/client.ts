/** A typed client of the sandbox's control API, for end-to-end tests and the command line. */

import type { BotSession, BotView, ResetProgress, SwitchView, TroubleView } from './client/events.js';
import { expectNoGaps, expectNoRefusals } from './client/expectations.js';
import { Person } from './client/person.js';
import { queryOf, SandboxError, Transport } from './client/transport.js';
import type {
  Exchange,
  GapView,
  GuildView,
  JournalEntry,
  Message,
  Place,
  TroubleRequest,
  WorldView,
} from './client/types.js';
import type {
  World,
  WorldChannel,
  WorldGuild,
  WorldMember,
  WorldOverwrite,
  WorldRole,
} from './server/world/world.js';

export type * from './client/events.js';
export type { Part } from './client/part.js';
export { describe, type MessageLike, Person } from './client/person.js';
export type * from './client/places.js';
export { buttonsOf, textOf } from './client/text-of.js';
export { SandboxError } from './client/transport.js';
export type * from './client/types.js';

/** Where the bot of a sandbox may be named; the first one is meant otherwise. */
const FIRST_BOT = '*';

export class SandboxClient {
  private readonly transport: Transport;

  constructor(readonly url: string) {
    this.transport = new Transport(url);
  }

  /** A person, by name or id, and where they are. */
  as(name: string, place: Place = {}): Person {
    return new Person(this.transport, name, place);
  }

  world(): Promise<WorldView> {
    return this.ask('GET', '/control/world');
  }

  guild(name: string): Promise<GuildView> {
    return this.ask('GET', guildPath(name));
  }

  createGuild(guild: Partial<WorldGuild> & { name: string }): Promise<GuildView> {
    return this.ask('POST', '/control/guilds', guild);
  }

  createChannel(guild: string, channel: WorldChannel): Promise<{ id: string; name: string }> {
    return this.ask('POST', `${guildPath(guild)}/channels`, channel);
  }

  async deleteChannel(guild: string, channel: string): Promise<void> {
    await this.ask('DELETE', `${guildPath(guild)}/channels/${encodeURIComponent(channel)}`);
  }

  /** Sets what a role, a member or a bot (`bot: '*'`) may do in a channel; without allow and deny it is undone. */
  async setOverwrite(guild: string, channel: string, overwrite: WorldOverwrite): Promise<void> {
    await this.ask(
      'PUT',
      `${guildPath(guild)}/channels/${encodeURIComponent(channel)}/overwrites`,
      overwrite,
    );
  }

  /** Sets the rules of a guild's AutoMod, as bodies of Discord's API that would make them. */
  async setAutoModeration(guild: string, rules: object[]): Promise<void> {
    await this.ask('PUT', `${guildPath(guild)}/auto-moderation`, { rules });
  }

  /** Closes a channel to the bots, or takes them single permissions there. */
  closeChannel(guild: string, channel: string, permissions = ['VIEW_CHANNEL']): Promise<void> {
    return this.setOverwrite(guild, channel, { bot: '*', deny: permissions });
  }

  openChannel(guild: string, channel: string): Promise<void> {
    return this.setOverwrite(guild, channel, { bot: '*' });
  }

  createRole(guild: string, role: WorldRole): Promise<{ id: string; name: string }> {
    return this.ask('POST', `${guildPath(guild)}/roles`, role);
  }

  async changeRole(
    guild: string,
    role: string,
    change: { name?: string; permissions?: string[] },
  ): Promise<void> {
    await this.ask('PUT', `${guildPath(guild)}/roles/${encodeURIComponent(role)}`, change);
  }

  async deleteRole(guild: string, role: string): Promise<void> {
    await this.ask('DELETE', `${guildPath(guild)}/roles/${encodeURIComponent(role)}`);
  }

  addMember(guild: string, member: WorldMember): Promise<{ userId: string }> {
    return this.ask('POST', `${guildPath(guild)}/members`, member);
  }

  async changeMember(
    guild: string,
    member: string,
    change: { nick?: string; roles?: string[]; timeoutUntil?: string | null },
  ): Promise<void> {
    await this.ask('PUT', `${guildPath(guild)}/members/${encodeURIComponent(member)}`, change);
  }

  async removeMember(guild: string, member: string): Promise<void> {
    await this.ask('DELETE', `${guildPath(guild)}/members/${encodeURIComponent(member)}`);
  }

  async changeUser(
    user: string,
    change: { closedDms?: boolean; locale?: string; displayName?: string; installs?: string[] },
  ): Promise<void> {
    await this.ask('PUT', `/control/users/${encodeURIComponent(user)}`, change);
  }

  /** Lets the (first) bot join a guild, with the permissions its invitation gives. */
  async joinBot(guild: string, options: { bot?: string; permissions?: string[] } = {}): Promise<void> {
    const bot = encodeURIComponent(options.bot ?? FIRST_BOT);
    await this.ask('PUT', `${guildPath(guild)}/bots/${bot}`, { permissions: options.permissions });
  }

  async removeBot(guild: string, bot = FIRST_BOT): Promise<void> {
    await this.ask('DELETE', `${guildPath(guild)}/bots/${encodeURIComponent(bot)}`);
  }

  /** Sets overrides as the guild's Integrations page does; of a command by name, or of the whole bot. */
  async setCommandPermissions(
    guild: string,
    permissions: ({ role: string } | { member: string } | { channel: string })[] & { allow?: boolean }[],
    command?: string,
  ): Promise<void> {
    await this.ask('PUT', `${guildPath(guild)}/command-permissions`, { command, permissions });
  }

  /** Makes requests go wrong until the trouble is over; answers its id. */
  async trouble(request: TroubleRequest): Promise<string> {
    return (await this.ask<{ id: string }>('POST', '/control/trouble', request)).id;
  }

  /** Ends one trouble, or all. */
  async endTrouble(id?: string): Promise<void> {
    await this.ask('DELETE', `/control/trouble${id === undefined ? '' : `/${id}`}`);
  }

  /** What is out of order at the moment. */
  troubles(): Promise<TroubleView> {
    return this.ask('GET', '/control/trouble');
  }

  /** Switches something outside the sandbox, such as the bot's database, into trouble or back. */
  async setSwitch(name: string, isOn: boolean): Promise<SwitchView[]> {
    const path = `/control/switches/${encodeURIComponent(name)}`;
    return (await this.ask<{ switches: SwitchView[] }>('PUT', path, { isOn })).switches;
  }

  /** Disturbs the gateway's connections; answers how many there were. */
  async disturbGateway(how: {
    cut?: boolean;
    code?: number;
    reconnect?: boolean;
    invalidate?: boolean;
    resumable?: boolean;
    /** Heartbeats are no longer acknowledged, or again. */
    deaf?: boolean;
  }): Promise<number> {
    return (await this.ask<{ connections: number }>('POST', '/control/gateway', how)).connections;
  }

  async sessions(): Promise<BotSession[]> {
    return (await this.ask<{ sessions: BotSession[] }>('GET', '/control/gateway')).sessions;
  }

  async bots(): Promise<BotView[]> {
    return (await this.ask<{ bots: BotView[] }>('GET', '/control/gateway')).bots;
  }

  /** Resolves when so many bots (or shards) are connected. */
  async untilConnected(count = 1, timeoutMs = 15_000): Promise<void> {
    const deadline = Date.now() + timeoutMs;
    while ((await this.sessions()).filter((session) => session.connected).length < count) {
      if (Date.now() > deadline) throw new SandboxError('No bot connected in time.', 504);
      await new Promise((resolve) => setTimeout(resolve, 25));
    }
  }

  /** Sets the clock's offset; resolves when every bot that follows the clock has heard of it. */
  async setClock(offsetMs: number): Promise<void> {
    await this.ask('PUT', '/control/clock', { offsetMs });
  }

  clock(): Promise<{ offsetMs: number; version: number }> {
    return this.ask('GET', '/clock');
  }

  async settings(change: {
    validation?: boolean;
    rateLimits?: boolean;
    globalRateLimit?: number;
    journal?: number;
    limits?: { [name: string]: number };
  }): Promise<void> {
    await this.ask('PUT', '/control/settings', change);
  }

  /** The last requests and gateway events, oldest first. */
  async journal(
    wanted: { limit?: number; after?: number; kind?: JournalEntry['kind'] } = {},
  ): Promise<JournalEntry[]> {
    return (await this.ask<{ entries: JournalEntry[] }>('GET', `/control/journal${queryOf(wanted)}`)).entries;
  }

  /** What the bots used so far and the sandbox doesn't do. */
  async gaps(): Promise<GapView[]> {
    return (await this.ask<{ gaps: GapView[] }>('GET', '/control/gaps')).gaps;
  }

  /** Rejects when a bot used what the sandbox doesn't do. */
  async expectNoGaps(): Promise<void> {
    expectNoGaps(await this.gaps());
  }

  /**
   * Rejects when a request of a bot was refused that the journal still has (429 and trouble on purpose left out);
   * `except` picks those that a test expects.
   */
  async expectNoRefusals(except?: (entry: JournalEntry) => boolean): Promise<void> {
    expectNoRefusals(await this.journal({ kind: 'request' }), except);
  }

  async clearJournal(): Promise<void> {
    await this.ask('DELETE', '/control/journal');
  }

  /** An exchange as it stands, after so many follow-ups have come. */
  exchange(id: string, wanted: { followUps?: number; timeout?: number } = {}): Promise<Exchange> {
    return this.ask('GET', `/control/exchanges/${id}${queryOf(wanted)}`);
  }

  /** The bytes of a message's attachment. */
  async download(message: Message, index = 0): Promise<Uint8Array> {
    const attachment = message.attachments[index];
    if (!attachment) throw new SandboxError('The message has no such attachment.', 404);
    const response = await fetch(attachment.url);
    if (!response.ok) throw new SandboxError('The attachment is gone.', response.status);
    return new Uint8Array(await response.arrayBuffer());
  }

  /** Resets the world, or puts another one in its place. */
  async reset(world?: World): Promise<void> {
    await this.ask('POST', '/control/reset', { world });
  }

  /** How far a reset has come; nothing when none is under way. */
  async resetProgress(): Promise<ResetProgress | undefined> {
    return (await this.ask<{ progress?: ResetProgress }>('GET', '/control/reset')).progress;
  }

  private ask<Answer>(
    method: 'GET' | 'POST' | 'PUT' | 'DELETE',
    path: string,
    body?: unknown,
  ): Promise<Answer> {
    return this.transport.ask(method, path, body);
  }
}

function guildPath(name: string): string {
  return `/control/guilds/${encodeURIComponent(name)}`;
}
