/** The gateway: which sessions exist, and which of them hears of what. */
import type { IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';
import { GatewayIntentBits, GatewayOpcodes } from 'discord-api-types/v10';
import { WebSocketServer } from 'ws';
import type { TimeLimits } from '../options.js';
import type { Sandbox } from '../sandbox.js';
import { shardOf } from '../snowflake.js';
import type { ApplicationRecord, GuildRecord, JsonObject } from '../state/records.js';
import { ownUserView } from '../views/people.js';
import { guildCreateView } from '../views/places.js';
import { Connection } from './connection.js';
import { memberChunks } from './member-chunks.js';
import { type Outlet, Session } from './session.js';

export const Intent = GatewayIntentBits;

/** An event and who hears of it. */
export interface GatewayEvent {
  name: string;
  /** The intent it needs; 0 for none. */
  intent: number;
  /** Absent for direct messages, which go to shard 0. */
  guildId?: string;
  /** Only these applications; all that are in the guild unless told. */
  only?: (application: ApplicationRecord) => boolean;
  data: (application: ApplicationRecord) => JsonObject;
}

export class Gateway {
  /** Trouble: heartbeats are no longer acknowledged. */
  deaf = false;
  private readonly server = new WebSocketServer({
    noServer: true,
    perMessageDeflate: false,
    maxPayload: 1 << 20,
  });
  private readonly sessions = new Map<string, Session>();
  private readonly connections = new Set<Connection>();
  private sessionCount = 0;

  constructor(private readonly sandbox: Sandbox) {}

  get limits(): TimeLimits {
    return this.sandbox.settings.limits;
  }

  upgrade(request: IncomingMessage, socket: Duplex, head: Buffer): void {
    this.server.handleUpgrade(request, socket, head, (webSocket) => {
      const connection = new Connection(this, webSocket, socket);
      this.connections.add(connection);
      webSocket.on('close', () => this.connections.delete(connection));
    });
  }

  applicationOf(token: unknown): ApplicationRecord | undefined {
    return this.sandbox.state.applicationByToken(String(token).replace(/^Bot /, ''));
  }

  /** Opens a session: READY, then the guilds of its shard. */
  open(application: ApplicationRecord, intents: number, shard: [number, number], outlet: Outlet): Session {
    const { state, origin } = this.sandbox;
    this.sessionCount += 1;
    const id = `${application.id}-${Date.now().toString(36)}-${this.sessionCount}`;
    const session = new Session(id, application, intents, shard);
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
    this.tellConnections();
    return session;
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
        data = JSON.stringify(event.data(application));
        written.set(application.id, data);
      }
      session.dispatch(event.name, data);
      if (this.sandbox.journal.on) this.note('dispatched', { event: event.name, session: session.id }, data);
    }
  }

  /** Sends something to one application, whatever its intents; false when no session of it can hear. */
  deliver(applicationId: string, guildId: string | undefined, name: string, payload: JsonObject): boolean {
    const data = JSON.stringify(payload);
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

  /** Answers operation 8: members in chunks. */
  sendMembers(session: Session, request: JsonObject): void {
    const guild = this.sandbox.state.guilds.get(String(request.guild_id));
    if (!guild?.members[session.application.id]) return;
    const allMembers = (session.intents & Intent.GuildMembers) !== 0;
    for (const chunk of memberChunks(this.sandbox.state, guild, request, allMembers))
      session.dispatch('GUILD_MEMBERS_CHUNK', JSON.stringify(chunk));
  }

  /** Trouble for whoever is connected: cut lines, close codes, RECONNECT or INVALID_SESSION. */
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

  tellConnections(): void {
    this.sandbox.feed.tell('gateway', () => ({ sessions: this.list() }));
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
    const allMembers = (session.intents & Intent.GuildMembers) !== 0;
    const view = guildCreateView(this.sandbox.state, guild, session.application.id, allMembers);
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

function interactionIn(name: string, payload: JsonObject): { interaction?: unknown } {
  return name === 'INTERACTION_CREATE' ? { interaction: payload.id } : {};
}

function inShard(session: Session, guildId: string | undefined): boolean {
  const [id, count] = session.shard;
  return guildId === undefined ? id === 0 : count === 1 || shardOf(guildId, count) === id;
}
