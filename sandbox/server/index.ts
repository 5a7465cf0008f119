/** Starts a sandbox: a stand-in for Discord's API and gateway on this machine, for any bot. */

import type { ResetProgress } from '../client/events.js';
import { SandboxClient } from '../client.js';
import { advanceEvents } from './actions/events.js';
import { signedForPeople } from './actions/file-addresses.js';
import { Nonces } from './actions/nonces.js';
import { endDuePolls } from './actions/polls.js';
import { archiveQuietThreads } from './actions/threads.js';
import { Clock } from './clock.js';
import { Feed } from './feed.js';
import { Gateway } from './gateway/gateway.js';
import { ControlApi } from './http/control.js';
import { DiscordApi } from './http/discord.js';
import { RateLimits } from './http/rate-limits.js';
import { listen, type Services } from './http/server.js';
import { Trouble } from './http/trouble.js';
import { type BareAnswer, bareInteraction } from './interactions/bare.js';
import { Interactions } from './interactions/interactions.js';
import { Journal, readEntry } from './journal.js';
import type { JsonObject } from './json.js';
import { type BotDefinition, DEFAULT_BOT, type SandboxOptions, settingsOf } from './options.js';
import { publishTrouble } from './publish.js';
import { WorldReset } from './reset.js';
import type { Sandbox } from './sandbox.js';
import { type Gap, Gaps } from './served/gaps.js';
import { Snowflakes } from './snowflake.js';
import { loadSnapshot, SnapshotKeeper } from './state/snapshot.js';
import { State } from './state/state.js';
import { Switches } from './switches.js';
import { buildWorld } from './world/build.js';
import { DEFAULT_WORLD, type World } from './world/world.js';

export type { BotDefinition, ResetSteps, SandboxOptions, TimeLimits } from './options.js';
export { type Gap, GapError } from './served/gaps.js';
export type { SwitchDefinition } from './switches.js';
export type {
  World,
  WorldChannel,
  WorldGuild,
  WorldMember,
  WorldOverwrite,
  WorldRole,
} from './world/world.js';
export { DEFAULT_WORLD } from './world/world.js';

export interface RunningSandbox {
  /** `http://127.0.0.1:<port>`. */
  url: string;
  port: number;
  /** What a bot is given as its API base: `<url>/api`. */
  apiUrl: string;
  /** A client of its control API: the people's side. */
  client: SandboxClient;
  /** The parts, for benchmarks and tests that look inside. */
  parts: Sandbox;
  /**
   * Sends an interaction straight to the bot, past HTTP and the person's side; `raw` is its payload, in which
   * id, token and application id are filled in when absent. Resolves with the body of the callback.
   */
  interact(raw: JsonObject): Promise<BareAnswer>;
  /** Moves the clock, as `PUT /control/clock` does. */
  setClock(offsetMs: number): Promise<void>;
  /** What the bots used so far and the sandbox doesn't do. */
  gaps(): Gap[];
  /** Says how far something has come that makes the world, as a reset does. */
  tellProgress(progress: ResetProgress): void;
  /** Ends it; in strict mode rejects with a `GapError` when there were gaps. */
  close(): Promise<void>;
}

export async function startSandbox(options: SandboxOptions = {}): Promise<RunningSandbox> {
  const settings = settingsOf(options);
  const clock = new Clock(() => settings.limits);
  const sandbox = {
    settings,
    state: new State(),
    clock,
    ids: new Snowflakes(() => clock.now()),
    journal: new Journal(() => settings.journal),
    feed: new Feed(),
    gaps: new Gaps(settings.print),
    nonces: new Nonces(
      () => settings.limits.nonce,
      () => clock.now(),
    ),
    trouble: new Trouble(),
    switches: new Switches(options.switches ?? []),
    rateLimits: new RateLimits(settings),
    origin: '',
  } as Sandbox;
  sandbox.feed.finish = (json) => signedForPeople(sandbox, json);
  sandbox.journal.onAdd = (entry) => sandbox.feed.publishJournal(() => readEntry(entry));
  sandbox.trouble.onChange = () => publishTrouble(sandbox);
  sandbox.switches.onChange = () => publishTrouble(sandbox);
  clock.onChange = () => {
    sandbox.feed.publish('clock', () => clock.reading());
    advanceEvents(sandbox);
    endDuePolls(sandbox);
    archiveQuietThreads(sandbox);
  };
  sandbox.gateway = new Gateway(sandbox);
  sandbox.interactions = new Interactions(sandbox);
  const bots = options.bots ?? [DEFAULT_BOT];
  const restored = options.stateFile ? await loadSnapshot(sandbox, options.stateFile) : false;
  for (const bot of bots) addApplication(sandbox, bot);
  if (!restored) buildWorld(sandbox, options.world ?? DEFAULT_WORLD);
  const keeper = options.stateFile ? new SnapshotKeeper(sandbox, options.stateFile) : undefined;

  const begin = (world?: World) => {
    sandbox.interactions.clear();
    sandbox.nonces.clear();
    sandbox.rateLimits.clear();
    sandbox.gateway.deaf = false;
    sandbox.trouble.end();
    void sandbox.switches.allOff().catch(report);
    sandbox.journal.clear();
    const known = [...sandbox.state.applications.values()];
    sandbox.state.clear();
    sandbox.ids.restart();
    for (const { id, token, name } of known) {
      const privilegedIntents = bots.find((bot) => bot.token === token)?.privilegedIntents;
      addApplication(sandbox, { id, token, name, privilegedIntents });
    }
    buildWorld(sandbox, world ?? options.world ?? DEFAULT_WORLD);
    sandbox.gateway.reset();
    sandbox.feed.publish('reset', () => ({}));
  };

  const worldReset = new WorldReset(sandbox, options.reset, begin);
  const services: Services = {
    sandbox,
    discord: new DiscordApi(sandbox),
    control: new ControlApi(sandbox, worldReset),
  };
  const { server, port } = await listen(options, () => services);
  sandbox.origin = `http://127.0.0.1:${port}`;
  return {
    url: sandbox.origin,
    port,
    apiUrl: `${sandbox.origin}/api`,
    client: new SandboxClient(sandbox.origin),
    parts: sandbox,
    interact: (raw) => bareInteraction(sandbox, raw),
    tellProgress: (progress) => worldReset.tell(progress),
    gaps: () => sandbox.gaps.list(),
    async setClock(offsetMs) {
      await clock.set(offsetMs);
    },
    async close() {
      await sandbox.switches.allOff().catch(report);
      sandbox.interactions.clear();
      sandbox.gateway.close();
      sandbox.feed.close();
      clock.close();
      const closed = new Promise<void>((resolve) => server.close(() => resolve()));
      server.closeAllConnections();
      await closed;
      await keeper?.write();
      if (settings.strict) sandbox.gaps.expectNone();
    },
  };
}

function report(error: unknown): void {
  console.error('A switch could not be put back:', error);
}

/** Makes a bot known by its token; one that a snapshot brought keeps its id. */
function addApplication(sandbox: Sandbox, bot: BotDefinition): void {
  const { state } = sandbox;
  const existing = state.applicationByToken(bot.token);
  const id = existing?.id ?? bot.id ?? sandbox.ids.next();
  const name = bot.name ?? existing?.name ?? 'Sandbox Bot';
  state.applications.set(id, {
    id,
    token: bot.token,
    name,
    privilegedIntents: bot.privilegedIntents ?? [],
    emojis: existing?.emojis ?? [],
  });
  state.users.set(id, {
    id,
    username: name,
    displayName: null,
    bot: true,
    locale: 'en-US',
    closedDms: false,
    installs: [],
  });
}
