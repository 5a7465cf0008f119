/** One WebSocket of a bot: the gateway's protocol from HELLO on, with its limits and close codes. */

import type { Duplex } from 'node:stream';
import { GatewayCloseCodes, GatewayIntentBits, GatewayOpcodes } from 'discord-api-types/v10';
import type { RawData, WebSocket } from 'ws';
import { isObject, type JsonObject, objects } from '../json.js';
import type { TimeLimits } from '../options.js';
import type { ApplicationRecord } from '../state/records.js';
import { type Compression, compressedPayload, type PayloadWriter, payloadWriter } from './compression.js';
import type { Outlet, Session, SessionOptions } from './session.js';

const MAX_PAYLOAD = 4_096;
const MAX_SENDS = 120;
const SENDS_WINDOW = 60_000;
const KNOWN_INTENTS = Object.values(GatewayIntentBits).reduce<number>(
  (all, bit) => (typeof bit === 'number' ? all | bit : all),
  0,
);
const PRIVILEGED: [string, number][] = [
  ['members', GatewayIntentBits.GuildMembers],
  ['presences', GatewayIntentBits.GuildPresences],
  ['messageContent', GatewayIntentBits.MessageContent],
];
/** Members from which on a guild is large, unless a bot says otherwise. */
const DEFAULT_THRESHOLD = 50;
/** After these a session cannot be resumed. */
const FINAL = new Set<number>([1000, 1001, 4004, 4007, 4009, 4010, 4011, 4012, 4013, 4014]);

/** What a connection needs of the gateway it belongs to. */
export interface ConnectionHost {
  readonly limits: Pick<TimeLimits, 'heartbeatInterval'>;
  readonly deaf: boolean;
  applicationOf(token: unknown): ApplicationRecord | undefined;
  open(application: ApplicationRecord, wanted: SessionOptions, outlet: Outlet): Session;
  takeStart(applicationId: string, shard: number): 'ok' | 'wait' | 'none';
  answer(session: Session, what: 'members' | 'soundboards', request: JsonObject): void;
  /** Notes something a bot used and the sandbox doesn't do. */
  gap(name: string): void;
  resumable(id: string, application: ApplicationRecord): Session | undefined;
  forget(session: Session): void;
  note(what: string, facts: JsonObject): void;
  publishSessions(): void;
}

export class Connection {
  session: Session | undefined;
  private isHeldBack = false;
  private readonly release = () => {
    this.isHeldBack = false;
    this.line.uncork();
  };
  private readonly writer: PayloadWriter;
  /** Whether long payloads are compressed one by one, as IDENTIFY asked for. */
  private isCompressing = false;
  private sends: number[] = [];
  private silence: NodeJS.Timeout | undefined;

  constructor(
    private readonly gateway: ConnectionHost,
    private readonly socket: WebSocket,
    /** The line beneath, held back within one turn of the event loop so that events go out together. */
    private readonly line: Duplex,
    compression: Compression,
  ) {
    this.writer = payloadWriter(compression);
    socket.on('message', (data) => this.receive(data));
    socket.on('close', (code) => this.closed(code));
    socket.on('error', () => socket.terminate());
    this.operation(GatewayOpcodes.Hello, { heartbeat_interval: this.interval, _trace: ['sandbox'] });
    this.expectHeartbeat();
  }

  send(payload: string): void {
    if (!this.isHeldBack) {
      this.isHeldBack = true;
      this.line.cork();
      setImmediate(this.release);
    }
    if (this.isCompressing) this.socket.send(compressedPayload(payload));
    else this.writer.write(payload, (data) => this.socket.send(data));
  }

  operation(op: GatewayOpcodes, d: unknown = null): void {
    this.gateway.note('sent', { op, d, session: this.session?.id });
    this.send(JSON.stringify({ t: null, s: null, op, d }));
  }

  close(code: number, reason = ''): void {
    this.gateway.note('closed', { code, reason, session: this.session?.id });
    if (FINAL.has(code) && this.session) this.gateway.forget(this.session);
    this.socket.close(code, reason);
  }

  /** Cuts the connection without closing it, as a failing network does. */
  cut(): void {
    this.socket.terminate();
  }

  private get interval(): number {
    return this.gateway.limits.heartbeatInterval;
  }

  private expectHeartbeat(): void {
    clearTimeout(this.silence);
    this.silence = setTimeout(
      () => this.close(GatewayCloseCodes.SessionTimedOut, 'Session timed out.'),
      this.interval * 2,
    );
  }

  private closed(code: number): void {
    clearTimeout(this.silence);
    this.writer.close();
    if (!this.session || this.session.outlet !== this) return;
    this.session.outlet = undefined;
    this.session.lostAt = Date.now();
    if (code === 1000 || code === 1001) this.gateway.forget(this.session);
    this.gateway.publishSessions();
  }

  private receive(data: RawData): void {
    const raw = data.toString();
    if (Buffer.byteLength(raw) > MAX_PAYLOAD)
      return this.close(GatewayCloseCodes.DecodeError, 'Payload too large.');
    const now = Date.now();
    this.sends = this.sends.filter((at) => at > now - SENDS_WINDOW);
    this.sends.push(now);
    if (this.sends.length > MAX_SENDS)
      return this.close(GatewayCloseCodes.RateLimited, 'You are being rate limited.');
    let payload: unknown;
    try {
      payload = JSON.parse(raw);
    } catch {
      return this.close(GatewayCloseCodes.DecodeError, 'Error while decoding payload.');
    }
    if (!isObject(payload)) return this.close(GatewayCloseCodes.DecodeError, 'Error while decoding payload.');
    this.handle(payload);
  }

