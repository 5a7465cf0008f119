/** The messages that go with a project: the thread's first one, the question to confirm, and those to owner and moderators. */
import { routes } from '../../components/routes.js';
import { accents, button, container, linkButton, note, row, text } from '../../discord/message/blocks.js';
import { messageLink } from '../../discord/message/links.js';
import type { MessageView } from '../../discord/message/message-view.js';
import { escape, shorten } from '../../discord/message/text.js';
import type { Project } from '../../entities/project.js';
import type { Catalogue } from '../../locales/catalogue.js';

/** The first message of a thread; both are pinged: one asked for it, and the owner is told by it. */
export function interestThreadView(words: Catalogue, project: Project, memberId: string): MessageView {
  const { interest } = words.projects;
  return {
    components: [
      container(
        accents.solution,
        text(interest.thread(project.ownerId, memberId, escape(project.name))),
        text(interest.next),
        ...cardRow(words, project),
        text(interest.collaborate),
      ),
    ],
    mentions: [project.ownerId, memberId],
  };
}

export function interestDirectView(words: Catalogue, project: Project, memberId: string): MessageView {
  return {
    components: [
      text(words.projects.interest.direct(memberId, escape(project.name))),
      ...cardRow(words, project),
    ],
  };
}

export function inviteView(words: Catalogue, project: Project): MessageView {
  const { buttons, invite } = words.projects;
  const answerId = (reply: 'join' | 'decline') =>
    routes.projectAnswer.id({ guildId: project.guildId, project: project.id, reply });
  return note(
    invite.ask(project.ownerId, escape(project.name)),
    button(answerId('join'), buttons.join, { style: 'success' }),
    button(answerId('decline'), buttons.decline),
    ...cardLink(words, project),
  );
}

export function staleView(words: Catalogue, project: Project): MessageView {
  const { buttons, stale } = words.projects;
  const answerId = (goesOn: 'yes' | 'close') =>
    routes.projectGoOn.id({ guildId: project.guildId, project: project.id, goesOn });
  return {
    components: [
      text(stale.ask(escape(project.name))),
      row(
        button(answerId('yes'), buttons.goOn, { style: 'success' }),
        button(answerId('close'), buttons.close),
        ...cardLink(words, project),
      ),
      text(stale.note),
    ],
  };
}

/** For the moderators' log channel. */
export function reportedView(words: Catalogue, project: Project, notes: readonly string[]): MessageView {
  const { buttons, reports, reported } = words.projects;
  const decide = (decision: 'hide' | 'keep') => routes.projectDecide.id({ project: project.id, decision });
  return {
    components: [
      container(
        accents.trouble,
        text(reports.card(escape(project.name), project.ownerId)),
        text(
          reported(
            notes.length,
            notes.map((each) => escape(shorten(each, 200))),
          ),
        ),
        row(
          button(decide('keep'), buttons.keep),
          button(decide('hide'), buttons.hide, { style: 'danger' }),
          button(routes.projectView.id({ project: project.id }), buttons.view),
        ),
      ),
    ],
  };
}

function cardRow(words: Catalogue, project: Project) {
  const links = cardLink(words, project);
  return links.length > 0 ? [row(...links)] : [];
}

function cardLink(words: Catalogue, { guildId, cardChannelId, cardMessageId }: Project) {
  return cardChannelId && cardMessageId
    ? [linkButton(messageLink(guildId, cardChannelId, cardMessageId), words.projects.buttons.openCard)]
    : [];
}
