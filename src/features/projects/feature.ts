/** Projects: the board of what members build, its API, and who is looked for. */
import { randomUUID } from 'node:crypto';
import project from '../../commands/project.js';
import projectAddresses from '../../components/projects/project-addresses.js';
import projectAddressesForm from '../../components/projects/project-addresses-form.js';
import projectAnswer from '../../components/projects/project-answer.js';
import projectBoard from '../../components/projects/project-board.js';
import projectClose from '../../components/projects/project-close.js';
import projectDecide from '../../components/projects/project-decide.js';
import projectEdit from '../../components/projects/project-edit.js';
import projectEditForm from '../../components/projects/project-edit-form.js';
import projectForm from '../../components/projects/project-form.js';
import projectGoOn from '../../components/projects/project-go-on.js';
import projectInterested from '../../components/projects/project-interested.js';
import projectInvite from '../../components/projects/project-invite.js';
import projectReport from '../../components/projects/project-report.js';
import projectReportForm from '../../components/projects/project-report-form.js';
import projectViewButton from '../../components/projects/project-view.js';
import type { Core } from '../../core.js';
import { defineFeature } from '../../discord/feature.js';
import { threadsOf } from '../../discord/private-threads.js';
import type { CohortChannelOf } from '../../entities/guild.js';
import projectsJob from '../../jobs/projects-job.js';
import type { Guard, MuteService } from '../guard/index.js';
import type { GuildService } from '../guilds/index.js';
import type { LanguageService } from '../languages/index.js';
import type { ProfileService } from '../profiles/index.js';
import { ProjectCards } from './project-cards.js';
import { ProjectMemberStore } from './project-member-store.js';
import { ProjectService } from './project-service.js';
import { ProjectStore } from './project-store.js';
import { projectTopicsOf } from './project-topics.js';
import { ProjectUpkeepStore } from './project-upkeep-store.js';

interface Needs extends Core {
  guard: Guard;
  mutes: MuteService;
  guilds: GuildService;
  languages: LanguageService;
  cohortChannelOf: CohortChannelOf;
  profiles: ProfileService;
}

export default defineFeature({
  name: 'projects',
  commands: [project],
  components: [
    projectAddresses,
    projectAddressesForm,
    projectAnswer,
    projectBoard,
    projectClose,
    projectDecide,
    projectEdit,
    projectEditForm,
    projectForm,
    projectGoOn,
    projectInterested,
    projectInvite,
    projectReport,
    projectReportForm,
    projectViewButton,
  ],
  jobs: [projectsJob],
  topics: ({ client, cohortChannelOf, dataSource, guilds, languages }) => {
    const store = new ProjectStore(dataSource);
    return projectTopicsOf({
      store,
      members: new ProjectMemberStore(dataSource),
      upkeep: new ProjectUpkeepStore(dataSource),
      guilds,
      languages,
      cohortChannelOf,
      threads: threadsOf(client),
      nameOf: (guildId, userId) => store.nameOf(guildId, userId),
    });
  },
  services({ client, clock, dataSource, guard, guilds, log, mutes, nudge }: Needs) {
    const store = new ProjectStore(dataSource);
    const upkeep = new ProjectUpkeepStore(dataSource);
    return {
      projects: new ProjectService({
        store,
        upkeep,
        members: new ProjectMemberStore(dataSource),
        guard,
        mutes,
        clock,
        newId: randomUUID,
        changed: () => nudge(projectsJob.name),
      }),
      projectCards: new ProjectCards({ rest: client.rest, store, upkeep, guilds, log }),
    };
  },
});