  private handle(payload: JsonObject): void {
    const body = isObject(payload.d) ? payload.d : {};
    if (payload.op !== GatewayOpcodes.Heartbeat)
      this.gateway.note('received', {
        op: payload.op,
        d: { ...body, ...('token' in body && { token: '…' }) },
      });
    switch (payload.op) {
      case GatewayOpcodes.Heartbeat:
        this.expectHeartbeat();
        if (!this.gateway.deaf) this.send('{"t":null,"s":null,"op":11,"d":null}');
        return;
      case GatewayOpcodes.Identify:
        return this.identify(body);
      case GatewayOpcodes.Resume:
        return this.resume(body);
      case GatewayOpcodes.RequestGuildMembers:
        if (!this.session) return this.close(GatewayCloseCodes.NotAuthenticated, 'Not authenticated.');
        return this.gateway.answer(this.session, 'members', body);
      case GatewayOpcodes.RequestSoundboardSounds:
        if (!this.session) return this.close(GatewayCloseCodes.NotAuthenticated, 'Not authenticated.');
        return this.gateway.answer(this.session, 'soundboards', body);
      case GatewayOpcodes.PresenceUpdate:
        if (!this.session) return this.close(GatewayCloseCodes.NotAuthenticated, 'Not authenticated.');
        return this.presence(body, 'operation 3 (update presence)');
      case GatewayOpcodes.VoiceStateUpdate:
        if (!this.session) return this.close(GatewayCloseCodes.NotAuthenticated, 'Not authenticated.');
        return this.gateway.gap('operation 4 (update voice state)');
      default:
        return this.close(GatewayCloseCodes.UnknownOpcode, 'Unknown opcode.');
    }
  }

  /** Nobody sees what a bot does; that it is online is how it is shown anyway. */
  private presence(value: unknown, name: string): void {
    if (!isObject(value)) return;
    const isPlain = (value.status ?? 'online') === 'online' && objects(value.activities).length === 0;
    if (!isPlain) this.gateway.gap(name);
  }

  private identify(body: JsonObject): void {
    if (this.session) return this.close(GatewayCloseCodes.AlreadyAuthenticated, 'Already authenticated.');
    const application = this.gateway.applicationOf(body.token);
    if (!application) return this.close(GatewayCloseCodes.AuthenticationFailed, 'Authentication failed.');
    const intents = body.intents;
    if (typeof intents !== 'number' || (intents & ~KNOWN_INTENTS) !== 0)
      return this.close(GatewayCloseCodes.InvalidIntents, 'Invalid intent(s).');
    const refused = PRIVILEGED.some(
      ([name, bit]) => (intents & bit) !== 0 && !application.privilegedIntents.includes(name),
    );
    if (refused) return this.close(GatewayCloseCodes.DisallowedIntents, 'Disallowed intent(s).');
    const shard = shardIn(body.shard);
    if (!shard) return this.close(GatewayCloseCodes.InvalidShard, 'Invalid shard.');
    const start = this.gateway.takeStart(application.id, shard[0]);
    // Discord resets the token of a bot that has used them up.
    if (start === 'none')
      return this.close(GatewayCloseCodes.AuthenticationFailed, 'Session start limit reached.');
    if (start === 'wait') return this.operation(GatewayOpcodes.InvalidSession, false);
    this.presence(body.presence, 'IDENTIFY: presence');
    const threshold = Number(body.large_threshold ?? DEFAULT_THRESHOLD);
    this.isCompressing = body.compress === true;
    this.session = this.gateway.open(application, { intents, shard, largeThreshold: threshold }, this);
  }

  private resume(body: JsonObject): void {
    if (this.session) return this.close(GatewayCloseCodes.AlreadyAuthenticated, 'Already authenticated.');
    const application = this.gateway.applicationOf(body.token);
    if (!application) return this.close(GatewayCloseCodes.AuthenticationFailed, 'Authentication failed.');
    const session = this.gateway.resumable(String(body.session_id), application);
    if (!session) return this.operation(GatewayOpcodes.InvalidSession, false);
    const sequence = Number(body.seq ?? 0);
    if (sequence > session.sequence) return this.close(GatewayCloseCodes.InvalidSeq, 'Invalid seq.');
    const missed = session.since(sequence);
    if (!missed) {
      this.gateway.forget(session);
      return this.operation(GatewayOpcodes.InvalidSession, false);
    }
    this.session = session;
    if (session.outlet instanceof Connection) session.outlet.cut();
    session.outlet = this;
    session.lostAt = undefined;
    for (const payload of missed) this.send(payload);
    session.dispatch('RESUMED', '{"_trace":["sandbox"]}');
    this.gateway.note('resumed', { session: session.id, replayed: missed.length });
    this.gateway.publishSessions();
  }
}

function shardIn(value: unknown): [number, number] | undefined {
  if (value === undefined || value === null) return [0, 1];
  if (!Array.isArray(value) || value.length !== 2) return undefined;
  const [id, count] = value as unknown[];
  if (typeof id !== 'number' || typeof count !== 'number') return undefined;
  return id >= 0 && id < count ? [id, count] : undefined;
}
