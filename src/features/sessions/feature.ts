/** Sessions: study sessions that members plan, as scheduled events and cards. */
import session from '../../commands/session.js';
import sessionAttended from '../../components/sessions/session-attended.js';
import sessionConfirm from '../../components/sessions/session-confirm.js';
import sessionDiscard from '../../components/sessions/session-discard.js';
import { sessionJoin, sessionLeave } from '../../components/sessions/session-join.js';
import sessionShare from '../../components/sessions/session-share.js';
import type { Core } from '../../core.js';
import { defineFeature } from '../../discord/feature.js';
import type { CohortChannelOf } from '../../entities/guild.js';
import sessionsJob from '../../jobs/sessions-job.js';
import type { DraftService } from '../drafts/index.js';
import type { Guard, MuteService } from '../guard/index.js';
import type { GuildService } from '../guilds/index.js';
import { DiscordSessionEvents } from './session-events.js';
import { SessionService } from './session-service.js';
import { SessionStore } from './session-store.js';
import { sessionTopicsOf } from './session-topics.js';
import { SessionUpkeep } from './session-upkeep.js';

interface Needs extends Core {
  guard: Guard;
  mutes: MuteService;
  guilds: GuildService;
  drafts: DraftService;
  cohortChannelOf: CohortChannelOf;
}

export default defineFeature({
  name: 'sessions',
  commands: [session],
  components: [sessionAttended, sessionConfirm, sessionDiscard, sessionJoin, sessionLeave, sessionShare],
  jobs: [sessionsJob],
  topics: ({ client, cohortChannelOf, dataSource, guilds }) => {
    const store = new SessionStore(dataSource);
    return sessionTopicsOf({
      store,
      guilds,
      cohortChannelOf,
      events: new DiscordSessionEvents(client),
      nameOf: (guildId, userId) => store.nameOf(guildId, userId),
    });
  },
  services({ client, clock, dataSource, guard, guilds, log, mutes, nudge }: Needs) {
    const store = new SessionStore(dataSource);
    return {
      sessions: new SessionService({ store, guard, mutes, clock, changed: () => nudge(sessionsJob.name) }),
      sessionUpkeep: new SessionUpkeep({
        rest: client.rest,
        store,
        events: new DiscordSessionEvents(client),
        guilds,
        clock,
        log,
      }),
    };
  },
});
