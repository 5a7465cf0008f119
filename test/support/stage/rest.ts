/** Discord's REST API without a network: what the bot sends is recorded, checked as Discord would, and answered. */
import type { RESTOptions } from 'discord.js';
import { callbackRefusalOf, type Refusal, refusalOf } from '../../../sandbox/server/validation/index.js';
import { routes } from '../../../sandbox/server/validation/routes.js';

/** Bodies are untyped: the caller knows what to look for. */
export type Loose = any;

/** One request and its result. */
export interface Sent {
  method: string;
  path: string;
  body: Loose;
  status: number;
  /** For an answer to an interaction or a follow-up: that interaction's id. */
  interactionId?: string | undefined;
  /** The message it created or changed. */
  message?: Loose;
  /** Milliseconds since the process started. */
  at: number;
}

/** An interaction that can be answered. */
interface Open {
  id: string;
  interactionType: number;
  fromComponent: boolean;
  channelId: string;
  /** The flags of the message it came from. */
  currentFlags?: number | undefined;
  isAcknowledged: boolean;
  original?: Loose;
}

interface Answered {
  status: number;
  json?: unknown;
  message?: Loose;
  interactionId?: string | undefined;
}

const templates = [...routes.keys()].map((key) => {
  const [method = '', template = ''] = key.split(' ');
  return { method, template, pattern: new RegExp(`^${template.replaceAll(/\{\w+\}/g, '[^/]+')}$`) };
});

const error = (status: number, code: number, message: string): Answered => ({
  status,
  json: { code, message },
});

export class StageRest {
  readonly sent: Sent[] = [];
  /** What Discord would have refused, in its words, and what this stand-in doesn't know. */
  readonly complaints: string[] = [];
  /** The members of each guild, as `guild:user`. */
  readonly members = new Set<string>();
  /** Channels that refuse messages. */
  readonly closedChannels = new Set<string>();
  /** What Discord refuses of what it would take otherwise. */
  refusing: ((method: string, path: string) => { code: number; message: string } | undefined) | undefined;
  /** Members who don't accept direct messages. */
  readonly closedDms = new Set<string>();
  readonly guilds = new Map<string, Loose>();
  private readonly open = new Map<string, Open>();
  private readonly byId = new Map<string, Open>();
  private readonly messages = new Map<string, Loose>();
  private readonly dmOwners = new Map<string, string>();
  /** Threads and scheduled events, by id. */
  private readonly threads = new Map<string, Loose>();
  private readonly threadMembers = new Map<string, readonly string[]>();
  private readonly events = new Map<string, Loose>();

  constructor(
    private readonly newId: () => string,
    private readonly botUser: Loose,
  ) {}

  /** The guild whose member names appear in answers. */
  readonly makeRequest: RESTOptions['makeRequest'] = async (url, init) => {
    const { pathname, searchParams } = new URL(url);
    const path = decodeURIComponent(pathname.replace(/^\/api\/v10|^\/v10/, ''));
    const method = (init.method ?? 'GET').toUpperCase();
    const { body, files } = await read(init.body);
    const refused = this.refusing?.(method, path);
    const answered = refused
      ? error(403, refused.code, refused.message)
      : this.answer(method, path, body, files, searchParams);
    this.sent.push({
      method,
      path,
      body,
      status: answered.status,
      interactionId: answered.interactionId,
      message: answered.message,
      at: performance.now(),
    });
    const json = answered.json ?? answered.message;
    const response =
      answered.status === 204
        ? new Response(null, { status: 204 })
        : Response.json(json ?? {}, { status: answered.status });
    return response;
  };

  /** Expects an answer to this interaction. */
  expect(raw: Loose): void {
    const open: Open = {
      id: raw.id,
      interactionType: raw.type,
      fromComponent: Boolean(raw.message),
      channelId: raw.channel_id,
      currentFlags: raw.message?.flags,
      isAcknowledged: false,
      original: raw.message,
    };
    this.open.set(raw.token, open);
    this.byId.set(raw.id, open);
  }

  /** Forgets an interaction whose answers were checked. */
  settle(raw: Loose): void {
    this.open.delete(raw.token);
    this.byId.delete(raw.id);
  }

