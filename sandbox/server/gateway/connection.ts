/** One WebSocket of a bot: the gateway's protocol from HELLO on, with its limits and close codes. */
import type { Duplex } from 'node:stream';
import { GatewayCloseCodes, GatewayIntentBits, GatewayOpcodes } from 'discord-api-types/v10';
import type { RawData, WebSocket } from 'ws';
import { isObject } from '../http/call.js';
import type { JsonObject } from '../state/records.js';
import type { Gateway } from './gateway.js';
import type { Session } from './session.js';

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
/** After these a session cannot be resumed. */
const FINAL = new Set<number>([1000, 1001, 4004, 4007, 4009, 4010, 4011, 4012, 4013, 4014]);

export class Connection {
  session: Session | undefined;
  private isHeldBack = false;
  private readonly release = () => {
    this.isHeldBack = false;
    this.line.uncork();
  };
  private sends: number[] = [];
  private silence: NodeJS.Timeout | undefined;

  constructor(
    private readonly gateway: Gateway,
    private readonly socket: WebSocket,
    /** The line beneath, held back within one turn of the event loop so that events go out together. */
    private readonly line: Duplex,
  ) {
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
    this.socket.send(payload);
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

  /** Cuts the line without a word, as a failing network does. */
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
    if (!this.session || this.session.outlet !== this) return;
    this.session.outlet = undefined;
    this.session.lostAt = Date.now();
    if (code === 1000 || code === 1001) this.gateway.forget(this.session);
    this.gateway.tellConnections();
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
        return this.gateway.sendMembers(this.session, body);
      case GatewayOpcodes.PresenceUpdate:
      case GatewayOpcodes.VoiceStateUpdate:
        if (!this.session) this.close(GatewayCloseCodes.NotAuthenticated, 'Not authenticated.');
        return;
      default:
        return this.close(GatewayCloseCodes.UnknownOpcode, 'Unknown opcode.');
    }
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
    this.session = this.gateway.open(application, intents, shard, this);
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
    this.gateway.tellConnections();
  }
}

function shardIn(value: unknown): [number, number] | undefined {
  if (value === undefined || value === null) return [0, 1];
  if (!Array.isArray(value) || value.length !== 2) return undefined;
  const [id, count] = value as unknown[];
  if (typeof id !== 'number' || typeof count !== 'number') return undefined;
  return id >= 0 && id < count ? [id, count] : undefined;
}
