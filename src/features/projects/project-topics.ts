/** What is owed of projects: the card, the thread of two, the question to collaborators and owners, and reports. */
import type { PrivateThreads } from '../../discord/private-threads.js';
import type { CohortChannelOf, GuildSettings } from '../../entities/guild.js';
import { catalogueFor } from '../../locales/catalogue.js';
import { deliverableForMs } from '../../outbox/backoff.js';
import { defineTopic, lanes, type Topic } from '../../outbox/topic.js';
import { isolated } from '../../platform/right-to-left.js';
import { shortened } from '../../platform/text.js';
import type { GuildService } from '../guilds/index.js';
import type { LanguageService } from '../languages/index.js';
import { ofMemberKey, type ProjectMemberStore } from './project-member-store.js';
import {
  interestDirectView,
  interestThreadView,
  inviteView,
  reportedView,
  staleView,
} from './project-messages-view.js';
import { type ProjectDetails, projectTopics } from './project-model.js';
import type { ProjectStore } from './project-store.js';
import type { ProjectUpkeepStore } from './project-upkeep-store.js';
import { projectCard } from './project-view.js';

export interface ProjectTopicParts {
  store: Pick<ProjectStore, 'find'>;
  members: Pick<ProjectMemberStore, 'interest' | 'isInvited' | 'recordMessage' | 'recordThread'>;
  upkeep: Pick<ProjectUpkeepStore, 'recordCard' | 'reports'>;
  guilds: Pick<GuildService, 'settings'>;
  languages: Pick<LanguageService, 'languagesFor'>;
  cohortChannelOf: CohortChannelOf;
  threads: PrivateThreads;
  nameOf(guildId: string, userId: string): Promise<string | undefined>;
}

export function projectTopicsOf(parts: ProjectTopicParts): Topic[] {
  return [cardTopic(parts), interestTopic(parts), inviteTopic(parts), staleTopic(parts), reportTopic(parts)];
}

const isOpen = (project: ProjectDetails | undefined): project is ProjectDetails =>
  project !== undefined && !project.closedAt && !project.hiddenAt;

async function channelOf(parts: ProjectTopicParts, guildId: string, settings: GuildSettings) {
  return settings.channelId ?? (await parts.cohortChannelOf(guildId, settings));
}

/** Its key is the project's id. */
function cardTopic(parts: ProjectTopicParts): Topic {
  return defineTopic({
    name: projectTopics.card,
    lane: lanes.channels,
    expiresAfterMs: null,
    async prepare({ guildId, key }) {
      const project = await parts.store.find(guildId, key);
      if (!isOpen(project) || project.cardMessageId) return { drop: 'nothing-to-show' };
      const settings = await parts.guilds.settings(guildId);
      const channelId = await channelOf(parts, guildId, settings);
      if (!channelId) return { wait: 'no-channel' };
      return { channelId, view: projectCard(catalogueFor(settings.language), project) };
    },
    settled: (manager, claim, place) => parts.upkeep.recordCard(manager, claim, place),
  });
}

/** Its key names the project and the member. Without a thread the owner gets a direct message. */
function interestTopic(parts: ProjectTopicParts): Topic {
  const { guilds, languages, members, nameOf, store, threads } = parts;
  return defineTopic({
    name: projectTopics.interest,
    lane: lanes.channels,
    expiresAfterMs: deliverableForMs,
    async prepare({ guildId, key, attempt, createdAt }) {
      const { projectId, userId } = ofMemberKey(key);
      const [project, interest] = await Promise.all([
        store.find(guildId, projectId),
        members.interest(guildId, projectId, userId),
      ]);
      if (!isOpen(project) || !interest || interest.messageId) return { drop: 'nothing-to-say' };
      const settings = await guilds.settings(guildId);
      const words = catalogueFor(settings.language);
      const channelId = await channelOf(parts, guildId, settings);
      const name = words.projects.interest.threadName(
        isolated(shortened(project.name, 60)),
        isolated((await nameOf(guildId, userId)) ?? ''),
      );
      const since = attempt > 1 ? createdAt : undefined;
      const threadId =
        interest.threadId ?? (channelId && (await threads.open({ guildId, channelId, name, since })));
      if (!threadId) {
        const theirs = catalogueFor(...(await languages.languagesFor(guildId, project.ownerId)));
        return { userId: project.ownerId, view: interestDirectView(theirs, project, userId) };
      }
      await members.recordThread(guildId, projectId, userId, threadId);
      // Someone who left or can't see the channel is mentioned all the same.
      for (const memberId of [project.ownerId, userId]) await threads.add(threadId, memberId);
      return { channelId: threadId, view: interestThreadView(words, project, userId) };
    },
    settled: (manager, claim, place) => members.recordMessage(manager, claim, place),
  });
}

/** Its key names the project and the member. What can't be delivered waits on `/project view`. */
function inviteTopic({ languages, members, store }: ProjectTopicParts): Topic {
  return defineTopic({
    name: projectTopics.invite,
    lane: lanes.direct,
    expiresAfterMs: deliverableForMs,
    async prepare({ guildId, key }) {
      const { projectId, userId } = ofMemberKey(key);
      const project = await store.find(guildId, projectId);
      if (!isOpen(project) || !(await members.isInvited(guildId, projectId, userId)))
        return { drop: 'nothing-to-ask' };
      const words = catalogueFor(...(await languages.languagesFor(guildId, userId)));
      return { userId, view: inviteView(words, project) };
    },
  });
}

/** Its key is the project's id. */
function staleTopic({ languages, store }: ProjectTopicParts): Topic {
  return defineTopic({
    name: projectTopics.stale,
    lane: lanes.direct,
    expiresAfterMs: deliverableForMs,
    async prepare({ guildId, key }) {
      const project = await store.find(guildId, key);
      if (!isOpen(project) || !project.askedAt) return { drop: 'nothing-to-ask' };
      const words = catalogueFor(...(await languages.languagesFor(guildId, project.ownerId)));
      return { userId: project.ownerId, view: staleView(words, project) };
    },
  });
}

/** Its key is the project's id: reports that come before moderators read the first one share its card. */
function reportTopic({ guilds, store, upkeep }: ProjectTopicParts): Topic {
  return defineTopic({
    name: projectTopics.report,
    lane: lanes.channels,
    expiresAfterMs: deliverableForMs,
    async prepare({ guildId, key }) {
      const project = await store.find(guildId, key);
      const { language, logChannelId } = await guilds.settings(guildId);
      // Without a log channel moderators find it with `/project view`.
      if (!logChannelId) return { drop: 'no-log-channel' };
      if (!project || project.hiddenAt || project.reports === 0) return { drop: 'nothing-to-decide' };
      const notes = (await upkeep.reports(guildId, key)).map(({ note }) => note);
      return { channelId: logChannelId, view: reportedView(catalogueFor(language), project, notes) };
    },
  });
}
