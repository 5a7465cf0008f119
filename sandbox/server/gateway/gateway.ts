/** The gateway: which sessions exist, and which of them hears of what. */

import type { IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';
import { GatewayCloseCodes, GatewayIntentBits, GatewayOpcodes } from 'discord-api-types/v10';
import { WebSocketServer } from 'ws';
import { signedForBots } from '../actions/file-addresses.js';
import type { Clock } from '../clock.js';
import type { Feed } from '../feed.js';
import type { Journal } from '../journal.js';
import type { JsonObject } from '../json.js';
import type { Settings, TimeLimits } from '../options.js';
import type { EventName } from '../served/events.js';
import type { Gaps } from '../served/gaps.js';
import { shardOf } from '../snowflake.js';
import type { ApplicationRecord, GuildRecord } from '../state/records.js';
import type { State } from '../state/state.js';
import { ownUserView } from '../views/people.js';
import { guildCreateView } from '../views/places.js';
import { sendMembers, sendSoundboards } from './answers.js';
import { Connection, type ConnectionHost } from './connection.js';
import { API_VERSION, handshakeIn } from './handshake.js';
import { type Outlet, Session, type SessionOptions } from './session.js';
import { SessionStarts } from './session-starts.js';

export const Intent = GatewayIntentBits;

/** An event and who hears of it. */
export interface GatewayEvent {
  name: EventName;
  /** The intent it needs; 0 for none. */
  intent: number;
  /** Absent for direct messages, which go to shard 0. */
  guildId?: string;
  /** Only these applications; by default all that are in the guild. */
  only?: (application: ApplicationRecord) => boolean;
  data: (application: ApplicationRecord) => JsonObject;
}

/** What the gateway needs of the sandbox. */
export interface GatewayParts {
  settings: Pick<Settings, 'limits' | 'identify'>;
  state: State;
  journal: Journal;
  feed: Feed;
  gaps: Gaps;
  clock: Clock;
  origin: string;
}

export class Gateway implements ConnectionHost {
  /** A fault: heartbeats are no longer acknowledged. */
  deaf = false;
  private readonly server = new WebSocketServer({
    noServer: true,
    perMessageDeflate: false,
    maxPayload: 1 << 20,
  });
  private readonly sessions = new Map<string, Session>();
  private readonly connections = new Set<Connection>();
  private sessionCount = 0;
  private readonly starts = new SessionStarts();

  constructor(private readonly sandbox: GatewayParts) {}

  get limits(): TimeLimits {
    return this.sandbox.settings.limits;
  }

  /** Takes a connection; one that asks for what isn't spoken here is refused with the reason. */
  upgrade(request: IncomingMessage, socket: Duplex, head: Buffer): void {
    const { version, compression, unspoken } = handshakeIn(request);
    if (unspoken) {
      this.gap(unspoken);
      socket.end(`HTTP/1.1 501 Not Implemented\r\n\r\nThis sandbox does not speak ${unspoken}\n`);
      return;
    }
    this.server.handleUpgrade(request, socket, head, (webSocket) => {
      const connection = new Connection(this, webSocket, socket, compression);
      if (version !== API_VERSION) {
        connection.close(
          GatewayCloseCodes.InvalidAPIVersion,
          'Invalid API version. This sandbox speaks v10.',
        );
        return;
      }
      this.connections.add(connection);
      webSocket.on('close', () => this.connections.delete(connection));
    });
  }

  applicationOf(token: unknown): ApplicationRecord | undefined {
    return this.sandbox.state.applicationByToken(String(token).replace(/^Bot /, ''));
  }

  /** Opens a session: READY, then the guilds of its shard. */
  open(application: ApplicationRecord, options: SessionOptions, outlet: Outlet): Session {
    const { shard, intents } = options;
    const { state, origin } = this.sandbox;
    this.sessionCount += 1;
    const id = `${application.id}-${Date.now().toString(36)}-${this.sessionCount}`;
    const session = new Session(id, application, options);
    session.outlet = outlet;
    this.sessions.set(id, session);
    const guilds = this.guildsOf(session);
    const ready = {
      v: 10,
      user: ownUserView(state, application),
      guilds: guilds.map((guild) => ({ id: guild.id, unavailable: true })),
      session_id: id,
      resume_gateway_url: gatewayAddress(origin),
      shard,
      application: { id: application.id, flags: 0 },
      session_type: 'normal',
      private_channels: [],
      relationships: [],
      presences: [],
      geo_ordered_rtc_regions: [],
      user_settings: {},
      _trace: ['sandbox'],
    };
    session.dispatch('READY', JSON.stringify(ready));
    this.note('ready', { session: id, application: application.id, shard, intents });
    for (const guild of guilds) this.sendGuild(session, guild);
    this.publishSessions();
    return session;
  }

  /** How many sessions an application may still open, as `GET /gateway/bot` answers it. */
  sessionStartLimit(applicationId: string): JsonObject {
    const { total, maxConcurrency } = this.sandbox.settings.identify;
    const { remaining, resetAfterMs } = this.starts.left(applicationId, total);
    return { total, remaining, reset_after: resetAfterMs, max_concurrency: maxConcurrency };
  }

  /** Counts one IDENTIFY: `wait` when another shard of its group did so within 5 s, `none` when none is left. */
  takeStart(applicationId: string, shard: number): 'ok' | 'wait' | 'none' {
    return this.starts.take(applicationId, shard, this.sandbox.settings.identify);
  }

  /** A session that can still be resumed by this application. */
  resumable(id: string, application: ApplicationRecord): Session | undefined {
    const session = this.sessions.get(id);
    if (session?.application.id !== application.id) return undefined;
    return this.isLost(session) ? undefined : session;
  }

  forget(session: Session): void {
    this.sessions.delete(session.id);
  }

  /** Tells every session that may hear of it. */
  emit(event: GatewayEvent): void {
    const written = new Map<string, string>();
    for (const session of this.sessions.values()) {
      if (!this.hears(session, event) || this.isLost(session)) continue;
      const { application } = session;
      let data = written.get(application.id);
      if (data === undefined) {
        data = signedForBots(this.sandbox, JSON.stringify(event.data(application)));
        written.set(application.id, data);
      }
      session.dispatch(event.name, data);
      if (this.sandbox.journal.on) this.note('dispatched', { event: event.name, session: session.id }, data);
    }
  }

  /** Sends something to one application, whatever its intents; false when no session of it can hear. */
  deliver(applicationId: string, guildId: string | undefined, name: EventName, payload: JsonObject): boolean {
    const data = signedForBots(this.sandbox, JSON.stringify(payload));
    let isHeard = false;
    for (const session of this.sessions.values()) {
      if (session.application.id !== applicationId || !inShard(session, guildId) || this.isLost(session))
        continue;
      isHeard = true;
      session.dispatch(name, data);
      this.note('dispatched', { event: name, session: session.id, ...interactionIn(name, payload) }, data);
    }
    return isHeard;
  }

  /** A guild appears for a bot that has just joined it. */
  guildJoined(guild: GuildRecord, application: ApplicationRecord): void {
    for (const session of this.sessions.values())
      if (session.application.id === application.id && inShard(session, guild.id))
        this.sendGuild(session, guild);
  }

  gap(name: string): void {
    this.note('gap', { gap: this.sandbox.gaps.add('gateway', `gateway: ${name}`) });
  }

  /** Answers operations 8 and 31: what a bot asks for over the gateway. */
  answer(session: Session, what: 'members' | 'soundboards', request: JsonObject): void {
    const gap = (name: string) => this.gap(name);
    if (what === 'members') sendMembers(this.sandbox.state, session, request, gap);
    else sendSoundboards(this.sandbox.state, session, request);
  }

  /** Trouble for every connection: cut lines, close codes, RECONNECT or INVALID_SESSION. */
  disturb(how: {
    cut?: boolean;
    code?: number;
    reconnect?: boolean;
    invalidate?: boolean;
    resumable?: boolean;
  }): number {
    const connections = [...this.connections];
    for (const connection of connections) {
      if (how.reconnect) connection.operation(GatewayOpcodes.Reconnect);
      else if (how.invalidate) {
        if (connection.session && !how.resumable) this.forget(connection.session);
        connection.operation(GatewayOpcodes.InvalidSession, how.resumable ?? false);
      } else if (how.code) connection.close(how.code);
      else connection.cut();
    }
    return connections.length;
  }

  /** Sessions as the control API lists them. */
  list(): JsonObject[] {
    return [...this.sessions.values()].map((session) => ({
      id: session.id,
      applicationId: session.application.id,
      shard: session.shard,
      intents: session.intents,
      sequence: session.sequence,
      connected: session.outlet !== undefined,
    }));
  }

  isConnected(applicationId: string): boolean {
    for (const session of this.sessions.values())
      if (session.application.id === applicationId && session.outlet !== undefined) return true;
    return false;
  }

  /** `data` is the event's JSON. */
  note(what: string, facts: JsonObject, data?: string): void {
    if (this.sandbox.journal.on) this.sandbox.journal.add('gateway', { what, ...facts }, { data });
  }

  publishSessions(): void {
    this.sandbox.feed.publish('gateway', () => ({ sessions: this.list() }));
  }

  /** Ends every session, as when the world is reset. */
  reset(): void {
    this.sessions.clear();
    for (const connection of this.connections) {
      connection.session = undefined;
      connection.operation(GatewayOpcodes.InvalidSession, false);
    }
  }

  close(): void {
    for (const connection of this.connections) connection.cut();
    this.server.close();
    this.sessions.clear();
  }

  private guildsOf(session: Session): GuildRecord[] {
    return [...this.sandbox.state.guilds.values()].filter(
      (guild) => guild.members[session.application.id] && inShard(session, guild.id),
    );
  }

  private sendGuild(session: Session, guild: GuildRecord): void {
    if ((session.intents & Intent.Guilds) === 0) return;
    const view = guildCreateView(this.sandbox.state, guild, session.application.id, session);
    const data = JSON.stringify(view);
    session.dispatch('GUILD_CREATE', data);
    this.note('dispatched', { event: 'GUILD_CREATE', session: session.id }, data);
  }

  private hears(session: Session, event: GatewayEvent): boolean {
    if (event.intent !== 0 && (session.intents & event.intent) === 0) return false;
    if (!inShard(session, event.guildId)) return false;
    if (event.only) return event.only(session.application);
    if (event.guildId === undefined) return true;
    return this.sandbox.state.guilds.get(event.guildId)?.members[session.application.id] !== undefined;
  }

  /** Drops a session that nobody resumed in time. */
  private isLost(session: Session): boolean {
    const lost = session.lostAt !== undefined && Date.now() - session.lostAt > this.limits.resume;
    if (lost) this.forget(session);
    return lost;
  }
}

export function gatewayAddress(origin: string): string {
  return `${origin.replace(/^http/, 'ws')}/gateway`;
}

function interactionIn(name: EventName, payload: JsonObject): { interaction?: unknown } {
  return name === 'INTERACTION_CREATE' ? { interaction: payload.id } : {};
}

function inShard(session: Session, guildId: string | undefined): boolean {
  const [id, count] = session.shard;
  return guildId === undefined ? id === 0 : count === 1 || shardOf(guildId, count) === id;
}
