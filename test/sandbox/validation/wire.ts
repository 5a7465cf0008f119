/** Owns a discord.js client whose requests are caught before they leave, as they would go over the wire. */
import {
  ChatInputCommandInteraction,
  Client,
  type RESTOptions,
  type TextChannel,
  WebhookClient,
} from 'discord.js';
import { expect } from 'vitest';
import { callbackRefusalOf, refusalOf } from '../../../sandbox/server/validation/index.js';
import { routes } from '../../../sandbox/server/validation/routes.js';
import type { Loose } from './rules.js';

const APPLICATION = '175928847299117060';
const CHANNEL = '175928847299117061';
const USER = '175928847299117062';
const ID = '175928847299117063';

const templates = [...routes.keys()].map((key) => {
  const [method, template = ''] = key.split(' ');
  return { method, template, pattern: new RegExp(`/v10${template.replaceAll(/\{\w+\}/g, '[^/]+')}$`) };
});

export class Wire {
  /** What was sent: the route as Discord names it, the body, and what is said of it. */
  readonly sent: { method: string; route: string; body: Loose; refusal: unknown }[] = [];
  readonly client: Client<true>;
  readonly webhook: WebhookClient;
  readonly channel: TextChannel;

  constructor() {
    const rest: Partial<RESTOptions> = {
      makeRequest: (url, init) => this.#answer(url, String(init.method), init.body),
    };
    this.client = new Client({
      intents: [],
      rest,
      allowedMentions: { parse: [] },
      enforceNonce: true,
    }) as Client<true>;
    this.client.rest.setToken('token');
    this.webhook = new WebhookClient({ id: ID, token: 'token' }, { rest });
    const channels = this.client.channels as Loose;
    this.channel = channels._add({ id: CHANNEL, type: 0, guild_id: ID, name: 'nexus' }, null, {
      allowUnknownGuild: true,
    }) as TextChannel;
  }

  /** A command's interaction, to be answered. */
  interaction(): ChatInputCommandInteraction {
    const raw = {
      id: ID,
      application_id: APPLICATION,
      type: 2,
      token: 'token',
      version: 1,
      channel: { id: CHANNEL, type: 0 },
      channel_id: CHANNEL,
      user: { id: USER, username: 'ada', discriminator: '0', avatar: null },
      locale: 'en-GB',
      entitlements: [],
      authorizing_integration_owners: {},
      data: { id: ID, name: 'share', type: 1, options: [] },
    };
    return Reflect.construct(ChatInputCommandInteraction, [this.client, raw]);
  }

  async #answer(url: string, method: string, sent: unknown): Promise<Response> {
    const { body, files } = await read(sent);
    const { pathname } = new URL(url);
    if (pathname.endsWith('/callback')) {
      const refusal = callbackRefusalOf({ body, interactionType: 2, fromComponent: false, files });
      this.sent.push({ method, route: 'callback', body, refusal });
      return new Response(null, { status: 204 });
    }
    const route = templates.find((one) => one.method === method && one.pattern.test(pathname))?.template;
    if (!route) throw new Error(`no route for ${method} ${pathname}`);
    this.sent.push({ method, route, body, refusal: refusalOf({ method, route, body, files }) });
    return Response.json(Array.isArray(body) ? [] : { id: ID, channel_id: CHANNEL, type: 0 });
  }
}

async function read(sent: unknown): Promise<{ body: Loose; files: { name: string; size: number }[] }> {
  if (typeof sent === 'string') return { body: JSON.parse(sent), files: [] };
  if (!(sent instanceof FormData)) return { body: undefined, files: [] };
  const files = [...sent.values()].filter((value) => typeof value !== 'string') as File[];
  return {
    body: JSON.parse(String(sent.get('payload_json'))),
    files: files.map(({ name, size }) => ({ name, size })),
  };
}

/** Sends, and expects everything that was sent to be accepted. */
export async function accepted(send: (wire: Wire) => Promise<unknown>): Promise<Wire['sent']> {
  const wire = new Wire();
  await send(wire);
  expect(wire.sent.length).toBeGreaterThan(0);
  for (const { refusal } of wire.sent) expect(refusal).toBeUndefined();
  return wire.sent;
}
