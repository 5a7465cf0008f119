/** All features, in order: each may use what those above it offer. */
import { adminCommand } from './commands/admin.js';
import type { Core } from './core.js';
import { Wiring } from './discord/feature.js';
import { DiscordMessenger } from './discord/messenger.js';
import audit from './features/audit/feature.js';
import badges from './features/badges/feature.js';
import buddies from './features/buddies/feature.js';
import capture from './features/capture/feature.js';
import challenges from './features/challenges/feature.js';
import code from './features/code/feature.js';
import collaboration from './features/collaboration/feature.js';
import digest from './features/digest/feature.js';
import drafts from './features/drafts/feature.js';
import entries from './features/entries/feature.js';
import { linkedMessage } from './features/entries/index.js';
import exports from './features/export/feature.js';
import finding from './features/finding/feature.js';
import following from './features/following/feature.js';
import guard from './features/guard/feature.js';
import guilds from './features/guilds/feature.js';
import help from './features/help/feature.js';
import languages from './features/languages/feature.js';
import moderation from './features/moderation/feature.js';
import notifications from './features/notifications/feature.js';
import pictures from './features/pictures/feature.js';
import profiles from './features/profiles/feature.js';
import projects from './features/projects/feature.js';
import readme from './features/readme/feature.js';
import rights from './features/rights/feature.js';
import search from './features/search/feature.js';
import sessions from './features/sessions/feature.js';
import setup from './features/setup/feature.js';
import stats from './features/stats/feature.js';
import welcome from './features/welcome/feature.js';
import outboxJob from './jobs/outbox-job.js';
import { upkeepJob } from './jobs/upkeep-job.js';
import { Outbox } from './outbox/outbox.js';

const wiring = Wiring.on<Core>()
  .add(guilds)
  .add(languages)
  .add(guard)
  .add(search)
  .add(following)
  .add(drafts)
  .add(pictures)
  .add(entries)
  .add(finding)
  .add(challenges)
  .add(badges)
  .add(profiles)
  .add(projects)
  .add(sessions)
  .add(digest)
  .add(buddies)
  .add(exports)
  .add(readme)
  .add(audit)
  .add(moderation)
  .add(notifications)
  .add(capture)
  .add(code)
  .add(rights)
  .add(stats)
  .add(collaboration)
  .add(setup)
  .add(help)
  .add(welcome);

/** All features combined: the commands, components and jobs of the bot, and how their services are created. */
export const features = {
  commands: [...wiring.commands, adminCommand(wiring.adminSubcommands)],
  components: wiring.components,
  deliveries: wiring.deliveries,
  hooks: wiring.hooks,
  jobs: [outboxJob, ...wiring.jobs, upkeepJob(wiring.hooks)],
  services(core: Omit<Core, 'outbox'>) {
    const { client, clock, dataSource, log, pause: pace } = core;
    const messenger = new DiscordMessenger(client, log);
    const outbox = new Outbox({ dataSource, messenger, clock, log, pace });
    const services = wiring.services({ ...core, outbox });
    outbox.register(wiring.topics(services), (guildId, view) => linkedMessage(services.cards, guildId, view));
    return services;
  },
};