  private answer(
    method: string,
    path: string,
    body: Loose,
    files: FileOf[],
    query: URLSearchParams,
  ): Answered {
    const parts = path.split('/').slice(1);
    const [first, second, third, fourth, fifth] = parts as [string, string, string, string, string];
    if (first === 'interactions') return this.callback(second, body, files, query);
    if (first === 'webhooks') return this.webhook(method, path, this.open.get(third), body, files, fifth);
    const refused = this.judge(method, path, body, files);
    if (refused) return refused;
    if (first === 'channels' && third === 'messages') {
      if (this.closedChannels.has(second)) return error(403, 50001, 'Missing Access');
      if (method === 'POST' && fifth === 'threads')
        return this.openThread(second, { ...body, type: 11 }, fourth);
      if (method === 'PUT' && fourth === 'pins') return { status: 204 };
      if (method === 'POST') return this.create(second, body);
      if (method === 'PATCH') return this.change(fourth, body);
      if (method === 'DELETE') {
        this.messages.delete(fourth);
        return { status: 204 };
      }
      if (fourth) return this.found(this.messages.get(fourth));
      return { status: 200, json: [] };
    }
    if (first === 'channels' && third === 'threads' && method === 'POST')
      return this.openThread(second, body);
    if (first === 'channels' && third === 'thread-members') {
      this.threadMembers.set(second, [...(this.threadMembers.get(second) ?? []), fourth]);
      return { status: 204 };
    }
    if (first === 'channels' && !third && method === 'GET') return this.channel(second);
    if (path === '/users/@me') return { status: 200, json: this.botUser };
    if (path === '/users/@me/channels') return this.direct(String(body.recipient_id));
    if (first === 'guilds' && third === 'scheduled-events')
      return this.scheduled(method, second, fourth, body);
    if (first === 'guilds') return this.guild(second, third, fourth);
    if (path === '/gateway') return { status: 200, json: { url: 'wss://gateway' } };
    if (first === 'applications') return { status: 200, json: [] };
    this.complaints.push(`the stage does not know ${method} ${path}`);
    return error(404, 0, '404: Not Found');
  }

  private callback(id: string, body: Loose, files: FileOf[], query: URLSearchParams): Answered {
    const open = this.byId.get(id);
    const interactionId = id;
    if (!open) return { ...error(404, 10062, 'Unknown interaction'), interactionId };
    if (open.isAcknowledged) {
      return { ...error(400, 40060, 'Interaction has already been acknowledged.'), interactionId };
    }
    const refusal = callbackRefusalOf({ ...open, body, files });
    if (refusal)
      return { ...this.complain(`answering ${JSON.stringify(open)}`, refusal, body), interactionId };
    open.isAcknowledged = true;
    let message: Loose;
    if (body.type === 4) {
      message = open.original = this.keep(open.channelId, body.data);
    } else if (body.type === 7) {
      message = this.keep(open.channelId, { ...open.original, ...body.data }, open.original?.id);
    } else if (body.type === 5) {
      message = open.original = this.keep(open.channelId, {
        ...body.data,
        flags: 128 | (body.data?.flags ?? 0),
      });
    }
    if (query.get('with_response') !== 'true') return { status: 204, message, interactionId };
    return {
      status: 200,
      json: { interaction: { id }, resource: { type: body.type, message } },
      message,
      interactionId,
    };
  }

  private webhook(
    method: string,
    path: string,
    open: Open | undefined,
    body: Loose,
    files: FileOf[],
    messageId: string,
  ): Answered {
    if (!open) return error(404, 10015, 'Unknown Webhook');
    const interactionId = open.id;
    if (!open.isAcknowledged) this.complaints.push(`a follow-up came before the answer: ${method} ${path}`);
    const refused = this.judge(method, path, body, files, open.original?.flags);
    if (refused) return { ...refused, interactionId };
    if (method === 'POST') return { status: 200, message: this.keep(open.channelId, body), interactionId };
    const message = messageId === '@original' ? open.original : this.messages.get(messageId);
    if (!message) return { ...error(404, 10008, 'Unknown Message'), interactionId };
    if (method === 'DELETE') return { status: 204, interactionId };
    if (method === 'GET') return { status: 200, json: message, interactionId };
    return {
      status: 200,
      message: this.keep(open.channelId, { ...message, ...body, flags: body.flags ?? 0 }, message.id),
      interactionId,
    };
  }

  private judge(
    method: string,
    path: string,
    body: Loose,
    files: FileOf[],
    currentFlags?: number,
  ): Answered | undefined {
    const route = templates.find((one) => one.method === method && one.pattern.test(path))?.template;
    if (!route) return undefined;
    const refusal = refusalOf({
      method,
      route,
      body,
      files,
      ...(currentFlags !== undefined && { currentFlags }),
    });
    return refusal && this.complain(`${method} ${path}`, refusal, body);
  }

  private complain(what: string, refusal: Refusal, body: Loose): Answered {
    this.complaints.push(`${what}: ${JSON.stringify(refusal.body)} ${JSON.stringify(body).slice(0, 4000)}`);
    return { status: refusal.status, json: refusal.body };
  }

  private create(channelId: string, body: Loose): Answered {
    const owner = this.dmOwners.get(channelId);
    if (owner && this.closedDms.has(owner)) return error(403, 50007, 'Cannot send messages to this user');
    return { status: 200, message: this.keep(channelId, body) };
  }

