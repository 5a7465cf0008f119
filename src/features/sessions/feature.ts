/** Sessions: study sessions that members plan, as scheduled events and cards. */
import session from '../../commands/session.js';
import sessionAttended from '../../components/sessions/session-attended.js';
import sessionConfirm from '../../components/sessions/session-confirm.js';
import sessionDiscard from '../../components/sessions/session-discard.js';
import { sessionJoin, sessionLeave } from '../../components/sessions/session-join.js';
import sessionShare from '../../components/sessions/session-share.js';
import type { Core } from '../../core.js';
import { defineFeature } from '../../discord/feature.js';
import { isMember } from '../../discord/membership.js';
import type { CohortChannelOf } from '../../entities/guild.js';
import sessionsJob from '../../jobs/sessions-job.js';
import type { DraftService } from '../drafts/index.js';
import type { Guard, MuteService } from '../guard/index.js';
import type { GuildService } from '../guilds/index.js';
import type { LanguageService } from '../languages/index.js';
import { DiscordSessionEvents } from './session-events.js';
import { SessionFollower } from './session-follower.js';
import { SessionService } from './session-service.js';
import { SessionStore } from './session-store.js';
import { sessionTopicsOf } from './session-topics.js';
import { SessionUpkeep } from './session-upkeep.js';

interface Needs extends Core {
  guard: Guard;
  mutes: MuteService;
  guilds: GuildService;
  drafts: DraftService;
  languages: LanguageService;
  cohortChannelOf: CohortChannelOf;
}

export default defineFeature({
  name: 'sessions',
  commands: [session],
  components: [sessionAttended, sessionConfirm, sessionDiscard, sessionJoin, sessionLeave, sessionShare],
  jobs: [sessionsJob],
  topics: ({ client, clock, cohortChannelOf, dataSource, guard, guilds, languages }) => {
    const store = new SessionStore(dataSource);
    const events = new DiscordSessionEvents(client);
    return sessionTopicsOf({
      ...{ store, guilds, languages, cohortChannelOf, events },
      follower: new SessionFollower({ store, events, guard, clock }),
      nameOf: (guildId, userId) => store.nameOf(guildId, userId),
      isMember: (guildId, userId) => isMember(client.rest, guildId, userId),
    });
  },
  services({ client, clock, dataSource, guard, guilds, log, mutes, nudge }: Needs) {
    const store = new SessionStore(dataSource);
    const events = new DiscordSessionEvents(client);
    return {
      sessions: new SessionService({ store, guard, mutes, clock, changed: () => nudge(sessionsJob.name) }),
      sessionUpkeep: new SessionUpkeep({
        rest: client.rest,
        ...{ store, events },
        follower: new SessionFollower({ store, events, guard, clock }),
        guilds,
        clock,
        log,
      }),
    };
  },
});
