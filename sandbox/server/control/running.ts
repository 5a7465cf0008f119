/** The running of the sandbox through the control API: clock, trouble, settings, journal, stream, reset. */

import type { BotView } from '../../client/events.js';
import { ControlError } from '../control-error.js';
import type { FollowOptions } from '../feed.js';
import type { TroubleRule } from '../http/trouble.js';
import { isObject, type JsonObject } from '../json.js';
import type { Settings, TimeLimits } from '../options.js';
import { publishTrouble, troubleView } from '../publish.js';
import type { WorldReset } from '../reset.js';
import type { Sandbox } from '../sandbox.js';
import { findUser } from '../world/find.js';
import type { World } from '../world/world.js';
import type { ControlCall, ControlRoute } from './call.js';

const TROUBLES: string[] = [
  'delay',
  'error',
  'rate-limit',
  'lost',
  'silent',
  'cut',
] satisfies TroubleRule['kind'][];

export function runningRoutes(worldReset: WorldReset): ControlRoute[] {
  return [
    {
      method: 'GET',
      path: '/clock',
      handler: ({ sandbox, query, gone }) => {
        const known = query.get('version');
        return known === null ? sandbox.clock.reading() : sandbox.clock.changedFrom(Number(known), gone);
      },
    },
    {
      method: 'PUT',
      path: '/control/clock',
      handler: ({ sandbox, body }) => {
        if (typeof body.offsetMs !== 'number' || !Number.isFinite(body.offsetMs))
          throw new ControlError('notAnOffset', []);
        sandbox.state.changed();
        return sandbox.clock.set(body.offsetMs);
      },
    },
    {
      method: 'GET',
      path: '/control/trouble',
      handler: ({ sandbox }) => troubleView(sandbox),
    },
    { method: 'POST', path: '/control/trouble', handler: addTrouble },
    {
      method: 'DELETE',
      path: '/control/trouble',
      handler: async ({ sandbox }) => {
        sandbox.gateway.deaf = false;
        sandbox.trouble.end();
        await sandbox.switches.allOff();
        return {};
      },
    },
    {
      method: 'DELETE',
      path: '/control/trouble/:id',
      handler: ({ sandbox, params }) => {
        sandbox.trouble.end(params.id);
        return {};
      },
    },
    {
      method: 'GET',
      path: '/control/switches',
      handler: ({ sandbox }) => ({ switches: sandbox.switches.list() }),
    },
    {
      method: 'PUT',
      path: '/control/switches/:name',
      handler: async ({ sandbox, params, body }) => {
        if (typeof body.isOn !== 'boolean') throw new ControlError('isOnMissing', []);
        await sandbox.switches.set(params.name ?? '', body.isOn);
        return { switches: sandbox.switches.list() };
      },
    },
    {
      method: 'GET',
      path: '/control/gateway',
      handler: ({ sandbox }) => ({ sessions: sandbox.gateway.list(), bots: botsView(sandbox) }),
    },
    { method: 'POST', path: '/control/gateway', handler: disturbGateway },
    { method: 'GET', path: '/control/settings', handler: ({ sandbox }) => sandbox.settings },
    { method: 'PUT', path: '/control/settings', handler: changeSettings },
    { method: 'GET', path: '/control/gaps', handler: ({ sandbox }) => ({ gaps: sandbox.gaps.list() }) },
    { method: 'GET', path: '/control/journal', handler: readJournal },
    {
      method: 'DELETE',
      path: '/control/journal',
      handler: ({ sandbox }) => {
        sandbox.journal.clear();
        return {};
      },
    },
    {
      method: 'GET',
      path: '/control/events',
      handler: ({ sandbox, response, query }) => {
        const name = query.get('as');
        const personId = name === null ? undefined : findUser(sandbox.state, undefined, name).id;
        sandbox.feed.follow(response, { personId, journal: journalIn(query) });
        return undefined;
      },
    },
    {
      method: 'POST',
      path: '/control/reset',
      handler: async ({ body }) => {
        if (isObject(body.world)) worldReset.begin(body.world as unknown as World);
        else await worldReset.reset();
        return {};
      },
    },
    {
      method: 'GET',
      path: '/control/reset',
      handler: () => ({ ...(worldReset.progress && { progress: worldReset.progress }) }),
    },
  ];
}

function journalIn(query: URLSearchParams): FollowOptions['journal'] {
  const wanted = query.get('journal');
  if (wanted === 'only') return 'only';
  return wanted === null ? undefined : 'also';
}

/** Every bot, connected or not, with how many commands it has registered. */
function botsView({ state, gateway }: Sandbox): BotView[] {
  const commands = [...state.commands.values()];
  return [...state.applications.values()].map(({ id, name, privilegedIntents }) => ({
    id,
    name,
    privilegedIntents,
    connected: gateway.isConnected(id),
    commands: commands.filter((command) => command.applicationId === id).length,
  }));
}

function addTrouble({ sandbox, body }: ControlCall) {
  if (!TROUBLES.includes(String(body.kind))) throw new ControlError('notATrouble', [TROUBLES.join(', ')]);
  return sandbox.trouble.add(body as unknown as TroubleRule);
}

function disturbGateway({ sandbox, body }: ControlCall): JsonObject {
  if (typeof body.deaf === 'boolean') {
    sandbox.gateway.deaf = body.deaf;
    publishTrouble(sandbox);
  }
  const isMore =
    body.cut === true || typeof body.code === 'number' || body.reconnect === true || body.invalidate === true;
  const connections = isMore
    ? sandbox.gateway.disturb({
        cut: body.cut === true,
        ...(typeof body.code === 'number' && { code: body.code }),
        reconnect: body.reconnect === true,
        invalidate: body.invalidate === true,
        resumable: body.resumable === true,
      })
    : 0;
  return { connections };
}

function changeSettings({ sandbox, body }: ControlCall): Settings {
  const { settings } = sandbox;
  if (typeof body.validation === 'boolean') settings.validation = body.validation;
  if (typeof body.rateLimits === 'boolean') settings.rateLimits = body.rateLimits;
  if (typeof body.globalRateLimit === 'number') settings.globalRateLimit = body.globalRateLimit;
  if (typeof body.journal === 'number') settings.journal = body.journal;
  sandbox.rateLimits.clear();
  if (isObject(body.limits)) Object.assign(settings.limits, body.limits as Partial<TimeLimits>);
  return settings;
}

function readJournal({ sandbox, query }: { sandbox: Sandbox; query: URLSearchParams }) {
  const number = (name: string) => (query.has(name) ? Number(query.get(name)) : undefined);
  return {
    entries: sandbox.journal.list({
      limit: number('limit'),
      after: number('after'),
      kind: query.get('kind') ?? undefined,
    }),
  };
}