  private change(id: string, body: Loose): Answered {
    const message = this.messages.get(id);
    if (!message) return error(404, 10008, 'Unknown Message');
    return { status: 200, message: this.keep(message.channel_id, { ...message, ...body }, id) };
  }

  private keep(channelId: string, body: Loose, id = this.newId()): Loose {
    const message = {
      type: 0,
      content: '',
      embeds: [],
      components: [],
      mentions: [],
      mention_roles: [],
      mention_everyone: false,
      pinned: false,
      tts: false,
      timestamp: '2026-03-02T08:00:00.000Z',
      edited_timestamp: null,
      ...body,
      attachments: [],
      flags: body?.flags ?? 0,
      id,
      channel_id: channelId,
      author: this.botUser,
    };
    this.messages.set(id, message);
    return message;
  }

  /** Whether a request posts a direct message. */
  isDirectMessage(path: string): boolean {
    return this.dmOwners.has(path.split('/')[2] ?? '');
  }

  /** Whether the bot has brought the member into that thread. */
  isInThread(threadId: string, userId: string): boolean {
    return this.threadMembers.get(threadId)?.includes(userId) ?? false;
  }

  /** The guild of a channel or thread; undefined for any other. */
  guildOf(channelId: string): string | undefined {
    const parent = this.threads.get(channelId)?.parent_id ?? channelId;
    for (const [id, { channels }] of this.guilds) {
      if (channels.some((channel: Loose) => channel.id === parent)) return id;
    }
    return undefined;
  }

  private channel(id: string): Answered {
    const channels = [...this.guilds.values()].flatMap((guild) => guild.channels);
    const found = this.threads.get(id) ?? channels.find((one: Loose) => one.id === id);
    return found ? { status: 200, json: found } : error(404, 10003, 'Unknown Channel');
  }

  private openThread(parentId: string, body: Loose, id = this.newId()): Answered {
    const thread = { ...body, id, parent_id: parentId, owner_id: this.botUser.id };
    this.threads.set(id, thread);
    return { status: 201, json: thread };
  }

  private scheduled(method: string, guildId: string, id: string | undefined, body: Loose): Answered {
    if (method === 'POST') {
      const event = { status: 1, ...body, id: this.newId(), guild_id: guildId, creator_id: this.botUser.id };
      this.events.set(event.id, event);
      return { status: 200, json: event };
    }
    const here = [...this.events.values()].filter((event) => event.guild_id === guildId);
    if (!id) return { status: 200, json: here };
    const event = here.find((one) => one.id === id);
    if (!event) return error(404, 10070, 'Unknown Guild Scheduled Event');
    return { status: 200, json: Object.assign(event, body) };
  }

  private direct(userId: string): Answered {
    const id = String(BigInt(userId) + 1_000_000n);
    this.dmOwners.set(id, userId);
    return { status: 200, json: { id, type: 1, recipients: [] } };
  }

  private guild(id: string, part: string, detail: string): Answered {
    const guild = this.guilds.get(id);
    if (!guild) return error(404, 10004, 'Unknown Guild');
    if (!part) return { status: 200, json: guild };
    if (part === 'channels' || part === 'roles') return { status: 200, json: guild[part] };
    if (part === 'members' && detail === this.botUser.id) return { status: 200, json: guild.members[0] };
    if (part === 'members' && this.members.has(`${id}:${detail}`)) {
      return { status: 200, json: { user: { id: detail, username: 'member' }, roles: [] } };
    }
    if (part === 'members') return error(404, 10007, 'Unknown Member');
    if (part === 'threads') {
      const threads = [...this.threads.values()].filter((thread) => this.guildOf(thread.id) === id);
      return { status: 200, json: { threads, members: [] } };
    }
    if (part === 'bans') return error(404, 10026, 'Unknown Ban');
    if (part === 'auto-moderation') return { status: 200, json: [] };
    this.complaints.push(`the stage does not know /guilds/{guild_id}/${part}`);
    return error(404, 0, '404: Not Found');
  }

  private found(message: Loose): Answered {
    return message ? { status: 200, json: message } : error(404, 10008, 'Unknown Message');
  }
}

interface FileOf {
  name: string;
  size: number;
}

async function read(sent: unknown): Promise<{ body: Loose; files: FileOf[] }> {
  if (typeof sent === 'string') return { body: JSON.parse(sent), files: [] };
  if (!(sent instanceof FormData)) return { body: undefined, files: [] };
  const files = [...sent.values()].filter((value) => typeof value !== 'string') as File[];
  return {
    body: JSON.parse(String(sent.get('payload_json'))),
    files: files.map(({ name, size }) => ({ name, size })),
  };
}
